/**
 * The queue message: one event, exactly as Pinterest will get it, and what the sender must know beside it.
 * A dead letter has the same body, so that a redrive to the queue needs no conversion. A message of the backlog queue
 * contains many such events, since what waits for the end of an outage is received again and again.
 */
import type { PinterestEvent } from './pinterest-event';

export interface QueuedEvent {
  /** Version of this layout. */
  readonly v: 1;
  /** When ingest accepted the event, in milliseconds since 1970. */
  readonly accepted_at: number;
  /** True when the event must reach Pinterest as a test only. */
  readonly test: boolean;
  readonly event: PinterestEvent;
  /** The ad account that it was accepted for; events that were queued by an earlier version do not say. */
  readonly ad_account_id?: string;
}

/** An event that has waited: as it was queued, and what it has been through. */
export interface WaitingEvent extends QueuedEvent {
  /** When it came into the queue first, in milliseconds since 1970: SQS counts from the message that carries it now. */
  readonly queued_at: number;
  /** Receives before those of the message that carries it now. */
  readonly receives: number;
  /** Answers of Pinterest's that left open whether it took the event. */
  readonly unconfirmed?: number;
}

/** A message of the backlog queue. */
export interface WaitingEvents {
  readonly v: 2;
  readonly events: readonly WaitingEvent[];
}

/** The most in a message of the backlog queue. Four of them are a POST of 1,000 events, in bytes too. */
export const WAITING_EVENTS_LIMITS = { items: 250, bytes: 240_000 } as const;

export const messageOf = (queued: QueuedEvent): string => bodyOf(JSON.stringify(queued));

/** @param events The JSON of each. */
export const waitingMessageOf = (events: readonly string[]): string => bodyOf(`{"v":2,"events":[${events.join(',')}]}`);

/** SQS refuses the two code points that no text contains; JSON can spell them with an escape. */
function bodyOf(json: string): string {
  if (!json.includes('\uFFFE') && !json.includes('\uFFFF')) return json;
  return json.replaceAll('\uFFFE', '\\ufffe').replaceAll('\uFFFF', '\\uffff');
}

/** Attributes of a dead letter, readable in the SQS console without any code. */
export const DEAD_LETTER_ATTRIBUTES = {
  /** One of DeadLetterReason. */
  reason: 'Reason',
  /** HTTP status of Pinterest's answer, when there was one. */
  status: 'Status',
  /** What is wrong, in our words or in Pinterest's, with personal values and tokens blanked out. */
  message: 'Message',
  /** When the event was put aside, ISO 8601. */
  time: 'Time',
} as const;

export type DeadLetterReason =
  /** Pinterest answered that it does not take this event. */
  | 'rejected'
  /** Pinterest took others, but gave no answer to this event, however often it was sent alone. */
  | 'undeliverable'
  /** Pinterest answered, but not whether it took this event; sent again, it might count twice. */
  | 'unconfirmed'
  /** The event was accepted for another ad account than the one that events are delivered to now. */
  | 'other-account'
  /** The event breaks our own promise, such as a field that is not hashed; it was never sent. */
  | 'defect'
  /** A web event of more than an hour, put aside because the owner wants no late ones. */
  | 'late'
  /** The event waited until it was too old to be sent. */
  | 'expired';
