/** The id of an event: the caller's own, or for a checkout the one that its order id gives, or a new one. */
import { checkoutEventId } from '../contract/event-id';
import type { EventData } from './index';

/** A new id is 128 random bits; only pages on https have randomUUID. */
export const idFor = (name: string, { event_id, order_id }: EventData): string =>
  event_id ||
  (order_id && /^checkout$/i.test(name) && checkoutEventId(`${order_id}`.trim())) ||
  crypto.getRandomValues(new Uint32Array(4)).join('-');
