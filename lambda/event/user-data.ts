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
  external_id: { what: 'an id', normalise: externalId },
  hashed_maids: { what: 'a mobile advertising id', normalise: mobileAdId },
} as const satisfies Record<string, DigestField>;

type DigestKey = keyof typeof DIGEST_FIELDS;

/** Spelled-out names that many systems use → Pinterest's. */
export const USER_DATA_ALIASES: { readonly [alias: string]: DigestKey } = {
  email: 'em',
  phone: 'ph',
  gender: 'ge',
  date_of_birth: 'db',
  last_name: 'ln',
  first_name: 'fn',
  city: 'ct',
  state: 'st',
  zip: 'zp',
  mobile_ad_id: 'hashed_maids',
};

export interface UserDataContext {
  /** What the connection itself says; stands above anything in the body. */
  readonly connection?: { readonly ipAddress: string; readonly userAgent: string | undefined };
  /** Click id from the cookie or the URL, used when the event brings none. */
  readonly clickId: string | undefined;
  /** ISO 3166 code used when the event brings no country. */
  readonly defaultCountry: string | undefined;
}

export function readUserData(raw: RawObject, context: UserDataContext, findings: Findings): UserData {
  const spelled = withoutAliases(raw);
  const countryOfEvent = readCountry(spelled.country) ?? context.defaultCountry;
  const userData: UserData = {};
  for (const key of Object.keys(DIGEST_FIELDS) as DigestKey[]) {
    const digests = readDigests(key, spelled[key], countryOfEvent, findings);
    if (digests.length > 0) userData[key] = digests;
  }
  const plain = Object.fromEntries(Object.entries(spelled).filter(([key]) => !Object.hasOwn(DIGEST_FIELDS, key)));
  Object.assign(userData, readFields(plain, USER_DATA, 'user_data', findings));
  applyConnection(userData, context, findings);
  if (userData.click_id === undefined && context.clickId !== undefined) userData.click_id = context.clickId;
  return userData;
}

/** Pinterest's minimum: without one of these it refuses the event. */
export const isIdentifiable = (userData: UserData): boolean =>
  userData.em !== undefined ||
  userData.hashed_maids !== undefined ||
  (userData.client_ip_address !== undefined && userData.client_user_agent !== undefined);

function withoutAliases(raw: RawObject): Record<string, unknown> {
  const spelled: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    const name = Object.hasOwn(USER_DATA_ALIASES, key) ? (USER_DATA_ALIASES[key] ?? key) : key;
    spelled[name] = Object.hasOwn(spelled, name) ? [...listOf(spelled[name]), ...listOf(value)] : value;
  }
  return spelled;
}

/** The first country given in clear; a hashed one tells nothing about how to read the other fields. */
function readCountry(value: unknown): string | undefined {
  return listOf(value)
    .map((item) => textOf(item))
    .map((text) => text && countryCode(text))
    .find((code) => code !== undefined);
}

function readDigests(key: DigestKey, value: unknown, countryOfEvent: string | undefined, findings: Findings): string[] {
  const { what, normalise }: DigestField = DIGEST_FIELDS[key];
  const digests = new Set<string>();
  for (const item of listOf(value)) {
    if (isAbsent(item)) continue;
    const digest = digestOf(textOf(item), (text) => normalise(text, countryOfEvent));
    if (digest === undefined) {
      findings.warning(`"user_data.${key}" holds a value that is not ${what}; that value was left out`);
    } else if (digest === SHA256_OF_NOTHING) {
      findings.warning(`"user_data.${key}" holds the digest of an empty text; that value was left out`);
    } else {
      digests.add(digest);
    }
  }
  return [...digests];
}

function digestOf(text: string | undefined, normalise: (text: string) => string | undefined): string | undefined {
  if (text === undefined || isBrokenText(text)) return undefined;
  const lower = text.toLowerCase();
  if (SHA256_HEX.test(lower)) return lower;
  const normalised = normalise(text);
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
