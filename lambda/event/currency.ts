/** Currencies by their ISO 4217 codes, and what a separator before three digits means in them. */
import { plainCharacters } from './plain-characters';

export const currencyCode = (text: string): string => plainCharacters(text).trim().toUpperCase();

/**
 * Three minor digits, or none: https://www.six-group.com/dam/download/financial-information/data-center/iso-currency/lists/list-one.xml
 * All others have two. Not from `Intl`: Node gives CLDR's digits (0 for IQD, HUF, PKR), which are not ISO's.
 */
const THREE_DIGITS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);
const NO_DIGITS = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ').concat(
    // Cents on paper alone (CLDR: 0 digits), at home with a point before thousands; a thousand of them is small change.
    ['COP', 'IDR', 'LAK', 'LBP'],
  ),
);

/** Two digits in ISO's list, and counted whole by some payment providers (Stripe: MGA; Adyen: CVE), or in fifths (MRU). */
const COUNTED_DIFFERENTLY = new Set(['CVE', 'MGA', 'MRU']);

/** Whether everybody counts the currency in hundredths. */
export const hasTwoDigits = (currency: string): boolean =>
  !THREE_DIGITS.has(currency) && !NO_DIGITS.has(currency) && !COUNTED_DIFFERENTLY.has(currency);

/** CLDR and the shops of the country write no decimals in spite of ISO's three digits, so either can be meant. */
const OPEN = new Set(['IQD']);

/** Two digits, and a comma before them wherever the currency is at home (CLDR; for EUR but in Ireland, Cyprus and Malta). */
const DECIMAL_COMMA_AT_HOME = new Set(
  (
    'ALL AMD AOA ARS AZN BAM BGN BOB BRL BYN CRC CZK DKK DZD EUR GEL HUF KGS KZT MAD MDL MKD MZN NOK PLN RON RSD RUB SEK ' +
    'TRY UAH UYU UZS VES'
  ).split(' '),
);

export type Meaning = 'decimals' | 'thousands' | 'open';

/**
 * What one separator before exactly three digits means. Nobody writes three decimals of a currency that has two, but a machine
 * does (10 % off 12.95 is 11.655), and always with a point. So a point before thousands is believed in a text that was
 * written for people, with a currency mark, where the point is no decimal sign.
 */
export function meaningOfSeparator(separator: string, currency: string, marked: boolean): Meaning {
  if (OPEN.has(currency)) return 'open';
  if (THREE_DIGITS.has(currency)) return 'decimals';
  if (separator === ',' || NO_DIGITS.has(currency)) return 'thousands';
  return marked && DECIMAL_COMMA_AT_HOME.has(currency) ? 'thousands' : 'open';
}
