/**
 * JSON as `JSON.parse` reads it, but for whole numbers that JavaScript cannot hold: an id of 17 digits becomes the text of
 * its digits, instead of the number next to it.
 */

/** Numbers of 16 digits and more, and with an exponent. Only a text that holds one is worth a reviver, which is slow. */
const LONG_NUMBER = /(?:^|[:[,])\s*-?(?:[\d.]{16}|\d[\d.]*[eE])/;

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

/** Throws a SyntaxError as `JSON.parse` does. */
export const parseJson = (text: string): unknown =>
  LONG_NUMBER.test(text) ? JSON.parse(text, withAllDigits as Parameters<typeof JSON.parse>[1]) : JSON.parse(text);
