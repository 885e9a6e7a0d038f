/** Dates of birth in the usual written forms → `YYYYMMDD` (the format Pinterest's conversion guide gives for `db`). */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Countries that write the month before the day. */
const MONTH_FIRST = new Set(['US', 'PH', 'FM', 'MH', 'PW']);

export function birthDate(text: string, country: string | undefined): string | undefined {
  const yearFirst =
    /^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (yearFirst) return dateOf(yearFirst[1], yearFirst[2], yearFirst[3]);

  const yearLast = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/.exec(text);
  if (yearLast) {
    const [, first, separator, second, year] = yearLast;
    if (monthComesFirst(Number(first), Number(second), separator, country)) return dateOf(year, first, second);
    return separator === '/' && country === undefined && Number(first) <= 12 && first !== second
      ? undefined
      : dateOf(year, second, first);
  }

  const named = /^(\d{1,2})\.? +([a-z]{3,9})\.?,? +(\d{4})$/i.exec(text);
  if (named) return dateOf(named[3], monthNumber(named[2]), named[1]);
  const monthNamedFirst = /^([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/i.exec(text);
  if (monthNamedFirst) return dateOf(monthNamedFirst[3], monthNumber(monthNamedFirst[1]), monthNamedFirst[2]);
  return undefined;
}

/** `12/26/1997` can only be month first; `03/04/1997` depends on the country, and is left out when that is unknown. */
function monthComesFirst(
  first: number,
  second: number,
  separator: string | undefined,
  country: string | undefined,
): boolean {
  if (first > 12) return false;
  if (second > 12) return true;
  return separator === '/' && country !== undefined && MONTH_FIRST.has(country);
}

function monthNumber(name: string | undefined): string | undefined {
  const index = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase());
  return index < 0 ? undefined : String(index + 1);
}

function dateOf(year?: string, month?: string, day?: string): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!real || Number(year) < 1900) return undefined;
  return `${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}
