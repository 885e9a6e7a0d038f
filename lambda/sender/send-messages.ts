/** Puts messages into a queue, in as few calls as SQS allows, and tells which of them it would not take. */
import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import { packed, SEND_MESSAGE_BATCH } from '../../contract/packs';
import { errorKind } from '../telemetry/telemetry';

export type Entry = Omit<SendMessageBatchRequestEntry, 'Id'>;

export interface Outbox<T> {
  readonly client: Pick<SQSClient, 'send'>;
  readonly queueUrl: string;
  readonly entryOf: (item: T) => Entry;
  /** Told how many of a call were not taken, and the kind of the first error. */
  readonly onFailed: (count: number, error: string) => void;
}

/** Room for the attributes of one message: a text of 1,000 characters, and a few words. */
const ATTRIBUTE_BYTES = 4_096;

/** Returns those that were not taken. One whose confirmation was lost is among them, and may be in the queue all the same. */
export async function sendMessages<T>(items: readonly T[], outbox: Outbox<T>): Promise<ReadonlySet<T>> {
  const entries = items.map((item) => ({ item, entry: outbox.entryOf(item) }));
  const bytesOf = ({ entry }: { entry: Entry }) => Buffer.byteLength(entry.MessageBody ?? '') + ATTRIBUTE_BYTES;
  const packs = packed(entries, bytesOf, SEND_MESSAGE_BATCH);
  const unsent = await Promise.all(packs.map((pack) => sendBatch(pack, outbox)));
  return new Set(unsent.flat());
}

async function sendBatch<T>(
  pack: readonly { readonly item: T; readonly entry: Entry }[],
  { client, queueUrl, onFailed }: Outbox<T>,
): Promise<readonly T[]> {
  const Entries = pack.map(({ entry }, index) => ({ Id: String(index), ...entry }));
  try {
    const { Successful = [], Failed = [] } = await client.send(
      new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }),
    );
    const sent = new Set(Successful.map(({ Id }) => Id));
    const unsent = pack.filter((_, index) => !sent.has(String(index))).map(({ item }) => item);
    if (unsent.length > 0) onFailed(unsent.length, Failed[0]?.Code ?? 'no confirmation');
    return unsent;
  } catch (error) {
    onFailed(pack.length, errorKind(error));
    return pack.map(({ item }) => item);
  }
}
