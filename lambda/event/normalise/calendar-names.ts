/** Names of months and days of the week, as `Intl` has them of CLDR, in the languages in which people write dates out. */

const LANGUAGES =
  'en de es fr it nl pt pl sv da nb fi cs sk hu ro hr tr el ru uk bg et lt lv sl sr sr-Latn id ar'.split(' ');

/** Letters alone, lower-case, without accents. */
const wordKey = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i');

interface Names {
  /** From 1 on. A name of different months in different languages, as Croatian and Polish have some, is undefined. */
  readonly months: ReadonlyMap<string, number | undefined>;
  readonly weekdays: ReadonlySet<string>;
}

let names: Names | undefined;

/** Built on first use: most dates are digits. */
const all = (): Names => (names ??= { months: monthNames(), weekdays: weekdayNames() });

export const monthOf = (word: string): number | undefined => all().months.get(wordKey(word));

export const isWeekday = (word: string): boolean => all().weekdays.has(wordKey(word));

/** `long` and `short`, in a date and alone: many languages inflect a month's name beside a day. */
const FORMS = (['long', 'short'] as const).flatMap((month) => [{ month }, { month, day: 'numeric' }] as const);

function monthNames(): ReadonlyMap<string, number | undefined> {
  const months = new Map<string, number | undefined>();
  for (const [language, form] of LANGUAGES.flatMap((language) => FORMS.map((form) => [language, form] as const))) {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...form, timeZone: 'UTC' });
    for (let month = 1; month <= 12; month += 1) {
      const parts = format.formatToParts(Date.UTC(2001, month - 1, 5));
      const key = wordKey(parts.find(({ type }) => type === 'month')?.value ?? '');
      if (key !== '') months.set(key, months.has(key) && months.get(key) !== month ? undefined : month);
    }
  }
  return months;
}

function weekdayNames(): ReadonlySet<string> {
  const days = new Set<string>();
  for (const language of LANGUAGES) {
    for (const weekday of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      for (let day = 1; day <= 7; day += 1) days.add(wordKey(format.format(Date.UTC(2001, 0, day))));
    }
  }
  return days;
}
