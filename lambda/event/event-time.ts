/** `event_time`: when the event happened → Unix seconds, within what Pinterest takes. */

import { isAbsent } from '../../contract/raw';
import type { Findings } from './findings';
import { lacksZone, secondsOfTime } from './time-forms';

/** Clocks differ. An event this far ahead happened now; Pinterest refuses times later than its own. */
const CLOCK_SKEW_SECONDS = 5 * 60;

const EXAMPLE = 'send Unix seconds, Unix milliseconds or ISO 8601 with a time zone, such as 2026-01-31T09:30:00Z';

export interface TimeContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly maximumAgeSeconds: number;
}

export function readEventTime(
  value: unknown,
  { now, maximumAgeSeconds }: TimeContext,
  findings: Findings,
): number | undefined {
  if (isAbsent(value)) {
    findings.problem(`"event_time" is missing; ${EXAMPLE}`);
    return undefined;
  }
  const seconds = secondsOfTime(value);
  if (seconds === undefined) {
    const got = lacksZone(value) ? 'names no time zone, and so no moment' : 'cannot be read as a time';
    findings.problem(`"event_time" ${got}; ${EXAMPLE}`);
    return undefined;
  }
  const current = Math.floor(now / 1_000);
  const age = current - seconds;
  if (age > maximumAgeSeconds) {
    findings.problem(`"event_time" is ${span(age)} ago; events older than ${span(maximumAgeSeconds)} are refused`);
    return undefined;
  }
  if (-age > CLOCK_SKEW_SECONDS) {
    findings.problem(`"event_time" is ${span(-age)} in the future; send the time at which the event happened`);
    return undefined;
  }
  return Math.min(seconds, current);
}

const UNITS: readonly (readonly [string, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** A length of time in its largest fitting unit: `9.5 days`. */
function span(seconds: number): string {
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? ['second', 1];
  const count = Math.round((seconds / size) * 10) / 10;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
