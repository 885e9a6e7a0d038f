/** What is wrong with an event map, one message per fault. */

import { isCountryCode } from '../../contract/countries';
import { isCurrency } from '../../contract/currencies';
import { nameKey } from '../../contract/event-map';
import { knownEventName, nearestNames, PINTEREST_EVENT_NAMES } from '../../contract/event-name';
import { type EventMapEntry, EventOrigin } from '../event-map';
import { isToken, shown } from './rules';

/** An advertiser's own event name, as Pinterest accepts it. */
export const OWN_NAME = /^[A-Za-z0-9_-]{1,100}$/;
const ORIGINS: readonly string[] = Object.values(EventOrigin);

export function eventMapFaults(map: { [name: string]: EventMapEntry }): string[] {
  const entries = Object.entries(map);
  if (entries.length === 0) {
    return [
      '"eventMap" is empty, so every event would be refused; add an entry, or leave it out to accept every known name',
    ];
  }
  return [...sameNames(entries.map(([name]) => name)), ...entries.flatMap(([name, entry]) => entryFaults(name, entry))];
}

/** Names that the functions could not distinguish. */
function sameNames(names: readonly string[]): string[] {
  const first = new Map<string, string>();
  return names.flatMap((name) => {
    const key = nameKey(name);
    const other = first.get(key);
    first.set(key, other ?? name);
    if (key === '') return [`"eventMap" has the name ${shown(name)}; write one with letters or digits`];
    return other === undefined
      ? []
      : [
          `"eventMap" has ${shown(other)} and ${shown(name)}, which count as one name (case and punctuation are ignored); remove one`,
        ];
  });
}

function entryFaults(name: string, entry: EventMapEntry): string[] {
  const prop = (key: string) => `"eventMap.${name}.${key}"`;
  return [
    sendAsFault(prop('sendAs'), entry),
    valueFault(prop, entry),
    currencyFault(prop('currency'), entry.currency),
    fromFault(prop('from'), entry.from),
    countryFault(prop('defaultCountry'), entry.defaultCountry),
  ].filter((fault) => fault !== undefined);
}

function sendAsFault(prop: string, { sendAs, advertiserDefined }: EventMapEntry): string | undefined {
  if (isToken(sendAs)) return undefined;
  if (advertiserDefined) {
    return OWN_NAME.test(sendAs)
      ? undefined
      : `${prop} must be 1 to 100 of the characters A-Z a-z 0-9 _ - for your own name, got ${shown(sendAs)}`;
  }
  if (typeof sendAs === 'string' && knownEventName(sendAs) !== undefined) return undefined;
  const near = nearestNames(String(sendAs));
  const allowed = (near.length > 0 ? near : PINTEREST_EVENT_NAMES).join(', ');
  return (
    `${prop} must be one of Pinterest's event names, got ${shown(sendAs)}; ${near.length > 0 ? 'did you mean' : 'write one of'} ` +
    `${allowed}${near.length > 0 ? '?' : ','} or set "advertiserDefined": true for your own name`
  );
}

function valueFault(prop: (key: string) => string, { value, currency }: EventMapEntry): string | undefined {
  if (value === undefined || isToken(value)) return undefined;
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    return `${prop('value')} must be a number of 0 or more, got ${shown(value)}`;
  }
  return currency === undefined
    ? `${prop('currency')} is missing, and ${prop('value')} is ${value}; name the currency, such as "USD"`
    : undefined;
}

function currencyFault(prop: string, currency: string | undefined): string | undefined {
  if (currency === undefined || isToken(currency) || isCurrency(currency)) return undefined;
  return `${prop} must be an ISO 4217 code of three uppercase letters, such as "USD", got ${shown(currency)}`;
}

function fromFault(prop: string, from: readonly string[] | undefined): string | undefined {
  if (from === undefined || isToken(from)) return undefined;
  return Array.isArray(from) && from.length > 0 && from.every((origin) => ORIGINS.includes(origin))
    ? undefined
    : `${prop} must list "browser", "server" or both, got ${shown(from)}; leave it out to allow both`;
}

function countryFault(prop: string, country: string | undefined): string | undefined {
  if (country === undefined || isToken(country) || isCountryCode(country)) return undefined;
  return `${prop} must be an uppercase ISO 3166 two-letter code, got ${shown(country)}; write one such as "US"`;
}
