/**
 * The forms in which systems write a moment → Unix seconds. Every form says its time zone or needs none; a time without one
 * names no moment. Sources: ISO 8601 and RFC 3339; RFC 9110 and RFC 5322 for dates with English names; how PostgreSQL, Python,
 * Ruby, Go, Java and JavaScript print a time.
 */
import { textOf } from '../../contract/raw';

/** By their size as numbers: seconds until the year 5138, then the same span as milliseconds, microseconds, nanoseconds. */
const UNITS_A_SECOND: readonly (readonly [below: number, perSecond: number])[] = [
  [1e11, 1],
  [1e14, 1e3],
  [1e17, 1e6],
  [1e20, 1e9],
];

const ZONE = /(?<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?)/.source;
const CLOCK = /(?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d{1,9})?)?/.source;
/** What follows the zone and says it once more: `[Europe/Berlin]`, `(Central European Time)`, Go's `CET`. */
const ZONE_NAME = /(?: ?\[[\w/+-]{1,40}\]| \([^()]{1,60}\)| [A-Z]{3,4})?/.source;

const FORMS: readonly RegExp[] = [
  // 2026-01-31T09:30:00.000Z, 2026-01-31 09:30:00+00, 2026-01-31 09:30:00 UTC, 20260131T093000Z
  `(?<year>\\d{4})(?<dash>-?)(?<month>\\d{2})\\k<dash>(?<day>\\d{2})(?:T| +)${CLOCK} ?${ZONE}${ZONE_NAME}`,
  // Sat, 31 Jan 2026 09:30:00 GMT
  `(?:[A-Z]{3}, )?(?<day>\\d{1,2}) (?<name>[A-Z]{3}) (?<year>\\d{4}) ${CLOCK} ${ZONE}${ZONE_NAME}`,
  // Sat Jan 31 2026 10:30:00 GMT+0100 (Central European Standard Time)
  `[A-Z]{3} (?<name>[A-Z]{3}) (?<day>\\d{1,2}) (?<year>\\d{4}) ${CLOCK} ${ZONE}${ZONE_NAME}`,
].map((form) => new RegExp(`^${form}$`, 'i'));

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The longest form above. */
const LONGEST = 120;

/** Unix seconds of a number or a text; undefined when it is neither a time nor one moment. */
export function secondsOfTime(value: unknown): number | undefined {
  if (typeof value === 'number') return secondsOfNumber(value);
  const text = textOf(value);
  if (text === undefined || text.length > LONGEST) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return secondsOfNumber(Number(text));
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts !== undefined) return secondsOfParts(parts);
  }
  return undefined;
}

/** Whether a text is a day and a time that would be one moment if it named its zone. */
export const lacksZone = (value: unknown): boolean =>
  typeof value === 'string' && value.length < LONGEST && secondsOfTime(`${value.trim()}Z`) !== undefined;

function secondsOfNumber(number: number): number | undefined {
  const perSecond = number >= 0 ? UNITS_A_SECOND.find(([below]) => number < below)?.[1] : undefined;
  return perSecond === undefined ? undefined : Math.floor(number / perSecond);
}

function secondsOfParts(parts: { readonly [part: string]: string | undefined }): number | undefined {
  const [year, day, hour, minute, second] = ['year', 'day', 'hour', 'minute', 'second'].map((part) =>
    Number(parts[part] ?? 0),
  ) as [number, number, number, number, number];
  const month = parts.name === undefined ? Number(parts.month) : MONTHS.indexOf(parts.name.toLowerCase()) + 1;
  const offset = minutesOfZone(parts.zone ?? '');
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  // A leap second is the first of the next minute; 24:00 is the next day's midnight.
  const isTime = minute <= 59 && second <= 60 && (hour <= 23 || (hour === 24 && minute === 0 && second === 0));
  if (!isDay || !isTime || offset === undefined) return undefined;
  return date.getTime() / 1_000 + hour * 3_600 + (minute - offset) * 60 + second;
}

/** Minutes ahead of UTC. Zones lie from -12:00 to +14:00. */
function minutesOfZone(zone: string): number | undefined {
  const [, sign, hours, minutes = '0'] = /([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  const offset = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || offset > 14 * 60) return undefined;
  return sign === '-' ? -offset : offset;
}
