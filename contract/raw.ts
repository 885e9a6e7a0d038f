/** Reading values of unknown shape: what counts as absent, as an object, as a text. */
import { visible } from './text';

export type RawObject = { readonly [key: string]: unknown };

export const isRawObject = (value: unknown): value is RawObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether an object has one of these keys. Asked several times of every event, so it makes no list of them. */
export function hasAnyOf(object: object, keys: { has(key: string): boolean }): boolean {
  for (const key in object) if (keys.has(key)) return true;
  return false;
}

/** What programs print for a value that they do not have, each alone or several in a row: `null null`. */
const WORD = String.raw`(?:undefined|null|none|nan|nil|n\/a|n\.a\.?)`;
/** What people and reports write there. */
const SAID = '(?:not[ _-](?:set|provided|available|applicable|specified|given)|no[ _-]value|data not available)';
const NOTHING = new RegExp(
  `^(?:${[
    String.raw`(?:${WORD}|${SAID})(?:[\s,]+(?:${WORD}|${SAID}))*|n ?[/\\] ?a`,
    String.raw`["']\s*(?:${WORD}|\s)\s*["']|-+\s*none\s*-+`,
    // C, Go, Google Analytics, logs and proxies that hide values.
    String.raw`[(<[]\s*(?:${WORD}|${SAID}|not set|empty|blank|unset|unknown|missing|deleted|filtered|redacted|removed|hidden|masked|email\s+protected|)\s*[)>\]]`,
    // Spreadsheets, in any language; a column that is too narrow.
    String.raw`#(?:n\/[ad]|nv|[\p{L}¡/0?]{2,12}[!?]|#+)`,
    // MySQL's export, a blank written out, empty quotes and objects, marks alone.
    String.raw`\\N|(?:&nbsp;|&#160;|%20|%00|\\u0000|\\[trn0])+|""|''|\[\s*\]|\{\s*\}|-+|\*+|_+|\?+|\u2800+|[–—•]+`,
  ].join('|')})$`,
  'iu',
);

const LONGEST_NOTHING = 60;

/** Most texts begin with a letter or digit that no such text begins with; that rules them out at once. */
function isPrintedNothing(trimmed: string): boolean {
  if (trimmed === '') return true;
  const first = trimmed.charCodeAt(0) | 32;
  if (((first >= 97 && first <= 122) || (first >= 48 && first <= 57)) && first !== 110 && first !== 117) return false;
  if (trimmed.length > LONGEST_NOTHING) return false;
  const seen = visible(trimmed).trim();
  return seen === '' || NOTHING.test(seen);
}

export const isAbsent = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && isPrintedNothing(value.trim()));

/** As absent as that: a list of nothing, which says that there are no items. */
export const isNothing = (value: unknown): boolean => isAbsent(value) || (Array.isArray(value) && value.length === 0);

/** A number above 2^53, of which JavaScript has not kept the last digits: as an id it would be another one. */
export const hasLostDigits = (value: unknown): boolean =>
  typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER;

/** The trimmed text of a text or number; undefined for anything else and for what counts as absent. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && !hasLostDigits(value) ? String(value) : undefined;
  if (typeof value !== 'string') return undefined;
  const trimmed = value.trim();
  return isPrintedNothing(trimmed) ? undefined : trimmed;
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
