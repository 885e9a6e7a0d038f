/** `event_id`: the caller's own, never changed; only a checkout with an order id can do without. */
import { derivedEventId } from '../../contract/event-id';
import { shown } from '../../contract/quoting';
import { isAbsent, textOf } from '../../contract/raw';
import type { Findings } from './findings';
import { whyNoText } from './unfilled';

export interface EventIdContext {
  /** Pinterest's name of the event, when it has a known one. */
  readonly eventName: string | undefined;
  readonly orderId: string | undefined;
}

export function readEventId(
  value: unknown,
  { eventName, orderId }: EventIdContext,
  findings: Findings,
): string | undefined {
  const absent = isAbsent(value);
  const because = absent ? undefined : whyNoText(value, true);
  // Blanks around it stay: the tag has sent them too, and ids that differ are two events to Pinterest.
  if (typeof value === 'string' && !absent && because === undefined) return value;
  const derived = absent && eventName !== undefined ? derivedEventId(eventName, orderId) : undefined;
  const id = because === undefined ? (derived ?? textOf(value)) : undefined;
  if (id === undefined) {
    const got = absent ? 'missing' : (because ?? `${shown(value)}, which is no text`);
    findings.problem(
      `"event_id" is ${got}; send the id that the browser tag sends too, so that Pinterest counts once (a checkout can do with "custom_data.order_id" instead)`,
    );
  }
  return id;
}
