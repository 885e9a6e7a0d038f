/** Amounts as CLDR prints them in every country: read as what was printed, or not at all. */
import { amount } from '../../../lambda/event/amount';
import { meaningOfSeparator } from '../../../lambda/event/currency';
import { CURRENCIES_AT_HOME } from './currencies-at-home';

const AMOUNTS = [0.5, 7, 42.5, 150, 999.99, 1299, 1500, 12345.67, 129900, 1234567.89];
const DISPLAYS = ['symbol', 'narrowSymbol', 'code'] as const;

interface Count {
  texts: number;
  wrong: string[];
  unread: number;
}

/** Prints every amount in each locale and currency, and reads it again. */
function readAgain(
  pairs: Iterable<readonly [string, string]>,
  options: Intl.NumberFormatOptions = {},
  { system = '', event = (currency: string): string | undefined => currency } = {},
): Count {
  const count: Count = { texts: 0, wrong: [], unread: 0 };
  for (const [locale, currency] of pairs) {
    for (const currencyDisplay of DISPLAYS) {
      const printer = new Intl.NumberFormat(locale + system, {
        style: 'currency',
        currency,
        currencyDisplay,
        ...options,
      });
      const { maximumFractionDigits = 2 } = printer.resolvedOptions();
      for (const one of AMOUNTS) {
        const text = printer.format(one);
        const read = amount(text, event(currency));
        count.texts++;
        if (read === undefined) count.unread++;
        else if (Number(read) !== Number(one.toFixed(maximumFractionDigits))) count.wrong.push(`${text} as ${read}`);
      }
    }
  }
  return count;
}

const expectRight = ({ texts, wrong, unread }: Count): void => {
  expect(wrong).toEqual([]);
  expect(unread / texts).toBeLessThanOrEqual(0.02);
};

test('the locales are at least 110', () => {
  const known = Intl.NumberFormat.supportedLocalesOf(CURRENCIES_AT_HOME.map(([locale]) => locale));
  expect(new Set(known).size).toBeGreaterThan(110);
});

describe('in the own currency of the country no amount is read wrong, and at most 2 % are not read', () => {
  test.each<[string, Intl.NumberFormatOptions]>([
    ['as usual', {}],
    ['without grouping', { useGrouping: false }],
    ['with grouping of four digits too', { useGrouping: 'always' }],
    ['in accounts', { currencySign: 'accounting' }],
  ])('%s', (_, options) => expectRight(readAgain(CURRENCIES_AT_HOME, options)));

  test('in an event without a currency', () => {
    expectRight(readAgain(CURRENCIES_AT_HOME, {}, { event: () => undefined }));
  });

  test.each(['latn', 'arab', 'arabext', 'beng', 'deva', 'fullwide', 'thai'])('in the digits of %s', (numbers) => {
    expectRight(readAgain(CURRENCIES_AT_HOME, {}, { system: `-u-nu-${numbers}` }));
  });
});

test.each(['standard', 'accounting'] as const)('below zero no amount is read: %s', (currencySign) => {
  for (const [locale, currency] of CURRENCIES_AT_HOME) {
    const printer = new Intl.NumberFormat(locale, { style: 'currency', currency, currencySign });
    expect(AMOUNTS.map((one) => amount(printer.format(-one), currency))).toEqual(AMOUNTS.map(() => undefined));
  }
});

/** One a way of writing numbers. */
const WAYS = 'en de fr de-CH de-AT es sv pl hi pt-PT ar-TN ar-EG-u-nu-latn fa-u-nu-latn vi id ja tr en-IN en-ZA'.split(
  ' ',
);
const CURRENCIES = [...new Set(CURRENCIES_AT_HOME.map(([, currency]) => currency))];

test('in the language of another country no amount is read wrong either', () => {
  expect(readAgain(WAYS.flatMap((way) => CURRENCIES.map((one) => [way, one] as const))).wrong).toEqual([]);
});

test('what two languages read differently is refused, with no currency mark and of any that has two digits', () => {
  const amounts = [1.299, 1299, 11.655, 11_655, 807.925, 807_925, 0.129, 12.5, 1_234_567.5, 1_299_000];
  const meant = new Map<string, Set<number>>();
  for (const way of WAYS) {
    const printer = new Intl.NumberFormat(way);
    for (const one of amounts) {
      const text = printer.format(one);
      meant.set(text, (meant.get(text) ?? new Set()).add(one));
    }
  }
  for (const [text, [one, other]] of meant) {
    const read = amount(text);
    if (other !== undefined) expect([text, read]).toEqual([text, undefined]);
    else expect([text, read ?? String(one)].map(Number)[1]).toBe(one);
  }
  const open = [...meant].filter(([, { size }]) => size > 1).map(([text]) => text);
  expect(open).toEqual(expect.arrayContaining(['1.299', '1,299', '11.655', '807,925']));
  // A machine prints a point; a comma was written for people, who write two decimals.
  for (const text of open.filter((one) => one.includes('.')))
    expect([text, amount(text, 'EUR'), amount(text, 'USD'), amount(text, 'PKR')]).toEqual([
      text,
      ...Array(3).fill(undefined),
    ]);
});

test('a point before three digits is a decimal one just where CLDR too has three decimals', () => {
  for (const currency of Intl.supportedValuesOf('currency')) {
    const printer = new Intl.NumberFormat('en', { style: 'currency', currency });
    const decimals = printer.resolvedOptions().maximumFractionDigits;
    const meaning = meaningOfSeparator('.', currency, false);
    expect([currency, meaning]).toEqual([
      currency,
      decimals === 3 ? 'decimals' : expect.not.stringMatching('decimals'),
    ]);
    if (meaning === 'thousands') expect([currency, decimals]).toEqual([currency, 0]);
  }
});
