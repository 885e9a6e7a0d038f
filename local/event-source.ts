/**
 * Stands where Lambda's SQS event source stands, in real time and in front of a real SQS server: the pollers of `sim/`
 * gather messages, here the sender is invoked with them, and what it finished is deleted.
 */
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { realClock } from '../sim/clock';
import { type Batching, MOST_A_RECEIVE, poll } from '../sim/poller';

export type SenderFunction = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/** One invocation of the sender, and what it left in the queue. */
export interface SenderRun {
  readonly records: readonly SQSRecord[];
  readonly failed: ReadonlySet<string>;
  /** Why the run as a whole failed, when it threw. */
  readonly error?: string;
}

export interface EventSourceProps extends Batching {
  readonly client: SQSClient;
  readonly queueUrl: string;
  readonly sender: SenderFunction;
  readonly maxConcurrency: number;
  readonly functionTimeoutSeconds: number;
  readonly onRun?: (run: SenderRun) => void;
}

export interface EventSource {
  /** Finishes the invocations in flight and takes no further messages. */
  stop(): Promise<void>;
}

const RETRY_MS = 1_000;
/** The longest that SQS waits for a message. */
const LONG_POLL_SECONDS = 20;
/** Of DeleteMessageBatch. */
const MOST_A_BATCH = 10;

export function startEventSource(props: EventSourceProps): EventSource {
  const stopping = new AbortController();
  const { signal } = stopping;
  const source = {
    receive: (waitMilliseconds: number) => receive(props, waitMilliseconds, signal),
    bytesOf: ({ Body = '' }: Message) => Body.length,
    invoke: (messages: readonly Message[]) => runSender(messages, props),
  };
  const work = async () => {
    while (!signal.aborted) {
      await poll(source, props, realClock, signal).catch((error: unknown) => {
        // The queue did not answer; its messages return by themselves.
        console.error('event source:', error instanceof Error ? error.message : error);
        return realClock.sleep(RETRY_MS, signal);
      });
    }
  };
  const workers = Array.from({ length: props.maxConcurrency }, work);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(workers);
    },
  };
}

async function receive(
  { client, queueUrl }: EventSourceProps,
  waitMilliseconds: number,
  signal: AbortSignal,
): Promise<Message[]> {
  try {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: MOST_A_RECEIVE,
        WaitTimeSeconds: Math.min(LONG_POLL_SECONDS, Math.ceil(waitMilliseconds / 1_000)),
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
  const records = messages.map((message) => recordOf(message, props.queueUrl));
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
  for (let start = 0; start < messages.length; start += MOST_A_BATCH) {
    const Entries = messages
      .slice(start, start + MOST_A_BATCH)
      .map(({ ReceiptHandle = '' }, index) => ({ Id: String(index), ReceiptHandle }));
    await client.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  }
}

function recordOf(
  { MessageId = '', ReceiptHandle = '', Body = '', Attributes = {}, MD5OfBody = '' }: Message,
  queueUrl: string,
): SQSRecord {
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes as unknown as SQSRecord['attributes'],
    messageAttributes: {},
    md5OfBody: MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:us-east-1:000000000000:${queueUrl.split('/').at(-1)}`,
    awsRegion: 'us-east-1',
  };
}
