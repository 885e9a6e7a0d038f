/**
 * What is left of the messages of a run. A message whose events are all settled is finished. One that was held for the first time
 * stays where it is for its back-off; held again, its events move to the backlog, and so does what is left of a message of many.
 */
import { ChangeMessageVisibilityBatchCommand } from '@aws-sdk/client-sqs';
import { errorKind } from '../telemetry/telemetry';
import { type BacklogProps, moveToBacklog } from './backlog';
import { type HeldMessage, type HeldPart, waitSeconds } from './held';
import { inTens } from './in-tens';
import { merged } from './merge';
import type { Part } from './parts';
import type { Received } from './received';

export interface SettleProps extends BacklogProps {
  /** The queue that the messages of this run came from. */
  readonly queueUrl: string;
}

/** Returns the messages that SQS must keep. */
export async function settle(
  parts: readonly Part[],
  held: readonly HeldPart[],
  props: SettleProps,
): Promise<readonly Received[]> {
  if (held.length === 0) return [];
  const carried = countOf(parts.map(({ message }) => message));
  const messages = merged(
    [...grouped(held)].map(([message, its]) => ({
      ...{ message, held: its },
      carried: carried.get(message) ?? its.length,
    })),
  );
  const moving = messages.filter((one) => mustMove(one, props));
  const unmoved = await moveToBacklog(moving, props);
  const moved = new Set(moving.filter((one) => !unmoved.has(one)));
  const kept = messages.filter((one) => !moved.has(one));
  await backOff(kept, props);
  return kept.map(({ message }) => message);
}

/** Of a message with many events, those that are settled must not come back with the others. */
function mustMove({ message, held, carried }: HeldMessage, props: SettleProps): boolean {
  // only in its own message is it what it was.
  if (held.some(({ part }) => part.queued === undefined)) return false;
  if (held.length < carried || held.some(({ hold }) => hold.mayBeTaken)) return true;
  return props.queueUrl !== props.backlogQueueUrl && message.receiveCount > 1;
}

/** One that this fails for returns after the queue's own timeout. */
async function backOff(messages: readonly HeldMessage[], { client, queueUrl, telemetry, now, random }: SettleProps) {
  const calls = inTens(messages).map((batch) => {
    const Entries = batch.map(({ message, held }, index) => ({
      Id: String(index),
      ReceiptHandle: message.receiptHandle,
      VisibilityTimeout: waitSeconds(held, now(), random()),
    }));
    return client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries }));
  });
  for (const result of await Promise.allSettled(calls)) {
    const failed = result.status === 'rejected' ? errorKind(result.reason) : result.value.Failed?.[0]?.Code;
    if (failed !== undefined) telemetry.warn('back-off not set for some messages', { error: failed });
  }
}

function countOf<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function grouped(held: readonly HeldPart[]): Map<Received, HeldPart[]> {
  const byMessage = new Map<Received, HeldPart[]>();
  for (const one of held) {
    const its = byMessage.get(one.part.message);
    if (its === undefined) byMessage.set(one.part.message, [one]);
    else its.push(one);
  }
  return byMessage;
}
