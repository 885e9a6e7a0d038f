/** Puts messages into the queue: in parallel, with each failed entry tried again alone. */
import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { packed, SEND_MESSAGE_BATCH } from '../../contract/packs';
import { errorKind } from '../telemetry/telemetry';

/** Batches in flight at the same time; 1,000 events are 100 batches. */
const PARALLEL = 25;

const ATTEMPTS = 3;

/**
 * After it, what is not queued is told to the caller, who can send it again: API Gateway waits for 30 s, but most callers do
 * not, and the secret may have taken 4 s before.
 */
const PATIENCE_MS = 5_000;

export interface EnqueueProps {
  readonly client: Pick<SQSClient, 'send'>;
  readonly queueUrl: string;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Milliseconds for all messages of a call; 5,000 when left out. */
  readonly patienceMs?: number;
}

interface Entry {
  readonly index: number;
  readonly body: string;
}

interface Call {
  readonly errors: Set<string>;
  readonly abortSignal: AbortSignal;
}

interface NotQueued {
  /** Of the messages that the queue would not take. */
  readonly indexes: ReadonlySet<number>;
  /** Why, each kind of error once. */
  readonly errors: readonly string[];
}

export type Enqueue = (bodies: readonly string[]) => Promise<NotQueued>;

export function createEnqueue({ client, queueUrl, sleep = pause, patienceMs = PATIENCE_MS }: EnqueueProps): Enqueue {
  /** What of a batch was not taken this time. A call that fails as a whole has taken nothing that we know of. */
  async function send(batch: readonly Entry[], { errors, abortSignal }: Call): Promise<Entry[]> {
    try {
      const Entries = batch.map(({ index, body }) => ({ Id: String(index), MessageBody: body }));
      const { Successful = [], Failed = [] } = await client.send(
        new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }),
        { abortSignal },
      );
      for (const { Code = 'no code' } of Failed) errors.add(Code);
      const taken = new Set(Successful.map(({ Id }) => Id));
      return batch.filter(({ index }) => !taken.has(String(index)));
    } catch (error) {
      errors.add(errorKind(error));
      return [...batch];
    }
  }

  async function sendUntilTaken(batch: readonly Entry[], call: Call): Promise<readonly Entry[]> {
    let left: readonly Entry[] = batch;
    for (let attempt = 1; attempt <= ATTEMPTS && left.length > 0 && !call.abortSignal.aborted; attempt++) {
      if (attempt > 1) await sleep(100 * 2 ** attempt * (0.5 + Math.random() / 2));
      left = await send(left, call);
    }
    return left;
  }

  return async (bodies) => {
    const waiting = packed(bodies.map(entryOf), bytesOf, SEND_MESSAGE_BATCH);
    const indexes = new Set<number>();
    const errors = new Set<string>();
    const call = { errors, abortSignal: AbortSignal.timeout(patienceMs) };
    const worker = async () => {
      for (let batch = waiting.pop(); batch !== undefined; batch = waiting.pop()) {
        for (const { index } of await sendUntilTaken(batch, call)) indexes.add(index);
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
    return { indexes, errors: [...errors] };
  };
}

const entryOf = (body: string, index: number): Entry => ({ index, body });

const bytesOf = ({ body }: Entry): number => Buffer.byteLength(body);

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
