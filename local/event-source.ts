/**
 * Stands where Lambda's SQS event source stands: gathers messages for the batching window, runs the sender with them,
 * deletes what it finished, and leaves the rest to the queue.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

export type SenderFunction = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** One run of the sender and what it left in the queue. */
export interface SenderRun {
  readonly records: readonly SQSRecord[];
  readonly failed: ReadonlySet<string>;
  /** Why the run as a whole failed, when it threw. */
  readonly error?: string;
}

export interface EventSourceProps {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly sender: SenderFunction;
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  readonly maxConcurrency: number;
  readonly functionTimeoutSeconds: number;
  readonly onRun?: (run: SenderRun) => void;
}

export interface EventSource {
  /** Finishes the runs under way and takes no further messages. */
  stop(): Promise<void>;
}

/** Limits of ReceiveMessage and of a synchronous invocation. */
const MAX_MESSAGES_PER_CALL = 10;
const MAX_PAYLOAD_BYTES = 6_000_000;
const LONG_POLL_SECONDS = 20;

const RETRY_MS = 1_000;

export function startEventSource(props: EventSourceProps): EventSource {
  const stopping = new AbortController();
  const workers = Array.from({ length: props.maxConcurrency }, () => work(props, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(workers);
    },
  };
}

async function work(props: EventSourceProps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const messages = await gather(props, signal);
      if (messages.length > 0) await runSender(messages, props);
    } catch (error) {
      // The queue did not answer; its messages return by themselves.
      console.error('event source:', error instanceof Error ? error.message : error);
      await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function gather(props: EventSourceProps, signal: AbortSignal): Promise<Message[]> {
  const messages: Message[] = [];
  let bytes = 0;
  let deadline = Number.POSITIVE_INFINITY;
  while (!signal.aborted && messages.length < props.batchSize && bytes < MAX_PAYLOAD_BYTES && Date.now() < deadline) {
    const left = Math.ceil((deadline - Date.now()) / 1_000);
    const received = await receive(props, Math.min(LONG_POLL_SECONDS, left), signal);
    if (messages.length === 0 && received.length > 0) deadline = Date.now() + props.batchingWindowSeconds * 1_000;
    messages.push(...received);
    bytes += received.reduce((sum, { Body = '' }) => sum + Body.length, 0);
  }
  return messages;
}

async function receive(
  { client, queueUrl }: EventSourceProps,
  seconds: number,
  signal: AbortSignal,
): Promise<Message[]> {
  try {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: MAX_MESSAGES_PER_CALL,
        WaitTimeSeconds: seconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
      { abortSignal: signal },
    );
    return Messages;
  } catch (error) {
    if (signal.aborted) return [];
    throw error;
  }
}

async function runSender(messages: readonly Message[], props: EventSourceProps): Promise<void> {
  const records = messages.map(recordOf);
  const { failed, error } = await invoke(records, props);
  await remove(
    messages.filter(({ MessageId = '' }) => !failed.has(MessageId)),
    props,
  );
  props.onRun?.({ records, failed, ...(error !== undefined && { error }) });
}

async function invoke(
  records: SQSRecord[],
  { sender, functionTimeoutSeconds }: EventSourceProps,
): Promise<Omit<SenderRun, 'records'>> {
  const end = Date.now() + functionTimeoutSeconds * 1_000;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`the sender ran longer than ${functionTimeoutSeconds} s`)),
      end - Date.now(),
    );
  });
  try {
    const context = { getRemainingTimeInMillis: () => end - Date.now() } as Context;
    const { batchItemFailures } = await Promise.race([sender({ Records: records }, context), timeout]);
    return { failed: new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)) };
  } catch (error) {
    return {
      failed: new Set(records.map(({ messageId }) => messageId)),
      error: error instanceof Error ? error.message : 'unknown',
    };
  } finally {
    clearTimeout(timer);
  }
}

async function remove(messages: readonly Message[], { client, queueUrl }: EventSourceProps): Promise<void> {
  for (let start = 0; start < messages.length; start += MAX_MESSAGES_PER_CALL) {
    const Entries = messages
      .slice(start, start + MAX_MESSAGES_PER_CALL)
      .map(({ ReceiptHandle = '' }, index) => ({ Id: String(index), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
}

function recordOf({
  MessageId = '',
  ReceiptHandle = '',
  Body = '',
  Attributes = {},
  MD5OfBody = '',
}: Message): SQSRecord {
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes as unknown as SQSRecord['attributes'],
    messageAttributes: {},
    md5OfBody: MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:events',
    awsRegion: 'us-east-1',
  };
}
