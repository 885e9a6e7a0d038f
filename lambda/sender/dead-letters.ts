/** Sends what can never be delivered to the dead-letter queue, each with its reason, readable without any code. */
import { type MessageAttributeValue, SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { packed, SEND_MESSAGE_BATCH } from '../../contract/packs';
import { DEAD_LETTER_ATTRIBUTES, type DeadLetterReason } from '../../contract/queued-event';
import { errorKind, type Telemetry } from '../telemetry/telemetry';
import type { Received } from './received';

export interface DeadLetter {
  readonly message: Received;
  readonly reason: DeadLetterReason;
  readonly status?: number;
  readonly text: string;
}

export interface DeadLettersProps {
  readonly client: Pick<SQSClient, 'send'>;
  readonly deadLetterQueueUrl: string;
  readonly telemetry: Telemetry;
  readonly now: () => number;
}

/** Room for the attributes of one letter: a message of 1,000 characters, and a few words. */
const ATTRIBUTE_BYTES = 4_096;

/** Returns the letters that could not be sent: their messages stay in the queue. */
export async function sendDeadLetters(
  letters: readonly DeadLetter[],
  props: DeadLettersProps,
): Promise<ReadonlySet<DeadLetter>> {
  const unsent = await Promise.all(packed(letters, bytesOf, SEND_MESSAGE_BATCH).map((pack) => sendPack(pack, props)));
  return new Set(unsent.flat());
}

async function sendPack(letters: readonly DeadLetter[], props: DeadLettersProps): Promise<readonly DeadLetter[]> {
  const Entries = letters.map((letter, index) => ({
    Id: String(index),
    MessageBody: letter.message.body,
    MessageAttributes: attributesOf(letter, props.now()),
  }));
  const { client, deadLetterQueueUrl, telemetry } = props;
  const failed = (error: string) =>
    telemetry.error('dead letters not sent, their events stay queued', { events: letters.length, error });
  try {
    const { Successful = [], Failed = [] } = await client.send(
      new SendMessageBatchCommand({ QueueUrl: deadLetterQueueUrl, Entries }),
    );
    const sent = new Set(Successful.map(({ Id }) => Id));
    const unsent = letters.filter((_, index) => !sent.has(String(index)));
    if (unsent.length > 0) failed(Failed[0]?.Code ?? 'no confirmation');
    return unsent;
  } catch (error) {
    failed(errorKind(error));
    return letters;
  }
}

function attributesOf({ reason, status, text }: DeadLetter, now: number): Record<string, MessageAttributeValue> {
  const attribute = (StringValue: string) => ({ DataType: 'String', StringValue });
  return {
    [DEAD_LETTER_ATTRIBUTES.reason]: attribute(reason),
    [DEAD_LETTER_ATTRIBUTES.message]: attribute(text),
    [DEAD_LETTER_ATTRIBUTES.time]: attribute(new Date(now).toISOString()),
    ...(status !== undefined && {
      [DEAD_LETTER_ATTRIBUTES.status]: { DataType: 'Number', StringValue: String(status) },
    }),
  };
}

const bytesOf = ({ message }: DeadLetter): number => Buffer.byteLength(message.body) + ATTRIBUTE_BYTES;
