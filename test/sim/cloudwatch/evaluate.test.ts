/** Alarms over time, on metrics made by hand. */

import type { AlarmSpec } from '../../../sim/cloudwatch/alarm-spec';
import { trainBand, WEEK } from '../../../sim/cloudwatch/band';
import { evaluate, METRIC_DELAY } from '../../../sim/cloudwatch/evaluate';
import { parseMath } from '../../../sim/cloudwatch/metric-math';
import { MetricStore } from '../../../sim/cloudwatch/metric-store';

const alarm = (changes: Partial<AlarmSpec> = {}): AlarmSpec => ({
  name: 'A',
  description: '',
  period: 5,
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  sources: [{ id: 'm', key: 'k', statistic: 'Sum' }],
  value: parseMath('m'),
  comparison: 'GreaterThanThreshold',
  threshold: 9,
  band: undefined,
  ...changes,
});

function storeOf(values: { readonly [minute: number]: number }, minutes = 200): MetricStore {
  const store = new MetricStore(minutes);
  for (const [minute, value] of Object.entries(values)) store.add('k', Number(minute), value);
  return store;
}

describe('an alarm', () => {
  it('is raised as soon as a sliding window is bad, and its metric has arrived', () => {
    expect(evaluate(alarm(), storeOf({ 50: 6, 53: 4 }), 0, 200)).toEqual([
      { alarm: 'A', at: 54 + METRIC_DELAY, until: 56 + METRIC_DELAY },
    ]);
  });

  it('is not raised by what does not fall into one window', () => {
    expect(evaluate(alarm(), storeOf({ 50: 6, 55: 4 }), 0, 200)).toEqual([]);
  });

  it('of three periods in a row is not raised by two', () => {
    const three = alarm({ evaluationPeriods: 3, datapointsToAlarm: 3 });
    expect(evaluate(three, storeOf({ 50: 10, 55: 10 }), 0, 200)).toEqual([]);
    expect(evaluate(three, storeOf({ 50: 10, 55: 10, 60: 10 }), 0, 200)).toMatchObject([{ at: 61 + METRIC_DELAY }]);
  });

  it('of two out of three is raised by two', () => {
    const twoOfThree = alarm({ evaluationPeriods: 3, datapointsToAlarm: 2 });
    expect(evaluate(twoOfThree, storeOf({ 50: 10, 60: 10 }), 0, 200)).toHaveLength(1);
  });

  it('is raised again when it had ended', () => {
    expect(evaluate(alarm(), storeOf({ 50: 10, 90: 10 }), 0, 200).map(({ at }) => at)).toEqual([53, 93]);
  });

  it('takes what is missing as not bad', () => {
    const floor = alarm({ comparison: 'LessThanThreshold', threshold: 1 });
    expect(evaluate(floor, storeOf({}), 0, 200)).toEqual([]);
    expect(evaluate(floor, storeOf({ 50: 0 }), 0, 200)).toHaveLength(1);
  });
});

describe('the band', () => {
  /** 100 at day and 20 at night, with a spread of a tenth. */
  const rhythm = (minute: number): number => {
    const level = Math.floor(minute / 60) % 24 >= 8 ? 100 : 20;
    return level * (1 + 0.1 * Math.sin(minute * 12.9898));
  };
  const band = trainBand(rhythm, 5, 2 * WEEK);

  it('knows the hours', () => {
    expect(band.lower(2 * WEEK + 15 * 60, 0)).toBeCloseTo(100, -1);
    expect(band.lower(2 * WEEK + 3 * 60, 0)).toBeCloseTo(20, -1);
  });

  it('is as wide as the values were spread, and never reaches below nothing', () => {
    const width = (band.lower(2 * WEEK + 900, 0) ?? 0) - (band.lower(2 * WEEK + 900, 1) ?? 0);
    expect(width).toBeGreaterThan(4);
    expect(width).toBeLessThan(16);
    expect(band.lower(2 * WEEK + 900, 1_000)).toBe(0);
  });

  it('knows nothing of what was never there', () => {
    expect(trainBand(() => undefined, 5, 2 * WEEK).lower(2 * WEEK + 100, 3)).toBeUndefined();
  });
});
