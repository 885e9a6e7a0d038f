/**
 * Dates of birth in the usual written forms → `YYYYMMDD` (the format Pinterest's conversion guide gives for `db`). A date that
 * could be two days is left out, for the digest of the wrong one is somebody else's.
 */
import { plainCharacters } from '../plain-characters';
import { isWeekday, monthOf } from './calendar-names';
import type { NormaliseContext, Normalised } from './normalised';

/** Countries that write the month before the day, and no other way. Source: CLDR's short dates. */
const MONTH_FIRST: ReadonlySet<string> = new Set(['US', 'FM', 'MH', 'PW', 'GU', 'AS', 'MP', 'PR', 'VI', 'UM']);

/** Countries in which both orders are in use, by language or custom: CLDR has both, or the year first. */
const EITHER_FIRST: ReadonlySet<string> = new Set(
  'CA PH PA SO TG ET DJ ER CN JP KR KP TW MN HU LT SE ZA IR AF BT NP'.split(' '),
);

const YEAR_FIRST = /^(\d{4}) ?[-/.年년] ?(\d{1,2}) ?[-/.月월] ?(\d{1,2}) ?[.日일]?(?:[T ]+(.+))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{4})(?:\.| г\.?)?(?:[T, ]+(\d\d?:.+))?$/;

/** A date in words with a time: `Fri, 05 Jan 1990 00:00:00 GMT`, `Fri Jan 05 1990 00:00:00 GMT+0100 (CET)`. */
const WITH_TIME = /^(.{6,40}?),? +(\d\d?:\d\d.*)$/;

const TWO_DAYS = {
  because: 'a value that is not one date of birth: it could be two days (write YYYY-MM-DD, or send user_data.country)',
};
const OTHER_MIDNIGHT = {
  because: 'a time that may be midnight of another time zone, and so another day (write YYYY-MM-DD)',
};

export function birthDate(given: string, { country, now }: NormaliseContext): Normalised {
  const text = plainCharacters(given)
    .replace(/[\p{Pd}−]/gu, '-')
    .trim();
  const compact = COMPACT.exec(text);
  if (compact !== null) return dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]), now);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [, year, month, day, time] = yearFirst;
    return unlessOtherDay(time, dayOf(Number(year), Number(month), Number(day), now));
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) {
    const [, first, separator = '', second, year, time] = yearLast;
    return unlessOtherDay(time, ofOrder(Number(first), Number(second), Number(year), separator, country, now));
  }
  const [, date = text, time] = WITH_TIME.exec(text) ?? [];
  return unlessOtherDay(time, written(date, now));
}

function ofOrder(
  first: number,
  second: number,
  year: number,
  separator: string,
  country: string | undefined,
  now: number,
): Normalised {
  if (first > 12 || first === second) return dayOf(year, second, first, now);
  if (second > 12) return dayOf(year, first, second, now);
  const monthFirst = country !== undefined && MONTH_FIRST.has(country);
  // CLDR has no language that writes points and puts the month first.
  if (separator === '.') return dayOf(year, second, first, now);
  if (country === undefined || EITHER_FIRST.has(country)) return TWO_DAYS;
  return monthFirst ? dayOf(year, first, second, now) : dayOf(year, second, first, now);
}

/**
 * A moment in UTC is another day where midnight comes earlier: `1990-01-04T23:00:00Z` is Berlin's 5 January. West of
 * Greenwich midnight comes later, on the same day; there UTC's midnight is still the day before (`16:00:00-08:00`).
 */
function unlessOtherDay(time: string | undefined, date: Normalised): Normalised {
  if (time === undefined || typeof date !== 'string') return date;
  const [, hour, minute, zone] =
    /^(\d\d?):(\d\d)(?::\d\d(?:[.,]\d+)?)? ?(Z|(?:UTC|GMT)?[+-]\d\d(?::?\d\d)?|UTC|GMT|[AP]M)?(?: \([^()]{1,60}\))?$/i.exec(
      time,
    ) ?? [];
  if (hour === undefined) return undefined;
  const [, sign, hours, minutes = 0] = /([+-])(\d\d):?(\d\d)?$/.exec(zone ?? '') ?? [];
  const offset = Number(hours ?? 0) * 60 + Number(minutes);
  const isUtc = offset === 0 && zone !== undefined && !/^[AP]M$/i.test(zone);
  const isUtcMidnight = sign === '-' && offset > 0 && Number(hour) * 60 + Number(minute) + offset === 1_440;
  return (isUtc && Number(hour) > 9) || isUtcMidnight ? OTHER_MIDNIGHT : date;
}

/** Words between the parts of a date in several languages, and what follows a day's number. */
const FILLERS = /^(?:de|del|of|the|den|der|le|el|a|anno|г|г\.|р|р\.)$/i;
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)$/i;

/** Longer than any date written out. */
const LONGEST = 60;

/** With the month as a word, in the three orders in use, and with the day of the week. */
function written(text: string, now: number): Normalised {
  if (text.length > LONGEST) return undefined;
  const words = text
    .replace(/(?<=^\d\d?\.)(?=\p{L})/u, ' ')
    .split(/[\s,/-]+/)
    .map((word) => word.replace(ORDINAL, '$1'))
    .filter((word) => word !== '' && word !== '.' && !FILLERS.test(word));
  const parts =
    words.length === 4 ? words.filter((word) => /\d/.test(word) || !isWeekday(word) || monthOf(word)) : words;
  if (parts.length !== 3) return undefined;
  const month = parts.map((part) => (/\d/.test(part) ? undefined : monthOf(part))).find((found) => found !== undefined);
  const numbers = parts.filter((part) => /^\d+\.?$/.test(part)).map((part) => part.replace('.', ''));
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length <= 2);
  if (month === undefined || numbers.length !== 2 || year === undefined || day === undefined) return undefined;
  return dayOf(Number(year), month, Number(day), now);
}

/** A day that exists, of somebody who can be alive. Years of other calendars lie in the future, or before 1900. */
function dayOf(year: number, month: number, day: number, now: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal || year < 1900 || date.getTime() > now) return undefined;
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}
