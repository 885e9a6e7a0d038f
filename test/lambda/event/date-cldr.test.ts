/** Dates of birth as CLDR writes them in every locale that Node knows: the right day, or left out; never another day. */
import { birthDate } from '../../../lambda/event/normalise/birth-date';
import { LOCALES } from './locales';

const NOW = Date.parse('2026-03-01T12:00:00Z');

/** Days of both halves of a month, in which day and month can and cannot be exchanged, and the ends of a year. */
const DAYS = [
  '1990-01-05',
  '1985-12-03',
  '1978-02-28',
  '2000-02-29',
  '1999-12-31',
  '1964-07-19',
  '1991-11-10',
  '1955-05-05',
];

const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { year: 'numeric', month: '2-digit', day: '2-digit' },
  { year: 'numeric', month: 'numeric', day: 'numeric' },
  { year: 'numeric', month: 'short', day: 'numeric' },
  { dateStyle: 'medium' },
  { dateStyle: 'long' },
  { dateStyle: 'full' },
];

/** As programs print a moment; midnight in the zone of the format. */
const WITH_TIME: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'short', timeStyle: 'short' },
  { dateStyle: 'medium', timeStyle: 'medium' },
  { dateStyle: 'long', timeStyle: 'long' },
];

interface Tally {
  right: number;
  leftOut: number;
  readonly wrong: string[];
}

function tally(options: Intl.DateTimeFormatOptions, withCountry: boolean): Tally {
  const result: Tally = { right: 0, leftOut: 0, wrong: [] };
  for (const { locale, region } of LOCALES) {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    for (const day of DAYS) {
      const text = format.format(Date.parse(day));
      const read = birthDate(text, { country: withCountry ? region : undefined, now: NOW });
      if (typeof read !== 'string') result.leftOut++;
      else if (read === day.replaceAll('-', '')) result.right++;
      else result.wrong.push(`${locale}: ${text} is ${read}`);
    }
  }
  return result;
}

test('the locales are more than 100, each of a country', () => expect(LOCALES.length).toBeGreaterThan(100));

describe.each(STYLES)('%j', (options) => {
  test('beside the country of the locale', () => {
    const { wrong, right, leftOut } = tally(options, true);
    expect(wrong).toEqual([]);
    expect(right / (right + leftOut)).toBeGreaterThan('month' in options && options.month !== 'short' ? 0.85 : 0.45);
  });

  test('without a country', () => expect(tally(options, false).wrong).toEqual([]));

  // Ethiopian and Indian years look like ours, and nothing tells them apart.
  test('in a calendar whose years are not ours', () => {
    for (const calendar of ['buddhist', 'persian', 'islamic-umalqura', 'japanese', 'roc', 'hebrew']) {
      expect(tally({ ...options, calendar }, true).wrong).toEqual([]);
    }
  });
});

test.each(WITH_TIME)('with a time, in %j', (options) => {
  const { wrong, right } = tally(options, true);
  expect(wrong).toEqual([]);
  expect(right).toBeGreaterThan(50);
});

test.each([
  ['Fri, 05 Jan 1990 00:00:00 GMT', '19900105'],
  ['Fri Jan 05 1990 00:00:00 GMT+0100 (Central European Standard Time)', '19900105'],
  ['Jan 5, 1990, 12:00:00 AM', '19900105'],
  ['1990-01-05T00:00:00-05:00', '19900105'],
  ['1990\u201101\u201105', '19900105'],
  ['1990년 1월 5일', '19900105'],
  ['5 января 1990 г.', '19900105'],
  ['5.ledna 1990', '19900105'],
  ['5. jaanuar 1990', '19900105'],
  ['5 януари 1990 г.', '19900105'],
  ['5 يناير 1990', '19900105'],
])('%s is %s', (text, day) => expect(birthDate(text, { country: undefined, now: NOW })).toBe(day));

test.each(['1990-01-04T16:00:00-08:00', 'Thu Jan 04 1990 19:00:00 GMT-0500 (EST)', 'Thu, 04 Jan 1990 23:00:00 GMT'])(
  '%s may be the midnight of the next day, and is left out saying so',
  (text) =>
    expect(birthDate(text, { country: 'US', now: NOW })).toEqual({ because: expect.stringContaining('midnight') }),
);

test('what is read once is read the same again', () => {
  for (const day of DAYS) {
    const compact = day.replaceAll('-', '');
    expect(birthDate(compact, { country: undefined, now: NOW })).toBe(compact);
  }
});
