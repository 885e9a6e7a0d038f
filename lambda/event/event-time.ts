/** `event_time`: when the event happened → Unix seconds, within what Pinterest takes. */
import type { Findings } from './findings';
import { isAbsent, textOf } from './raw';

/** Numbers from here on are milliseconds: as seconds they would lie beyond the year 5000. */
const FIRST_MILLISECONDS = 1e11;

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
    findings.problem(`"event_time" cannot be read as a time; ${EXAMPLE}`);
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

/** Unix seconds of a time in any of the forms above; undefined when it is none. */
export function secondsOfTime(value: unknown): number | undefined {
  if (typeof value === 'number') return value >= 0 ? secondsOfNumber(value) : undefined;
  const text = textOf(value);
  if (text === undefined) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return secondsOfNumber(Number(text));
  const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i.test(text);
  const milliseconds = zoned ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1_000);
}

const secondsOfNumber = (number: number): number => Math.floor(number >= FIRST_MILLISECONDS ? number / 1_000 : number);

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
