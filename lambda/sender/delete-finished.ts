/**
 * Lambda deletes what a run has finished, and tells nobody when it does not succeed. A message of the backlog holds up to 250 events
 * that may be more than an hour old, and each would count twice; so the sender deletes these itself, and Lambda once more.
 */
import { DeleteMessageBatchCommand } from '@aws-sdk/client-sqs';
import type { Received } from './received';
import type { SettleProps } from './settle';

/** Limit of DeleteMessageBatch. */
const MAX_ENTRIES = 10;

/** @param kept Those that SQS must keep. */
export async function deleteFinished(
  messages: readonly Received[],
  kept: readonly Received[],
  { client, queueUrl, backlogQueueUrl }: SettleProps,
): Promise<void> {
  if (queueUrl !== backlogQueueUrl) return;
  const ids = new Set(kept.map(({ messageId }) => messageId));
  const finished = messages.filter(({ messageId }) => !ids.has(messageId));
  const calls = [];
  for (let start = 0; start < finished.length; start += MAX_ENTRIES) {
    const Entries = finished
      .slice(start, start + MAX_ENTRIES)
      .map(({ receiptHandle }, index) => ({ Id: String(index), ReceiptHandle: receiptHandle }));
    calls.push(client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries })));
  }
  // what fails is left to Lambda.
  await Promise.allSettled(calls);
}
