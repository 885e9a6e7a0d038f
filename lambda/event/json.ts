/**
 * JSON as `JSON.parse` reads it, but for whole numbers that JavaScript cannot hold: an id of 17 digits becomes the text of
 * its digits, instead of the number next to it.
 */

/** A whole number, also as a spreadsheet or Python writes it: `820982911946154508.0`. An exponent comes of lost digits. */
const WHOLE_NUMBER = /^(-?\d+)(?:\.0+)?$/;

/** Node 24 and later hand the text of a number to the reviver; before that the number stays what `JSON.parse` made of it. */
interface ReviverContext {
  readonly source?: string;
}

type Reviver = (this: unknown, key: string, value: unknown, context?: ReviverContext) => unknown;

const withAllDigits: Reviver = (_, value, context) =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)
    ? (WHOLE_NUMBER.exec(context?.source ?? '')?.[1] ?? value)
    : value;

/** Throws a SyntaxError as `JSON.parse` does. A reviver is slow, so a text gets one only when it is known to hold such a number. */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const isWhole = !MANY_DIGITS.test(text) || !holdsLargeNumber(value, 0);
  return isWhole ? value : JSON.parse(text, withAllDigits as Parameters<typeof JSON.parse>[1]);
}

/** As many digits in a row as the first number has that JavaScript cannot hold. */
const MANY_DIGITS = /\d{16}/;

/** Deeper than any list of events goes; what is nested deeper is no event, and is refused for that. */
const DEEPEST = 20;

function holdsLargeNumber(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER;
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.some((inner) => holdsLargeNumber(inner, depth + 1));
  for (const key in value) if (holdsLargeNumber((value as Record<string, unknown>)[key], depth + 1)) return true;
  return false;
}
