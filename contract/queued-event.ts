/**
 * The queue message: one event, exactly as Pinterest will get it, and what the sender must know beside it.
 * A dead letter has the same body, so that a redrive to the queue needs no conversion.
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
}

/** The message body. SQS refuses the two code points that no text contains; JSON can spell them with an escape. */
export function messageOf(queued: QueuedEvent): string {
  const json = JSON.stringify(queued);
  if (!json.includes('\uFFFE') && !json.includes('\uFFFF')) return json;
  return json.replaceAll('\uFFFE', '\\ufffe').replaceAll('\uFFFF', '\\uffff');
}

/** Attributes of a dead letter, readable in the SQS console without any code. */
export const DEAD_LETTER_ATTRIBUTES = {
  /** `rejected`, `undeliverable`, `defect`, `late` or `expired`: see DeadLetterReason. */
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
  /** The event breaks our own promise, such as a field that is not hashed; it was never sent. */
  | 'defect'
  /** A web event of more than an hour, put aside because the owner wants no late ones. */
  | 'late'
  /** The event waited until it was too old to be sent. */
  | 'expired';
