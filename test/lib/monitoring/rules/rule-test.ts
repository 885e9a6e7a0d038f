/**
 * Rule tests as Prometheus has them: minutes of a metric in; out comes when an alarm of the template was raised, until when, and
 * what its mail says. Minute 0 is the first of the series; what a metric has counted in a minute is seen 2 minutes later.
 */

import { type SynthesisedAlarms, synthesiseAlarms } from '../../../../drill/alarms/template-alarms';
import type { AlarmName } from '../../../../lib/monitoring/alarm-table';
import type { AlarmSpec } from '../../../../sim/cloudwatch/alarm-spec';
import { WEEK } from '../../../../sim/cloudwatch/band';
import { evaluate, METRIC_DELAY } from '../../../../sim/cloudwatch/evaluate';
import { MetricStore } from '../../../../sim/cloudwatch/metric-store';

/** Weeks from which a band is learned. */
const TRAINING = 2 * WEEK;

/**
 * Values minute by minute, `3x20` for twenty minutes of 3, `_` where nothing was counted. For alarms that learn what is usual:
 * two weeks around this value, before minute 0.
 */
export type Series = string | { readonly usual: number; readonly now: string };

/** By the name of the metric; where an alarm watches it of several parts, `Errors ingest`. */
export type AllSeries = { readonly [metric: string]: Series };

export const SILENT: readonly unknown[] = [];

/** Still raised when the series ended. */
export const END = Number.POSITIVE_INFINITY;

/** @param says Part of the mail's text. */
export const raised = (at: number, until: number, says: string) => ({ at, until, says: expect.stringContaining(says) });

/** Five percent more or less at most, anew every ten minutes, and other for each metric. */
const luck = (minute: number, metric: number): number =>
  1 + 0.05 * Math.sin((Math.floor(minute / 10) + 999 * metric) * 12.9898);

const synthesised = new Map<number, SynthesisedAlarms>();

function specOf(alarm: AlarmName, eventsPerDay: number): AlarmSpec {
  const known = synthesised.get(eventsPerDay) ?? synthesiseAlarms({ expectedEventsPerDay: eventsPerDay });
  synthesised.set(eventsPerDay, known);
  const spec = known.alarms.find(({ name }) => name === alarm);
  if (spec === undefined) throw new Error(`the template has no alarm ${alarm}`);
  return spec;
}

/** What comes of an alarm of a shop with 10,000 events a day, or another number. */
export function alarm(name: AlarmName, series: AllSeries, eventsPerDay = 10_000) {
  const spec = specOf(name, eventsPerDay);
  const all = Object.entries(series).map(([metric, one]) => ({ key: keyOf(metric, spec), ...parsed(one) }));
  const start = all.some(({ usual }) => usual !== undefined) ? TRAINING : 0;
  const end = start + Math.max(...all.map(({ values }) => values.length));
  const store = new MetricStore(end);
  for (const [index, { key, usual, values }] of all.entries()) {
    if (usual) for (let minute = 0; minute < start; minute++) store.add(key, minute, usual * luck(minute, index));
    values.forEach((value, minute) => {
      if (value !== undefined) store.add(key, start + minute, value);
    });
  }
  const last = end + METRIC_DELAY;
  return evaluate(spec, store, start, last + 1).map(({ at, until }) => ({
    at: at - start,
    until: until > last ? END : until - start,
    says: spec.description,
  }));
}

/** Only what the alarm watches may be given, so that one that looks at the wrong metric fails. */
function keyOf(metric: string, { name, sources }: AlarmSpec): string {
  const found = sources.filter(({ key }) => key.endsWith(` ${metric}`) || key.includes(` ${metric} `));
  if (found.length === 1 && found[0] !== undefined) return found[0].key;
  throw new Error(`${name} does not watch exactly one "${metric}", but ${sources.map(({ key }) => key).join(', ')}`);
}

function parsed(series: Series) {
  const { usual, now } = typeof series === 'string' ? { usual: undefined, now: series } : series;
  const values = now.split(' ').flatMap((item) => {
    const [, value, times = '1'] = /^(_|\d+(?:\.\d+)?)(?:x(\d+))?$/.exec(item) ?? [];
    if (value === undefined) throw new Error(`"${item}" is no value of a series; write one such as 3, 3x20 or _x20`);
    return Array.from({ length: Number(times) }, () => (value === '_' ? undefined : Number(value)));
  });
  return { usual, values };
}
