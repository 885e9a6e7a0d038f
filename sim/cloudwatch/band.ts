/**
 * Stand-in for CloudWatch's anomaly detection, whose model nobody outside knows. Like that it learns from two weeks and knows
 * the hours and the weekday: the expected value is the mean of the same hour of the week in both weeks, and the deviation
 * that of all hours from it.
 */
import type { Value } from './metric-math';

export interface Band {
  /** What is expected at least, so many standard deviations below the mean; never less than zero. */
  lower(minute: number, deviations: number): Value;
}

const HOUR = 60;
const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
const TRAINING_WEEKS = 2;

/**
 * @param valueAt Value of the window that ends with a minute.
 * @param now Minute at which the model is trained, on the two weeks before it.
 */
export function trainBand(valueAt: (minute: number) => Value, period: number, now: number): Band {
  const step = Math.min(period, HOUR);
  const hours = Array.from({ length: WEEK / HOUR }, (_, hour) => {
    const values: number[] = [];
    for (let week = 1; week <= TRAINING_WEEKS; week++) {
      const start = now - week * WEEK + hour * HOUR;
      for (let end = start + step; end <= start + HOUR; end += step) {
        const value = valueAt(end);
        if (value !== undefined) values.push(value);
      }
    }
    return { mean: mean(values), variance: variance(values) };
  });
  const deviation = deviationBy(hours);

  return {
    lower: (minute, width) => {
      // Between two hours the curve is a line. What was learned of an hour stands for the middle of its windows' ends.
      const position = (((minute - now - (HOUR + step) / 2) / HOUR) % hours.length) + hours.length;
      const [before, share] = [Math.floor(position) % hours.length, position % 1];
      const [a, b] = [hours[before]?.mean, hours[(before + 1) % hours.length]?.mean];
      if (a === undefined || b === undefined) return undefined;
      const expected = (1 - share) * a + share * b;
      return Math.max(0, expected - width * deviation(expected));
    },
  };
}

interface Hour {
  readonly mean: Value;
  readonly variance: Value;
}

/**
 * Deviation by the expected value, from all hours together: chance, which grows with the root of it, and luck, which grows
 * with it. variance / mean² = chance / mean + luck² is a line over 1 / mean, found by least squares.
 */
function deviationBy(hours: readonly Hour[]): (expected: number) => number {
  const points = hours.flatMap(({ mean: value, variance: spread }) =>
    value && spread !== undefined ? [{ x: 1 / value, y: spread / value ** 2 }] : [],
  );
  const x = mean(points.map((point) => point.x)) ?? 0;
  const y = mean(points.map((point) => point.y)) ?? 0;
  const spreadOfX = points.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  const slope = points.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spreadOfX;
  // Where all hours are alike there is no line, and where it would fall there is none that makes sense.
  const chance = slope > 0 && y - slope * x >= 0 ? slope : 0;
  const luck = Math.max(0, y - chance * x);
  return (expected) => Math.sqrt(chance * expected + luck * expected ** 2);
}

function variance(values: readonly number[]): Value {
  const middle = mean(values);
  if (middle === undefined || values.length < 2) return undefined;
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}

const mean = (values: readonly number[]): Value =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
