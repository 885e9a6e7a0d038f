/**
 * Amounts → the plain decimal text that Pinterest parses: `129.9`, `"129,90 €"` and `"1.299,00"` alike. Amounts below
 * zero are no amounts: Pinterest advises against them, and a refund is not a conversion.
 */

/** Above this a number is no price, and JavaScript would print it with an exponent. */
const LARGEST = 1e15;

/** No amount needs more room; without a limit a text made for it would keep the patterns below busy for minutes. */
const LONGEST_TEXT = 60;

export function decimal(value: unknown): string | undefined {
  if (typeof value === 'number') return value >= 0 && value < LARGEST ? printed(value) : undefined;
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) return undefined;
  const digits = value.replace(/^[\s\p{Sc}\p{L}]+|[\s\p{Sc}\p{L}]+$/gu, '').replace(/[\s'’](?=\d{3})/g, '');
  const plain = withDecimalPoint(digits);
  return /^\d{1,15}(\.\d+)?$/.test(plain) ? plain : undefined;
}

/** Six places keep every price and drop what floating-point sums leave behind (0.1 + 0.2). */
function printed(value: number): string {
  const text = String(value);
  return /^\d+(\.\d{1,6})?$/.test(text) ? text : String(Number(value.toFixed(6)));
}

/** Thousands set apart; in India also hundreds: 12,34,567. */
const GROUPED = /^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/;

/**
 * The last of two kinds of separator is the decimal one; a single kind in front of exactly three digits separates
 * thousands when it is a comma or stands more than once.
 */
function withDecimalPoint(digits: string): string {
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'));
  if (last < 0) return digits;
  const separator = digits[last];
  const other = separator === ',' ? '.' : ',';
  const once = digits.indexOf(separator ?? '') === last;
  if (!digits.includes(other) && GROUPED.test(digits) && (separator === ',' || !once))
    return digits.replace(/[.,]/g, '');
  const whole = digits.slice(0, last);
  const readable = once && (/^\d*$/.test(whole) || GROUPED.test(whole));
  return readable ? `${whole.replaceAll(other, '') || 0}.${digits.slice(last + 1)}` : '';
}
