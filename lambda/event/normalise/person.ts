/**
 * What Pinterest wants of a person's fields before they are hashed. Each function takes a trimmed text and returns the
 * normalised one, or undefined when it cannot be what the field is for.
 *
 * Sources: field descriptions of Pinterest's OpenAPI description (`em`, `fn`, `ln` lower-case; `ge` one of f, m, n;
 * `db` year, month and day); its help page on enhanced match (no white space in e-mail addresses).
 */

/** One address: no display name, no list. */
const ADDRESS = /^[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+\.[^\s@.<>()[\],;:"]+$/;

export function email(text: string): string | undefined {
  const address = ADDRESS.test(text) ? text : bareAddress(text);
  return ADDRESS.test(address) ? address.toLowerCase() : undefined;
}

/** `Jane <jane@example.com>`, `mailto:jane@example.com`, an address with blanks in it. */
const bareAddress = (text: string): string =>
  text
    .replace(/^.*<([^<>]+)>$/, '$1')
    .replace(/^mailto:/i, '')
    .replace(/\s/g, '');

/** Composed and with single blanks, so that one name has one hash. Most are ASCII, and need neither. */
const composed = (text: string): string =>
  /^[\x21-\x7e]*$/.test(text) ? text : text.normalize('NFC').replace(/\s+/g, ' ');

/** Lower case; accents and punctuation belong to the name. */
export const personName = (text: string): string => composed(text).toLowerCase();

const GENDERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    f: 'f',
    female: 'f',
    w: 'f',
    woman: 'f',
    m: 'm',
    male: 'm',
    man: 'm',
    n: 'n',
    x: 'n',
    nonbinary: 'n',
    diverse: 'n',
  }),
);

export const gender = (text: string): string | undefined => GENDERS.get(text.toLowerCase().replace(/[^a-z]/g, ''));

/** The advertiser's own id is the advertiser's own spelling: only blanks around it go. */
export const externalId = (text: string): string => text;

/** Advertising ids are UUIDs; all zeros is what a device hands out when tracking is limited. */
export const mobileAdId = (text: string): string | undefined => (/^[0-]+$/.test(text) ? undefined : text.toLowerCase());
