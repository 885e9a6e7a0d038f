/**
 * Lambda deletes what a run has finished, and tells nobody when it does not succeed. A message of the backlog holds up to 250 events
 * that may be more than an hour old, and each would count twice; so the sender deletes these itself, and Lambda once more.
 */
import { DeleteMessageBatchCommand } from '@aws-sdk/client-sqs';
import { inTens } from './in-tens';
import type { Received } from './received';
import type { SettleProps } from './settle';

/** @param kept Those that SQS must keep. */
export async function deleteFinished(
  messages: readonly Received[],
  kept: readonly Received[],
  { client, queueUrl, backlogQueueUrl }: SettleProps,
): Promise<void> {
  if (queueUrl !== backlogQueueUrl) return;
  const ids = new Set(kept.map(({ messageId }) => messageId));
  const finished = messages.filter(({ messageId }) => !ids.has(messageId));
  const calls = inTens(finished).map((batch) => {
    const Entries = batch.map(({ receiptHandle }, index) => ({ Id: String(index), ReceiptHandle: receiptHandle }));
    return client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  });
  // what fails is left to Lambda.
  await Promise.allSettled(calls);
}
