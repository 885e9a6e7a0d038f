/** An event → what is sent of it, made once before the first attempt, so that each repetition is the same to the byte. */

import { derivedEventId } from '../contract/event-id';
import { knownEventName } from '../contract/event-name';
import { orderIdIn } from '../contract/order-id';
import { isAbsent, isRawObject, type RawObject, textOf } from '../contract/raw';

export interface Prepared {
  /** Place in the list given to `send`. */
  readonly index: number;
  readonly eventId: string | undefined;
  readonly json: string;
  readonly bytes: number;
}

export interface Unwritable {
  readonly index: number;
  readonly fault: string;
}

const encoder = new TextEncoder();

export function prepare(given: unknown, index: number): Prepared | Unwritable {
  let written: string;
  try {
    written = JSON.stringify(given) ?? 'null';
  } catch {
    return {
      index,
      fault: 'the event cannot be written as JSON: it holds a bigint, holds itself, or throws when read',
    };
  }
  const event: unknown = JSON.parse(written);
  const id = isRawObject(event) ? missingId(event) : undefined;
  const json = id === undefined ? written : JSON.stringify({ ...(event as RawObject), event_id: id });
  return { index, eventId: id ?? ownId(event), json, bytes: encoder.encode(json).length };
}

/** Blanks around an id stay, as at the endpoint. */
const ownId = (event: unknown): string | undefined => {
  const id = isRawObject(event) ? event.event_id : undefined;
  return typeof id === 'string' && !isAbsent(id) ? id : textOf(id);
};

/**
 * The id that an event without one gets: of a checkout with an order the one that the page and the endpoint make too. A
 * name of the shop's own may be a checkout by the endpoint's event map, so with an order it is left to the endpoint.
 */
function missingId({ event_id, event_name, custom_data }: RawObject): string | undefined {
  if (!isAbsent(event_id)) return undefined;
  const orderId = orderIdIn(custom_data);
  const name = knownEventName(textOf(event_name) ?? '');
  if (name === undefined && orderId !== undefined) return undefined;
  return derivedEventId(name ?? '', orderId) ?? crypto.randomUUID();
}
