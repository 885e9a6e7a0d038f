/**
 * The fields of `user_data` that leave as digests, one table: clear values are normalised and hashed, values that are
 * SHA-256 digests already are kept, and what is neither is left out with a warning.
 */

import { unwrapped } from '../../contract/json-text';
import { hasLostDigits, isAbsent, listOf, textOf } from '../../contract/raw';
import { isPrintableAscii, visible } from '../../contract/text';
import { digestIn, isOtherDigest, nothingIn } from './digest-form';
import type { Findings } from './findings';
import { birthDate } from './normalise/birth-date';
import { city } from './normalise/city';
import { country } from './normalise/country';
import { email } from './normalise/email';
import type { NormaliseContext, Normalised } from './normalise/normalised';
import { externalId, gender, isNameLikeNothing, mobileAdId, personName, whyNoName } from './normalise/person';
import { phone } from './normalise/phone';
import { postcode } from './normalise/postcode';
import { state } from './normalise/state';
import { sha256 } from './sha256';
import { isNoChoice, isUnfilled, whyNoId } from './unfilled';

interface DigestField {
  /** What a warning calls the value. */
  readonly what: string;
  /** True for ids, which may look like a digest by themselves. */
  readonly isId?: boolean;
  /** True for names of people and places, which may be spelled as what programs print for nothing: told, or kept, never absent. */
  readonly isName?: boolean;
  readonly normalise: (text: string, context: NormaliseContext) => Normalised;
}

export const DIGEST_FIELDS = {
  em: { what: 'an e-mail address', normalise: email },
  ph: {
    what: 'a phone number (digits in one of the usual forms, without letters)',
    normalise: (text, { country }) => phone(text, country),
  },
  ge: { what: 'a gender (f, m or n)', normalise: gender },
  db: { what: 'a date of birth (write YYYY-MM-DD)', normalise: birthDate },
  ln: { what: 'a name', isName: true, normalise: personName },
  fn: { what: 'a name', isName: true, normalise: personName },
  ct: { what: 'a city', isName: true, normalise: (text, { country }) => city(text, country) },
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
  const field: DigestField = DIGEST_FIELDS[key];
  const values = listOf(typeof value === 'string' && value.startsWith('[') ? unwrapped(value) : value);
  if (values.length > MAX_VALUES) {
    findings.warning(
      'unusable_match_key',
      `"user_data.${key}" holds ${values.length} values; those after the first ${MAX_VALUES} were left out`,
    );
  }
  for (const item of values.length > MAX_VALUES ? values.slice(0, MAX_VALUES) : values) {
    const text = textOf(item) ?? (field.isName ? nameLikeNothing(item) : undefined);
    if (text === undefined && isAbsent(item)) continue;
    const digest = hasLostDigits(item) ? LOST_DIGITS : digestOf(text, field, context);
    if (typeof digest !== 'string') {
      const because = digest?.because ?? `a value that is not ${field.what}`;
      findings.warning('unusable_match_key', `"user_data.${key}" holds ${because}; that value was left out`);
    } else if (!digests.includes(digest)) {
      digests.push(digest);
    }
  }
  return digests;
}

/** `NaN` is never a name; the other such words are kept here, for `whyNoName` to tell names from nothing. */
function nameLikeNothing(item: unknown): string | undefined {
  const text = typeof item === 'string' ? item.trim() : '';
  return text !== 'NaN' && isNameLikeNothing(text) ? text : undefined;
}

const LOST_DIGITS = { because: 'a number whose last digits are lost (send ids as text)' };

/** A byte that was not UTF-8 arrives as U+FFFD, half an emoji becomes it, a second byte read by itself is a C1 control. */
const isBrokenText = (text: string): boolean => /[\ufffd\u0080-\u009f]/.test(text) || !text.isWellFormed();

const FULL_WIDTH = /[\uff01-\uff5e]/g;

const halfWidth = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 0xfee0);

function digestOf(given: string | undefined, field: DigestField, context: NormaliseContext): Normalised {
  if (given === undefined || given.length > MAX_TEXT_LENGTH) return undefined;
  const isId = field.isId === true;
  const text = isPrintableAscii(given) ? given : seenIn(given, isId);
  if (text === undefined) return undefined;
  const digest = digestIn(text);
  if (digest !== undefined) {
    const nothing = nothingIn(digest);
    return nothing === undefined ? digest : { because: nothing };
  }
  if (isOtherDigest(text, isId)) return { because: 'a digest that is not SHA-256 in hex' };
  const because = isId ? whyNoId(text) : whyNoPerson(field, text);
  if (because !== undefined) return { because };
  const normalised = (field.isName ? whyNoName(text) : undefined) ?? field.normalise(text, context);
  return typeof normalised === 'string' && normalised !== '' ? sha256(normalised) : normalised || undefined;
}

/** Without what nobody sees; the wide letters of East Asian keyboards are those of ASCII, but for ids, which are kept. */
function seenIn(text: string, isId: boolean): string | undefined {
  if (isBrokenText(text)) return undefined;
  const seen = visible(text).trim();
  return (isId ? seen : seen.replace(FULL_WIDTH, halfWidth)) || undefined;
}

/** Names are free text, of which some words would be no id; the other fields are read strictly by themselves. */
const whyNoPerson = (field: DigestField, text: string): string | undefined => {
  if (!field.isName) return isUnfilled(text) ? TEMPLATE : undefined;
  if (PLAIN_NAME.test(text) && !PRINTED_WORD.test(text)) return undefined;
  if (isNoChoice(text)) return NO_CHOICE;
  return /\p{L}/u.test(text) ? whyNoId(text) : undefined;
};

const TEMPLATE = 'a template variable that was not filled in';
const NO_CHOICE = 'a word for no choice or for nobody';

/** Words of letters, none of which can be what a program printed: those begin in a way that few names have. */
const PLAIN_NAME = /^[A-Za-z]+(?:[ '-][A-Za-z]+)*$/;
const PRINTED_WORD =
  /undef|null|none|nil\b|nan\b|name|array|object|infin|invalid|select|choose|un[bk]|^(?:anon|incon|descon|onbe|scon|redac|empty$|missing$|true$|false$)/i;
