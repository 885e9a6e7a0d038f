/**
 * What Pinterest wants of a person's fields before they are hashed. Each function takes a trimmed text and returns the
 * normalised one, or undefined when it cannot be what the field is for.
 *
 * Sources: field descriptions of Pinterest's OpenAPI description (`em`, `fn`, `ln` lower-case; `ge` one of f, m, n;
 * `db` year, month and day); its help page on enhanced match (no white space in e-mail addresses).
 */

import { lowerCase, visible } from '../../../contract/text';
import type { Normalised } from './normalised';
import { unescaped } from './written-out';

/** UTF-8 that was read as Latin-1 (`MÃ¼ller`), a letter that became a question mark: the digest could never match. */
const WRONG_ENCODING = /[ÂÃ][¡-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽž‘’“”•–—˜™š›œŸ]|\p{L}\?\p{L}/u;

/** Printed for no value, and names of people and towns all the same. A program does not write them with one capital. */
const NAMES_LIKE_NOTHING = /^(?:null|nan|nil|none)$/i;
const NAMES = new Set(['Null', 'Nan', 'Nil']);

const NOTHING = {
  because: 'a word that programs print for no value (a name of these letters begins with one capital)',
};

export const isNameLikeNothing = (text: string): boolean => text.length <= 4 && NAMES_LIKE_NOTHING.test(text);

/** Why a text of nothing but such a word is no name; undefined when it is none of these words, or written as a name. */
export const whyNoName = (text: string): { readonly because: string } | undefined =>
  isNameLikeNothing(text) && !NAMES.has(text) ? NOTHING : undefined;

/** Lower case, composed, with single blanks, so that one name has one hash; accents and punctuation belong to the name. */
export function personName(text: string): Normalised {
  if (/^[A-Za-z][A-Za-z' -]*$/.test(text) && !/u00|\s\s/.test(text)) return usual(text.toLowerCase(), text);
  const name = unescaped(text);
  if (name === undefined || WRONG_ENCODING.test(name)) return { because: 'letters in a wrong encoding (send UTF-8)' };
  if (MASKED.test(name)) return { because: 'a name with hidden letters' };
  const bare = visible(name).trim().replace(QUOTED, '$1');
  return /\p{L}/u.test(bare) ? usual(lowerCase(bare.normalize('NFC')).replace(/\s+/g, ' ').trim(), bare) : undefined;
}

/** `J***`. */
const MASKED = /\*{2,}|•/;

/** In quotes as a whole, as exports write it. */
const QUOTED = /^["'“„«‘](.*)["'”“»’]$/s;

/** Not what programs print where they know nobody. */
const usual = (name: string, text: string): Normalised => whyNoName(text) ?? name;

/** In English, German, Spanish, French, Italian, Dutch and Portuguese, as forms offer them. */
const WORDS = {
  f: 'f female w woman weiblich femme féminin feminin mujer femenino femenina donna femmina femminile vrouw vrouwelijk mulher feminino feminina',
  m: 'm male man männlich maennlich mannlich homme masculin hombre masculino uomo maschio maschile mannelijk homem',
  n: 'n x nonbinary diverse divers nonbinaire nobinario nãobinário naobinario nonbinario nonbinair nichtbinär',
};

const GENDERS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([letter, words]) => words.split(' ').map((word) => [word, letter] as const)),
);

export const gender = (text: string): string | undefined =>
  GENDERS.get(lowerCase(text).replace(/[^\p{L}\p{M}\d]/gu, ''));

/** The advertiser's own id is the advertiser's own spelling. */
export const externalId = (text: string): Normalised => text;

/** Advertising ids are UUIDs, so 40 digits in hex are SHA-1. */
export const mobileAdId = (text: string): Normalised =>
  /^[\da-f]{40}$/i.test(text) ? { because: 'a digest that is not SHA-256 in hex' } : text.toLowerCase();
