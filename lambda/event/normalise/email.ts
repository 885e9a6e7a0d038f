/**
 * E-mail addresses as people and programs write them → the one address, lower case, without blanks. Dots and `+` belong to
 * the address. Sources: Pinterest's OpenAPI description (`em` lower-case) and its help page on enhanced match (no white space).
 */

import { lowerCase } from '../../../contract/text';
import type { Normalised } from './normalised';
import { percentDecoded, unescaped } from './written-out';

/** One address: no display name, no list; its domain ends in a word of two letters or more. */
const ASCII_ADDRESS = /^[^\s@<>()[\],;:"\\&|]+@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z][a-z\d-]*[a-z\d]$/i;
const ADDRESS = /^[^\s@<>()[\],;:"\\|]+@(?:[\p{L}\p{M}\p{N}-]+\.)+\p{L}[\p{L}\p{M}\p{N}-]+$/u;

/** A template that knew nothing of the person: `undefined@example.com`, `null@null.com`. */
const OF_NOBODY = /^(?:undefined|null|none|nan|nil)@|@(?:undefined|null)\.|^\[object |undefined@/i;

/** Letters that a system hides before it passes an address on. */
const MASKED = /\*{2,}|[•…]|^[^@]?\*|\*@/;

/** Two addresses with something between them. By the first and the last @, because a pattern would try each pair of them. */
function holdsSeveral(text: string): boolean {
  const [first, last] = [text.indexOf('@'), text.lastIndexOf('@')];
  return first < last && /[\s,;|]/.test(text.slice(first, last));
}

export function email(text: string): Normalised {
  const address = isAddress(text) ? text : bareAddress(text);
  if (address === undefined || !isAddress(address)) {
    return holdsSeveral(text) ? { because: 'more than one e-mail address in one text (send a list)' } : undefined;
  }
  if (MASKED.test(address)) return { because: 'an address with hidden letters' };
  return OF_NOBODY.test(address) ? { because: 'an address that a template made of nothing' } : lowerCase(address);
}

/** Apostrophes around it are quotes; inside they belong to the name. */
const isAddress = (text: string): boolean =>
  (ASCII_ADDRESS.test(text) || ADDRESS.test(text)) && !/^['.]|%(?:40|2B)|\{|\}|\$\{/i.test(text);

/** `Jane <jane@example.com>`, `mailto:jane@example.com?subject=…`, `jane%40example.com`, quoted, with blanks or a full stop. */
function bareAddress(text: string): string | undefined {
  const decoded = /%(?:40|2B|20)/i.test(text) ? percentDecoded(text) : unescaped(text);
  return decoded
    ?.trim()
    .replace(/^.*<([^<>]+)>$/s, '$1')
    .trim()
    .replace(/^mailto:\s*([^?]*)(?:\?.*)?$/is, '$1')
    .replace(/(?<!\s)\s+(?=[@.])/g, '')
    .replace(/(?<=[@.])\s+/g, '')
    .replace(/^["'“”‘’`<\s]+/, '')
    .replace(/["'“”‘’`>\s.,;:]{1,10}$/, '');
}
