/** A message as SQS handed it out. */
export interface Received {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly receiveCount: number;
  /** When it was put into the queue, in milliseconds since 1970; a redrive starts anew. */
  readonly sentAt: number;
}
