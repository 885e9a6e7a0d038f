/** Alarms over time: which are raised, and when, as CloudWatch evaluates them, minute by minute over sliding windows. */
import type { AlarmSpec } from './alarm-spec';
import { type Band, trainBand, WEEK } from './band';
import type { Metrics, Value } from './metric-math';
import type { MetricStore } from './metric-store';

export interface Raised {
  readonly alarm: string;
  /** Minutes in which the alarm was raised, and in which it ended, or the last that was looked at. */
  readonly at: number;
  readonly until: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes until CloudWatch has a metric: log lines are turned into metrics, and AWS reports its own, with some delay. */
export const METRIC_DELAY = 2;

const COMPARISONS: { readonly [operator: string]: (value: number, threshold: number) => boolean } = {
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanLowerThreshold: (value, threshold) => value < threshold,
};

/**
 * Every change to ALARM of an alarm in the minutes from `from` up to `to`. CloudWatch looks each minute, and at an alarm over
 * more than a day once an hour, on what came until the hour was full.
 */
export function evaluate(spec: AlarmSpec, store: MetricStore, from: number, to: number): Raised[] {
  const { name, period, evaluationPeriods, datapointsToAlarm, comparison, threshold, band } = spec;
  const isBad = COMPARISONS[comparison];
  if (isBad === undefined) throw new Error(`${name}: this drill knows no ${comparison}`);
  // A window that began before everything else holds too little, and nothing can be learned of it.
  const valueAt = memoised((end) => (end < period ? undefined : spec.value(metricsAt(spec, store, end))));
  const bandOf = memoised((week) => (band === undefined ? undefined : trainBand(valueAt, period, week * WEEK)));

  const isBreaching = (end: number): boolean => {
    const value = valueAt(end);
    const limit =
      band === undefined
        ? threshold
        : lowerAt(bandOf(Math.max(Math.floor(from / WEEK), Math.floor(end / WEEK))), end, band);
    // What is missing is not bad: every alarm says so.
    return value !== undefined && limit !== undefined && isBad(value, limit);
  };
  const isSlow = period * evaluationPeriods > DAY;
  const raised: Raised[] = [];
  let since: number | undefined;
  const [first, step] = isSlow ? [Math.ceil(from / HOUR) * HOUR + METRIC_DELAY, HOUR] : [from, 1];
  for (let now = first; now < to; now += step) {
    let bad = 0;
    for (let back = 0; back < evaluationPeriods; back++) {
      if (isBreaching(now - METRIC_DELAY - back * period)) bad++;
      // No more than the rest of the periods can be bad.
      else if (evaluationPeriods - back - 1 + bad < datapointsToAlarm) break;
    }
    const alarm = bad >= datapointsToAlarm;
    if (alarm) since ??= now;
    else if (since !== undefined) {
      raised.push({ alarm: name, at: since, until: now });
      since = undefined;
    }
  }
  return since === undefined ? raised : [...raised, { alarm: name, at: since, until: to }];
}

const lowerAt = (band: Band | undefined, end: number, width: number): Value => band?.lower(end, width);

function metricsAt({ sources, period, evaluationPeriods }: AlarmSpec, store: MetricStore, end: number): Metrics {
  const statistic = (id: string, from: number): Value => {
    const source = sources.find((one) => one.id === id);
    if (source === undefined) throw new Error(`an expression asks for ${id}, which is no metric of the alarm`);
    return store.statistic(source.key, source.statistic, from, end);
  };
  return {
    value: (id) => statistic(id, end - period),
    isKnown: (id) => statistic(id, end - period * evaluationPeriods) !== undefined,
  };
}

function memoised<T>(make: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    if (known.has(key)) return known.get(key) as T;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}
