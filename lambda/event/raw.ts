/** Reading values of unknown shape: what counts as absent, as an object, as a text. */

export type RawObject = { readonly [key: string]: unknown };

/** What templates print for a value they do not have. */
const PRINTED_NOTHING = new Set(['null', 'undefined', 'none', 'nan', 'n/a']);

export const isRawObject = (value: unknown): value is RawObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every word of the set begins with n or u; that rules out most texts at once. */
const isPrintedNothing = (trimmed: string): boolean =>
  trimmed === '' ||
  ('nNuU'.includes(trimmed.charAt(0)) && trimmed.length < 10 && PRINTED_NOTHING.has(trimmed.toLowerCase()));

export const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isPrintedNothing(value.trim()));

/** The trimmed text of a text or number; undefined for anything else and for what counts as absent. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return isPrintedNothing(trimmed) ? undefined : trimmed;
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
