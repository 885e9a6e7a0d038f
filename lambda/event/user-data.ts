/**
 * `user_data`: who the event is about. What cannot be read is left out with a warning: a conversion with fewer keys is
 * worth more than none.
 */

import { USER_DATA, type UserData } from '../../contract/pinterest-event';
import { hasAnyOf, listOf, type RawObject, textOf } from '../../contract/raw';
import { applyConnection, type Connection } from './connection';
import { type DigestKey, isDigestKey, MAX_TEXT_LENGTH, MAX_VALUES, readDigests } from './digest-fields';
import { fieldsBut, readFields } from './fields';
import type { Findings } from './findings';
import { countryCode, countryOfDigest } from './normalise/country';
import { isSwitch } from './switches';

/** Flags of privacy belong elsewhere, but some systems write them here. */
const isReadElsewhere = (key: string): boolean => isDigestKey(key) || key === 'client_ip_address' || isSwitch(key);

const CLEAR = fieldsBut(USER_DATA, isReadElsewhere);

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
  readonly connection?: Connection | undefined;
  /** Apps and tills name their own software as the user agent, and may. */
  readonly isWeb: boolean;
  /** Click id from the cookie or the URL, asked for when the event brings none. */
  readonly clickId: () => string | undefined;
  /** ISO 3166 code used when the event brings no country. */
  readonly defaultCountry: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function readUserData(raw: RawObject, context: UserDataContext, findings: Findings): UserData {
  const spelled = withoutAliases(raw);
  const normalising = { country: readCountry(spelled.country) ?? context.defaultCountry, now: context.now };
  const userData: UserData = readFields(spelled, CLEAR, 'user_data.', findings, isReadElsewhere);
  for (const key in spelled) {
    if (!isDigestKey(key)) continue;
    const digests = readDigests(key, spelled[key], normalising, findings);
    if (digests.length > 0) userData[key] = digests;
  }
  applyConnection(userData, spelled, context.connection, context.isWeb, findings);
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
  if (!hasAnyOf(raw, USER_DATA_ALIASES)) return raw;
  const spelled: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    const name = USER_DATA_ALIASES.get(key) ?? key;
    spelled[name] = Object.hasOwn(spelled, name) ? [...listOf(spelled[name]), ...listOf(value)] : value;
  }
  return spelled;
}

/** The first country given, in clear or hashed: it tells how the other fields are read. */
function readCountry(value: unknown): string | undefined {
  for (const item of listOf(value).slice(0, MAX_VALUES)) {
    const text = textOf(item);
    if (text === undefined || text.length > MAX_TEXT_LENGTH) continue;
    const code = text.length === 64 ? countryOfDigest(text.toLowerCase()) : countryCode(text);
    if (code !== undefined) return code;
  }
  return undefined;
}
