/**
 * Pinterest's verdict on one well-formed event. Messages that were seen in its answers are reproduced in their form;
 * where only a rule is known, and not how it is answered, the reading taken here is the strict one.
 */
import { failed, processed, type Verdict } from './answer';
import { ACTION_SOURCES, EVENT_NAMES, HASHED, USER_DATA_KEYS } from './schema';
import type { SentEvent } from './types';

/** A digest of another form in external_id earns a warning alone. */
const REFUSED_UNHASHED = HASHED.filter((key) => key !== 'external_id');
const SHA256 = /^[0-9a-f]{64}$/;
const MAXIMUM_AGE_SECONDS = 7 * 24 * 60 * 60;

export function judge(event: SentEvent, nowSeconds: number): Verdict {
  const error = errorIn(event, nowSeconds);
  return error === undefined ? processed(...warningsFor(event)) : failed(error);
}

function errorIn(event: SentEvent, now: number): string | undefined {
  const given = event.event_time;
  if (given > now || given < now - MAXIMUM_AGE_SECONDS) {
    const when = given > now ? 'future' : 'past';
    return `Invalid event_timestamp parameter. Given timestamp is in the ${when}. Current timestamp: ${now}, Given event_timestamp: ${given}`;
  }
  if (!ACTION_SOURCES.includes(event.action_source)) {
    return `Invalid action_source. Use one of ${ACTION_SOURCES.join(', ')}`;
  }
  const clear = REFUSED_UNHASHED.find((key) => !isHashed(event.user_data[key]));
  if (clear !== undefined) return `'${clear}' is not in sha256 hashed format`;
  const unparsable = ['value', 'predicted_ltv'].find((key) => !isDouble(event.custom_data?.[key]));
  return unparsable && `Invalid ${unparsable} parameter. It cannot be parsed as a number`;
}

function warningsFor({ event_name, user_data }: SentEvent): string[] {
  const warnings: string[] = [];
  if (!EVENT_NAMES.has(event_name)) {
    warnings.push("This event has a non-standard name and is currently being labeled as an 'Unknown' event");
  }
  if (!isHashed(user_data.external_id)) warnings.push("'external_id' is not in sha256 hashed format");
  for (const key of Object.keys(user_data)) {
    if (!USER_DATA_KEYS.has(key)) warnings.push(`'${key}' is not a standard field of user_data`);
  }
  // In every answer to an event without them, so nobody may take a warning for a fault.
  if (user_data.external_id === undefined) {
    warnings.push('external_id is missing. We highly recommend this on all events.');
  }
  if (user_data.click_id === undefined || user_data.click_id === null) warnings.push('click_id is missing');
  return warnings;
}

const isHashed = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((item) => SHA256.test(item)));

const isDouble = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
