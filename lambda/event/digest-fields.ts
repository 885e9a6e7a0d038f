/**
 * The fields of `user_data` that leave as digests, one table: clear values are normalised and hashed, values that are
 * SHA-256 digests already are kept, and what is neither is left out with a warning.
 */
import type { Findings } from './findings';
import { birthDate } from './normalise/birth-date';
import type { NormaliseContext, Normalised } from './normalise/normalised';
import { email, externalId, gender, mobileAdId, personName } from './normalise/person';
import { phone } from './normalise/phone';
import { city, country, postcode, state } from './normalise/place';
import { isAbsent, listOf, textOf } from './raw';
import { SHA256_HEX, SHA256_OF_NOTHING, sha256 } from './sha256';

interface DigestField {
  /** What a warning calls the value. */
  readonly what: string;
  /** True for ids, which may look like a digest by themselves. */
  readonly isId?: boolean;
  readonly normalise: (text: string, context: NormaliseContext) => Normalised;
}

export const DIGEST_FIELDS = {
  em: { what: 'an e-mail address', normalise: email },
  ph: {
    what: 'a phone number (digits in one of the usual forms, without letters)',
    normalise: (text, { country }) => phone(text, country),
  },
  ge: { what: 'a gender (f, m or n)', normalise: gender },
  db: { what: 'a date of birth (write YYYY-MM-DD)', normalise: (text, { country }) => birthDate(text, country) },
  ln: { what: 'a name', normalise: personName },
  fn: { what: 'a name', normalise: personName },
  ct: { what: 'a city', normalise: city },
  st: { what: 'a state code', normalise: (text, { country }) => state(text, country) },
  zp: { what: 'a postcode', normalise: (text, { country }) => postcode(text, country) },
  country: { what: 'a country (write the ISO 3166 two-letter code)', normalise: country },
  external_id: { what: 'an id', isId: true, normalise: externalId },
  hashed_maids: { what: 'a mobile advertising id', isId: true, normalise: mobileAdId },
} as const satisfies Record<string, DigestField>;

export type DigestKey = keyof typeof DIGEST_FIELDS;

/** No value of a person is longer, and no person has more of them; what is made to keep the patterns busy is. */
export const MAX_TEXT_LENGTH = 1_000;
export const MAX_VALUES = 100;

const DIGEST_KEYS: ReadonlySet<string> = new Set(Object.keys(DIGEST_FIELDS));

export const isDigestKey = (key: string): key is DigestKey => DIGEST_KEYS.has(key);

export function readDigests(key: DigestKey, value: unknown, context: NormaliseContext, findings: Findings): string[] {
  const digests: string[] = [];
  const values = listOf(value);
  if (values.length > MAX_VALUES) {
    findings.warning(
      'unusable_match_key',
      `"user_data.${key}" holds ${values.length} values; those after the first ${MAX_VALUES} were left out`,
    );
  }
  for (const item of values.slice(0, MAX_VALUES)) {
    if (isAbsent(item)) continue;
    const digest = digestOf(textOf(item), DIGEST_FIELDS[key], context);
    if (typeof digest !== 'string') {
      const because = digest?.because ?? `a value that is not ${DIGEST_FIELDS[key].what}`;
      findings.warning('unusable_match_key', `"user_data.${key}" holds ${because}; that value was left out`);
    } else if (digest === SHA256_OF_NOTHING) {
      findings.warning(
        'unusable_match_key',
        `"user_data.${key}" holds the digest of an empty text; that value was left out`,
      );
    } else if (!digests.includes(digest)) {
      digests.push(digest);
    }
  }
  return digests;
}

/** A byte that was not UTF-8 arrives as this character, half an emoji becomes it: such a text cannot be hashed right. */
const isBrokenText = (text: string): boolean => text.includes('\uFFFD') || !text.isWellFormed();

/** MD5 and SHA-1, which Pinterest's tag takes and its API does not; hashed again they would match nobody. */
const OTHER_DIGEST = /^([0-9a-f]{32}|[0-9a-f]{40})$/i;

function digestOf(text: string | undefined, field: DigestField, context: NormaliseContext): Normalised {
  if (text === undefined || text.length > MAX_TEXT_LENGTH || isBrokenText(text)) return undefined;
  if (text.length === 64 && SHA256_HEX.test(text.toLowerCase())) return text.toLowerCase();
  if (field.isId !== true && OTHER_DIGEST.test(text)) return undefined;
  const normalised = field.normalise(text, context);
  return typeof normalised === 'string' ? sha256(normalised) : normalised;
}
