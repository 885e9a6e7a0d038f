/**
 * What Pinterest wants of a person's fields before they are hashed. Each function takes a trimmed text and returns the
 * normalised one, or undefined when it cannot be what the field is for.
 *
 * Sources: field descriptions of Pinterest's OpenAPI description (`em`, `fn`, `ln` lower-case; `ge` one of f, m, n;
 * `db` year, month and day); its help page on enhanced match (no white space in e-mail addresses).
 */

export function email(text: string): string | undefined {
  const address = text.replace(/\s/g, '').toLowerCase();
  return /^[^@]+@[^@]+\.[^@.]+$/.test(address) ? address : undefined;
}

/** Lower case and single blanks; accents and punctuation belong to the name. Composed, so that one name has one hash. */
export const personName = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ');

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
