/** Sends what can never be delivered to the dead-letter queue, each with its reason, readable without any code. */
import type { MessageAttributeValue, SQSClient } from '@aws-sdk/client-sqs';
import { DEAD_LETTER_ATTRIBUTES, type DeadLetterReason } from '../../contract/queued-event';
import type { Telemetry } from '../telemetry/telemetry';
import type { Part } from './parts';
import { sendMessages } from './send-messages';

export interface DeadLetter {
  readonly part: Part;
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

/** Returns the letters that could not be sent: their events stay queued. */
export const sendDeadLetters = (
  letters: readonly DeadLetter[],
  { client, deadLetterQueueUrl, telemetry, now }: DeadLettersProps,
): Promise<ReadonlySet<DeadLetter>> =>
  sendMessages(letters, {
    client,
    queueUrl: deadLetterQueueUrl,
    entryOf: (letter) => ({ MessageBody: letter.part.body, MessageAttributes: attributesOf(letter, now()) }),
    onFailed: (events, error) => telemetry.error('dead letters not sent, their events stay queued', { events, error }),
  });

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
