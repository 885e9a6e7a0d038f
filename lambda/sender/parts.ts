/** Messages → the events that they carry, each with what the sender must know of its past. */
import { messageOf, type QueuedEvent, type WaitingEvent } from '../../contract/queued-event';
import { isRawObject } from '../../contract/raw';
import type { Received } from './received';

/** One event of a message. */
export interface Part {
  readonly message: Received;
  /** The event as a message of its own: the body of a dead letter. */
  readonly body: string;
  /** As it was queued; undefined when the message is no JSON object. */
  readonly queued: Partial<QueuedEvent> | undefined;
  /** When it came into the queue first, in milliseconds since 1970. */
  readonly queuedAt: number;
  /** How often it has been received in all, from 1. */
  readonly receives: number;
  /** Answers that left open whether Pinterest took it. */
  readonly unconfirmed: number;
}

export function partsOf(message: Received): Part[] {
  const { body, sentAt, receiveCount } = message;
  const content = parsed(body);
  if (content === undefined || content.v !== 2 || !Array.isArray(content.events)) {
    return [{ message, body, queued: content, queuedAt: sentAt, receives: receiveCount, unconfirmed: 0 }];
  }
  return (content.events as Partial<WaitingEvent>[]).map((waiting) => {
    const { queued_at, receives, unconfirmed, ...queued } = Object(waiting) as Partial<WaitingEvent>;
    return {
      message,
      // what is no event at all is a dead letter by itself, and says so.
      body: messageOf(queued as QueuedEvent),
      queued,
      queuedAt: numberOr(sentAt, queued_at),
      receives: numberOr(0, receives) + receiveCount,
      unconfirmed: numberOr(0, unconfirmed),
    };
  });
}

/** Somebody else may have written the message: what is no number would become a back-off that SQS refuses for all. */
const numberOr = (otherwise: number, value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;

function parsed(body: string): { readonly [key: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isRawObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
