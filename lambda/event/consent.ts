/**
 * What an event says of the visitor's consent. An event without the key was collected under the shop's own rules; with
 * it, anything but a yes holds the event back: a banner that was not ready is no yes.
 */
import { isAbsent, isRawObject, type RawObject, textOf } from '../../contract/raw';

export type Consent = 'given' | 'refused' | 'unreadable';

const words = (consent: Consent, ...list: string[]) => list.map((word): [string, Consent] => [word, consent]);

const CONSENT: ReadonlyMap<string, Consent> = new Map([
  ...words('given', 'true', '1', 'yes', 'y', 'on', 'granted', 'given', 'accepted', 'accept', 'allowed', 'allow'),
  ...words('given', 'opt-in', 'opt_in', 'optin', 'opted_in'),
  ...words('refused', 'false', '0', 'no', 'n', 'off', 'denied', 'deny', 'declined', 'decline', 'rejected', 'reject'),
  ...words('refused', 'refused', 'revoked', 'withdrawn', 'disallowed', 'opt-out', 'opt_out', 'optout', 'opted_out'),
  // Not decided yet.
  ...words(
    'refused',
    'unknown',
    'pending',
    'unset',
    'not set',
    '(not set)',
    'default',
    'empty',
    'nil',
    '-',
    '[]',
    '{}',
  ),
]);

/**
 * Purposes that cover advertising, as consent platforms call them: Google's consent mode
 * (https://developers.google.com/tag-platform/security/guides/consent), Shopify's customer privacy API, Cookiebot,
 * OneTrust (C0004 is targeting). Other purposes of theirs say nothing about ads.
 */
const PURPOSES: ReadonlySet<string> = new Set([
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'ads',
  'advertising',
  'marketing',
  'marketingallowed',
  'saleofdata',
  'saleofdataallowed',
  'targeting',
  'c0004',
]);

/** `consent` wherever it stands: on the event, in its objects, or beside the list of events. One no is a no. */
export function consentOf(places: readonly RawObject[]): Consent {
  let worst: Consent = 'given';
  for (const place of places) {
    if (place.consent === undefined) continue;
    const read = readConsent(place.consent);
    if (read === 'refused') return read;
    if (read === 'unreadable') worst = read;
  }
  return worst;
}

function readConsent(value: unknown): Consent {
  if (isRawObject(value)) return readPurposes(value);
  if (isAbsent(value) || (Array.isArray(value) && value.length === 0)) return 'refused';
  return CONSENT.get(typeof value === 'boolean' ? String(value) : (textOf(value)?.toLowerCase() ?? '')) ?? 'unreadable';
}

function readPurposes(value: RawObject): Consent {
  const keys = Object.keys(value);
  if (keys.length === 0) return 'refused';
  const read = keys
    .filter((key) => PURPOSES.has(key.toLowerCase()))
    .map((key) => (isRawObject(value[key]) ? 'unreadable' : readConsent(value[key])));
  if (read.includes('refused')) return 'refused';
  return read.length === 0 || read.includes('unreadable') ? 'unreadable' : 'given';
}
