/**
 * Brings the outcome of each event back to SQS: dead letters are sent with their reason, held messages get their
 * back-off, and whatever is not finished is reported, so that SQS keeps it.
 */
import {
  ChangeMessageVisibilityBatchCommand,
  type MessageAttributeValue,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { DEAD_LETTER_ATTRIBUTES, type DeadLetterReason } from '../event/queued-event';
import { errorKind, type Telemetry } from '../telemetry/telemetry';
import { backOffSeconds } from './back-off';

export interface Received {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly receiveCount: number;
}

export interface DeadLetter {
  readonly message: Received;
  readonly reason: DeadLetterReason;
  readonly status?: number;
  readonly text: string;
}

export interface HeldMessage {
  readonly message: Received;
  readonly retryAfterSeconds: number;
}

export interface SettleProps {
  readonly client: Pick<SQSClient, 'send'>;
  readonly eventQueueUrl: string;
  readonly deadLetterQueueUrl: string;
  readonly telemetry: Telemetry;
  readonly now: () => number;
  readonly random: () => number;
}

/** Sends the dead letters and returns the messages whose dead letter could not be sent: they stay in the queue. */
export async function sendDeadLetters(letters: readonly DeadLetter[], props: SettleProps): Promise<Received[]> {
  const results = await Promise.all(letters.map((letter) => sendDeadLetter(letter, props)));
  return letters.filter((_, index) => !results[index]).map(({ message }) => message);
}

async function sendDeadLetter({ message, reason, status, text }: DeadLetter, props: SettleProps): Promise<boolean> {
  const attributes: Record<string, MessageAttributeValue> = {
    [DEAD_LETTER_ATTRIBUTES.reason]: { DataType: 'String', StringValue: reason },
    [DEAD_LETTER_ATTRIBUTES.message]: { DataType: 'String', StringValue: text },
    [DEAD_LETTER_ATTRIBUTES.time]: { DataType: 'String', StringValue: new Date(props.now()).toISOString() },
  };
  if (status !== undefined) {
    attributes[DEAD_LETTER_ATTRIBUTES.status] = { DataType: 'Number', StringValue: String(status) };
  }
  try {
    await props.client.send(
      new SendMessageCommand({
        QueueUrl: props.deadLetterQueueUrl,
        MessageBody: message.body,
        MessageAttributes: attributes,
      }),
    );
    return true;
  } catch (error) {
    props.telemetry.error('dead letter not sent, its event stays queued', { error: errorKind(error) });
    return false;
  }
}

/** Limit of ChangeMessageVisibilityBatch. */
const MAX_ENTRIES = 10;

/** Makes held messages invisible for their back-off. One that this fails for returns after the queue's own timeout. */
export async function backOff(held: readonly HeldMessage[], props: SettleProps): Promise<void> {
  const calls = [];
  for (let start = 0; start < held.length; start += MAX_ENTRIES) {
    const Entries = held.slice(start, start + MAX_ENTRIES).map(({ message, retryAfterSeconds }, index) => ({
      Id: String(index),
      ReceiptHandle: message.receiptHandle,
      VisibilityTimeout: backOffSeconds(message.receiveCount, retryAfterSeconds, props.random()),
    }));
    calls.push(props.client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: props.eventQueueUrl, Entries })));
  }
  for (const result of await Promise.allSettled(calls)) {
    const failed = result.status === 'rejected' ? errorKind(result.reason) : result.value.Failed?.[0]?.Code;
    if (failed !== undefined) props.telemetry.warn('back-off not set for some messages', { error: failed });
  }
}
