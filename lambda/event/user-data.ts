/**
 * `user_data`: who the event is about. Clear values are normalised and hashed here and never leave in clear; values
 * that are digests already are kept. What cannot be read is left out with a warning: a conversion with fewer keys is
 * worth more than none.
 */
import { isIP } from 'node:net';
import { readFields } from './fields';
import type { Findings } from './findings';
import { birthDate } from './normalise/birth-date';
import { email, externalId, gender, mobileAdId, personName } from './normalise/person';
import { phone } from './normalise/phone';
import { city, country, countryCode, postcode, state } from './normalise/place';
import { USER_DATA, type UserData } from './pinterest-event';
import { isAbsent, isBrokenText, listOf, type RawObject, textOf } from './raw';
import { SHA256_HEX, SHA256_OF_NOTHING, sha256 } from './sha256';

interface DigestField {
  /** What a warning calls the value. */
  readonly what: string;
  /** True for ids, which may look like a digest by themselves. */
  readonly isId?: boolean;
  readonly normalise: (text: string, countryOfEvent: string | undefined) => string | undefined;
}

export const DIGEST_FIELDS = {
  em: { what: 'an e-mail address', normalise: email },
  ph: {
    what: 'a phone number (one without country code needs user_data.country or a default country)',
    normalise: phone,
  },
  ge: { what: 'a gender (f, m or n)', normalise: gender },
  db: { what: 'a date of birth (write YYYY-MM-DD)', normalise: birthDate },
  ln: { what: 'a name', normalise: personName },
  fn: { what: 'a name', normalise: personName },
  ct: { what: 'a city', normalise: city },
  st: { what: 'a state code', normalise: state },
  zp: { what: 'a postcode', normalise: postcode },
  country: { what: 'a country (write the ISO 3166 two-letter code)', normalise: country },
  external_id: { what: 'an id', isId: true, normalise: externalId },
  hashed_maids: { what: 'a mobile advertising id', isId: true, normalise: mobileAdId },
} as const satisfies Record<string, DigestField>;

type DigestKey = keyof typeof DIGEST_FIELDS;

/** No value of a person is longer, and no person has more of them; what is made to keep the patterns busy is. */
const MAX_TEXT_LENGTH = 1_000;
const MAX_VALUES = 100;

/** `opt_out_type` belongs to `custom_data`, but some systems write it here. */
const isReadElsewhere = (key: string): boolean => isDigestKey(key) || key === 'opt_out_type';

const DIGEST_KEYS: ReadonlySet<string> = new Set(Object.keys(DIGEST_FIELDS));

const isDigestKey = (key: string): key is DigestKey => DIGEST_KEYS.has(key);

/** Spelled-out names that many systems use → Pinterest's. */
export const USER_DATA_ALIASES: ReadonlyMap<string, DigestKey> = new Map([
  ['email', 'em'],
  ['phone', 'ph'],
  ['gender', 'ge'],
  ['date_of_birth', 'db'],
  ['last_name', 'ln'],
  ['first_name', 'fn'],
  ['city', 'ct'],
  ['state', 'st'],
  ['zip', 'zp'],
  ['mobile_ad_id', 'hashed_maids'],
]);

export interface UserDataContext {
  /** What the connection itself says; stands above anything in the body. */
  readonly connection?: { readonly ipAddress: string; readonly userAgent: string | undefined };
  /** Click id from the cookie or the URL, asked for when the event brings none. */
  readonly clickId: () => string | undefined;
  /** ISO 3166 code used when the event brings no country. */
  readonly defaultCountry: string | undefined;
}

export function readUserData(raw: RawObject, context: UserDataContext, findings: Findings): UserData {
  const spelled = withoutAliases(raw);
  const countryOfEvent = readCountry(spelled.country) ?? context.defaultCountry;
  const userData: UserData = {};
  for (const key of Object.keys(spelled)) {
    if (!isDigestKey(key)) continue;
    const digests = readDigests(key, spelled[key], countryOfEvent, findings);
    if (digests.length > 0) userData[key] = digests;
  }
  Object.assign(userData, readFields(spelled, USER_DATA, 'user_data.', findings, isReadElsewhere));
  applyConnection(userData, context, findings);
  const clickId = userData.click_id ?? context.clickId();
  if (clickId !== undefined) userData.click_id = clickId;
  return userData;
}

/** Pinterest's minimum: without one of these it refuses the event. */
export const isIdentifiable = (userData: UserData): boolean =>
  userData.em !== undefined ||
  userData.hashed_maids !== undefined ||
  (userData.client_ip_address !== undefined && userData.client_user_agent !== undefined);

function withoutAliases(raw: RawObject): RawObject {
  if (!Object.keys(raw).some((key) => USER_DATA_ALIASES.has(key))) return raw;
  const spelled: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    const name = USER_DATA_ALIASES.get(key) ?? key;
    spelled[name] = Object.hasOwn(spelled, name) ? [...listOf(spelled[name]), ...listOf(value)] : value;
  }
  return spelled;
}

/** The first country given in clear; a hashed one tells nothing about how to read the other fields. */
function readCountry(value: unknown): string | undefined {
  for (const item of listOf(value).slice(0, MAX_VALUES)) {
    const text = textOf(item);
    const code = text === undefined || text.length > MAX_TEXT_LENGTH ? undefined : countryCode(text);
    if (code !== undefined) return code;
  }
  return undefined;
}

function readDigests(key: DigestKey, value: unknown, countryOfEvent: string | undefined, findings: Findings): string[] {
  const digests: string[] = [];
  const values = listOf(value);
  if (values.length > MAX_VALUES) {
    findings.warning(
      `"user_data.${key}" holds ${values.length} values; those after the first ${MAX_VALUES} were left out`,
    );
  }
  for (const item of values.slice(0, MAX_VALUES)) {
    if (isAbsent(item)) continue;
    const digest = digestOf(textOf(item), DIGEST_FIELDS[key], countryOfEvent);
    if (digest === undefined) {
      findings.warning(
        `"user_data.${key}" holds a value that is not ${DIGEST_FIELDS[key].what}; that value was left out`,
      );
    } else if (digest === SHA256_OF_NOTHING) {
      findings.warning(`"user_data.${key}" holds the digest of an empty text; that value was left out`);
    } else if (!digests.includes(digest)) {
      digests.push(digest);
    }
  }
  return digests;
}

/** MD5 and SHA-1, which Pinterest's tag takes and its API does not; hashed again they would match nobody. */
const OTHER_DIGEST = /^([0-9a-f]{32}|[0-9a-f]{40})$/i;

function digestOf(
  text: string | undefined,
  field: DigestField,
  countryOfEvent: string | undefined,
): string | undefined {
  if (text === undefined || text.length > MAX_TEXT_LENGTH || isBrokenText(text)) return undefined;
  if (text.length === 64 && SHA256_HEX.test(text.toLowerCase())) return text.toLowerCase();
  if (field.isId !== true && OTHER_DIGEST.test(text)) return undefined;
  const normalised = field.normalise(text, countryOfEvent);
  return normalised === undefined ? undefined : sha256(normalised);
}

function applyConnection(userData: UserData, { connection }: UserDataContext, findings: Findings): void {
  if (connection !== undefined) {
    if (userData.client_ip_address !== undefined || userData.client_user_agent !== undefined) {
      findings.warning(
        '"user_data.client_ip_address" and "client_user_agent" are taken from the connection, not from the body',
      );
    }
    userData.client_ip_address = connection.ipAddress;
    delete userData.client_user_agent;
    if (connection.userAgent) userData.client_user_agent = connection.userAgent;
  }
  const address = userData.client_ip_address;
  if (address !== undefined && (isIP(address) === 0 || address === '0.0.0.0')) {
    findings.warning('"user_data.client_ip_address" is not an IPv4 or IPv6 address and was left out');
    delete userData.client_ip_address;
  }
}
