/**
 * What an event says of the visitor's consent. An event without a word of it was collected under the shop's own rules; with
 * one, anything but a yes holds the event back: a banner that was not ready is no yes.
 */
import { unwrapped } from '../../contract/json-text';
import { isAbsent, isRawObject, type RawObject, textOf } from '../../contract/raw';
import { lettersAndDigits } from '../../contract/text';
import { ANSWERS, GIVEN, isOfAds, NO_ANSWERS, REFUSED } from './consent-words';
import type { Said } from './said';

export { CONSENT_NAMES } from './consent-words';

export type Consent = 'given' | 'refused' | 'unreadable';

/** And under which name it cannot be read. */
export interface ConsentSaid {
  readonly consent: Consent;
  readonly key: string;
}

/** One no is a no, wherever it stands: on the event, in its objects, or beside the list of events. */
export function consentOf(said: readonly Said[]): ConsentSaid {
  let worst: ConsentSaid = { consent: 'given', key: 'consent' };
  for (const { topic, key, value } of said) {
    if (topic !== 'consent') continue;
    const consent = readConsent(value);
    if (consent === 'refused') return { consent, key };
    if (consent === 'unreadable') worst = { consent, key };
  }
  return worst;
}

function readConsent(given: unknown): Consent {
  const value = unwrapped(given);
  if (isRawObject(value))
    return Object.keys(value).length === 0 ? 'refused' : (readLists(value) ?? readObject(value) ?? 'unreadable');
  if (isAbsent(value) || (Array.isArray(value) && value.length === 0)) return 'refused';
  return readWord(typeof value === 'boolean' ? String(value) : textOf(value));
}

/** Google's `gcs` parameter, `G1` and a digit for ad_storage: https://developers.google.com/tag-platform/security/guides/consent-debugging */
const GOOGLE = /^g1([01-])[01-]$/i;
/** OneTrust's active groups: a list of those allowed, or each with 0 or 1. */
const ONETRUST = /\bc000\d\b/i;
const ONETRUST_ADS = /\bc0004(?:\s*:\s*([01]))?\b/i;

function readWord(text: string | undefined): Consent {
  if (text === undefined || text.length > 1_000) return 'unreadable';
  const google = GOOGLE.exec(text);
  if (google !== null) return google[1] === '1' ? 'given' : 'refused';
  if (ONETRUST.test(text)) {
    const ads = ONETRUST_ADS.exec(text);
    return ads !== null && ads[1] !== '0' ? 'given' : 'refused';
  }
  const word = text.toLowerCase().replace(/(?<=\S)[\s_-]+(?=\S)/g, '');
  return GIVEN.has(word) ? 'given' : REFUSED.has(word) ? 'refused' : 'unreadable';
}

/** Undefined when nothing in it is about ads, or an answer by itself. */
function readObject(value: RawObject): Consent | undefined {
  const read = Object.entries(value).map(([key, inner]) => {
    const name = lettersAndDigits(key);
    if (name === 'default' && Object.hasOwn(value, 'update')) return undefined;
    if (NO_ANSWERS.has(name)) return opposite(readConsent(inner));
    if (isOfAds(name) || ANSWERS.has(name)) return readConsent(inner);
    // Purposes, categories, vendors.
    return isRawObject(inner) ? readObject(inner) : undefined;
  });
  if (read.includes('refused')) return 'refused';
  return read.includes('unreadable') ? 'unreadable' : read.find((one) => one === 'given');
}

/** That nothing was denied does not say that something was granted. */
const opposite = (consent: Consent): Consent | undefined =>
  consent === 'given' ? 'refused' : consent === 'refused' ? undefined : consent;

/** RudderStack's lists of a consent platform's ids, both empty where there is no platform. */
function readLists({ allowedConsentIds, deniedConsentIds }: RawObject): Consent | undefined {
  if (!Array.isArray(deniedConsentIds)) return undefined;
  const isAboutAds = (id: unknown) => typeof id === 'string' && isOfAds(lettersAndDigits(id));
  if (deniedConsentIds.some(isAboutAds)) return 'refused';
  const allowed = Array.isArray(allowedConsentIds) && allowedConsentIds.some(isAboutAds);
  return allowed || deniedConsentIds.length === 0 ? 'given' : 'unreadable';
}
