/** Digits with separators → plain decimal text. */
import type { Meaning } from './currency';

/** Thousands set apart, all in one way. */
const THOUSANDS = /^[1-9]\d{0,2}([.,' ٬])\d{3}(?:\1\d{3})*$/;

/** In India hundreds from a thousand on: 12,34,567. */
const HUNDREDS = /^[1-9]\d?(?:([,٬])\d{2})(?:\1\d{2})*\1\d{3}$/;

/** One separator that can stand before thousands or before decimals. Before a zero it cannot: 0.125. */
const OPEN = /^[1-9]\d{0,2}([.,])\d{3}$/;

const PLAIN = /^\d{1,15}(?:\.\d+)?$/;

export const openSeparatorOf = (digits: string): string | undefined => OPEN.exec(digits)?.[1];

/** @param meaning Of the last separator, where the digits do not tell it. */
export function decimalOf(digits: string, meaning?: Exclude<Meaning, 'open'>): string | undefined {
  const decimal =
    (meaning === 'decimals' ? undefined : wholeOf(digits)) ?? (meaning === 'thousands' ? '' : split(digits));
  return PLAIN.test(decimal) ? decimal.replace(/^0+(?=\d)/, '') : undefined;
}

/** The last point or comma is the decimal one, and whatever sets groups apart before it is another. */
function split(digits: string): string {
  const last = Math.max(digits.lastIndexOf('٫'), digits.lastIndexOf(','), digits.lastIndexOf('.'));
  const start = digits.slice(0, last);
  if (last < 0 || start.includes(digits.charAt(last))) return '';
  const whole = start === '' ? '0' : wholeOf(start);
  return whole === undefined ? '' : `${whole}.${digits.slice(last + 1)}`;
}

const wholeOf = (digits: string): string | undefined =>
  THOUSANDS.test(digits) || HUNDREDS.test(digits) ? digits.replace(/\D/g, '') : /^\d+$/.exec(digits)?.[0];
