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

/** A whole number that JavaScript cannot hold has 16 digits or more. */
const MANY_DIGITS = /\d{16}/;

/** Throws a SyntaxError as `JSON.parse` does. A reviver is slow, so only a text with such a number gets one. */
export const parseJson = (text: string): unknown =>
  MANY_DIGITS.test(text) ? JSON.parse(text, withAllDigits as Parameters<typeof JSON.parse>[1]) : JSON.parse(text);
