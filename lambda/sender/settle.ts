/**
 * Makes held messages invisible for their back-off. One that this fails for returns after the queue's own timeout, and
 * one that has been deleted meanwhile is none of our business any more.
 */
import { ChangeMessageVisibilityBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { errorKind, type Telemetry } from '../telemetry/telemetry';
import { backOffSeconds } from './back-off';
import type { Received } from './received';

export interface HeldMessage {
  readonly message: Received;
  readonly retryAfterSeconds: number;
  /** Nothing was tried for it. */
  readonly untried: boolean;
}

export interface BackOffProps {
  readonly client: Pick<SQSClient, 'send'>;
  readonly eventQueueUrl: string;
  readonly telemetry: Telemetry;
  readonly now: () => number;
  readonly random: () => number;
}

/** Limit of ChangeMessageVisibilityBatch. */
const MAX_ENTRIES = 10;

export async function backOff(held: readonly HeldMessage[], props: BackOffProps): Promise<void> {
  const calls = [];
  for (let start = 0; start < held.length; start += MAX_ENTRIES) {
    const Entries = held.slice(start, start + MAX_ENTRIES).map(({ message, retryAfterSeconds, untried }, index) => {
      const waitedSeconds = (props.now() - message.sentAt) / 1_000;
      const waiting = { receiveCount: message.receiveCount, waitedSeconds, untried };
      return {
        Id: String(index),
        ReceiptHandle: message.receiptHandle,
        VisibilityTimeout: backOffSeconds(waiting, retryAfterSeconds, props.random()),
      };
    });
    calls.push(props.client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: props.eventQueueUrl, Entries })));
  }
  for (const result of await Promise.allSettled(calls)) {
    const failed = result.status === 'rejected' ? errorKind(result.reason) : result.value.Failed?.[0]?.Code;
    if (failed !== undefined) props.telemetry.warn('back-off not set for some messages', { error: failed });
  }
}
