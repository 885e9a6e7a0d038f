/** Stand-ins for what the code is given from outside. Each records what it was asked and fails when told to. */
import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { METRICS } from '../../contract/metric-names';
import type { LogFields, Telemetry } from '../../lambda/telemetry/telemetry';
import { failed, processed, resultsOf } from '../../sim/pinterest/answer';
import { batchAnswer } from '../../sim/sqs/batch-answer';

export interface FakeTelemetry extends Telemetry {
  readonly counts: Record<string, number>;
  readonly lines: { level: 'warn' | 'error'; message: string; fields: LogFields }[];
  /** Every delay that was told. */
  delays(): readonly number[];
  /** All of it as text, to look for what must not be in it. */
  text(): string;
}

export function fakeTelemetry(): FakeTelemetry {
  const counts: FakeTelemetry['counts'] = {};
  const lines: FakeTelemetry['lines'] = [];
  const delays: number[] = [];
  return {
    counts,
    lines,
    delays: () => delays,
    text: () => JSON.stringify({ counts, lines }),
    count: (metric, amount) => {
      counts[metric] = (counts[metric] ?? 0) + amount;
    },
    seconds: (metric, ...amounts) => {
      if (metric === METRICS.deliveryDelay) delays.push(...amounts);
      if (amounts.length > 0) counts[metric] = Math.max(counts[metric] ?? 0, ...amounts);
    },
    warn: (message, fields) => lines.push({ level: 'warn', message, fields }),
    error: (message, fields) => lines.push({ level: 'error', message, fields }),
    flush: () => undefined,
  };
}

export interface SqsFaults {
  /** Whether the queue refuses an entry of a batch; `attempt` counts the sends of this body from 1. */
  readonly refusesEntry?: (body: string, attempt: number) => boolean;
  /** Whether a call fails as a whole; `call` counts calls of its kind from 1. */
  readonly failsBatch?: (call: number) => boolean;
  /** Whether the dead-letter queue refuses a letter, and whether a call to it fails as a whole. */
  readonly failsLetter?: (body: string) => boolean;
  readonly failsLetters?: (call: number) => boolean;
  readonly failsVisibility?: (call: number) => boolean;
  readonly failsDelete?: boolean;
}

export interface FakeSqs {
  readonly client: Pick<SQSClient, 'send'>;
  /** Bodies of each SendMessageBatch, in the order of the calls. */
  readonly batches: string[][];
  /** Messages that the backlog queue took. */
  readonly moved: { readonly body: string; readonly delaySeconds: number | undefined }[];
  readonly letters: (Omit<SendMessageBatchRequestEntry, 'Id'> & { readonly QueueUrl: string })[];
  /** Calls that sent dead letters. */
  letterCalls(): number;
  readonly visibilities: { queueUrl: string | undefined; seconds: Record<string, number> }[];
  /** Receipts of the messages that were deleted, by call. */
  readonly deleted: string[][];
  /** SendMessageBatch calls that were in flight at the same time, at most. */
  mostAtOnce(): number;
}

export function fakeSqs(faults: SqsFaults = {}): FakeSqs {
  const batches: string[][] = [];
  const moved: FakeSqs['moved'] = [];
  const letters: FakeSqs['letters'] = [];
  const visibilities: FakeSqs['visibilities'] = [];
  const deleted: FakeSqs['deleted'] = [];
  const attempts = new Map<string, number>();
  let letterCalls = 0;
  let atOnce = 0;
  let mostAtOnce = 0;

  const takeBatch = async ({ input }: SendMessageBatchCommand): Promise<object> => {
    mostAtOnce = Math.max(mostAtOnce, ++atOnce);
    await new Promise(setImmediate);
    atOnce--;
    const entries = (input.Entries ?? []).map(({ Id = '', MessageBody = '' }) => ({ Id, body: MessageBody }));
    batches.push(entries.map(({ body }) => body));
    if (faults.failsBatch?.(batches.length)) throw new Error('socket hang up');
    const refused = entries.filter(({ body }) => {
      const attempt = (attempts.get(body) ?? 0) + 1;
      attempts.set(body, attempt);
      return faults.refusesEntry?.(body, attempt) ?? false;
    });
    const isTaken = (id: string) => !refused.some(({ Id }) => Id === id);
    for (const { Id = '', MessageBody = '', DelaySeconds } of input.Entries ?? []) {
      if (input.QueueUrl?.includes('backlog') && isTaken(Id))
        moved.push({ body: MessageBody, delaySeconds: DelaySeconds });
    }
    return batchAnswer(entries, isTaken);
  };

  const takeLetters = async ({ input: { QueueUrl = '', Entries = [] } }: SendMessageBatchCommand): Promise<object> => {
    letterCalls++;
    if (faults.failsLetters?.(letterCalls)) throw new Error('no such queue');
    const refused = Entries.filter(({ MessageBody = '' }) => faults.failsLetter?.(MessageBody));
    const taken = Entries.filter((entry) => !refused.includes(entry));
    letters.push(...taken.map(({ Id: _, ...letter }) => ({ QueueUrl, ...letter })));
    return batchAnswer(Entries, (id) => !refused.some(({ Id }) => Id === id));
  };

  const send = async (command: unknown): Promise<object> => {
    if (command instanceof SendMessageBatchCommand) {
      return command.input.QueueUrl?.includes('dead-letters') ? takeLetters(command) : takeBatch(command);
    }
    if (command instanceof ChangeMessageVisibilityBatchCommand) {
      const { QueueUrl, Entries = [] } = command.input;
      const seconds = Entries.map((entry) => [entry.ReceiptHandle, entry.VisibilityTimeout ?? -1]);
      visibilities.push({ queueUrl: QueueUrl, seconds: Object.fromEntries(seconds) });
      if (faults.failsVisibility?.(visibilities.length)) throw new Error('throttled');
      return {};
    }
    if (command instanceof DeleteMessageBatchCommand) {
      const { Entries = [] } = command.input;
      deleted.push(Entries.map(({ ReceiptHandle = '' }) => ReceiptHandle));
      if (faults.failsDelete) throw new Error('socket hang up');
      return batchAnswer(Entries, () => true);
    }
    throw new Error('a command that nobody expects');
  };
  return {
    client: { send } as unknown as Pick<SQSClient, 'send'>,
    batches,
    moved,
    letters,
    letterCalls: () => letterCalls,
    visibilities,
    deleted,
    mostAtOnce: () => mostAtOnce,
  };
}

export interface FakeSecrets {
  readonly client: Pick<SecretsManagerClient, 'send'>;
  /** What each version holds; one that is absent does not exist. */
  values: { AWSCURRENT?: string; AWSPREVIOUS?: string };
  /** Thrown by every read while it is set. */
  failure: Error | undefined;
  /** Reads of the current version. */
  reads(): number;
}

export function fakeSecrets(values: FakeSecrets['values']): FakeSecrets {
  let reads = 0;
  const send = async (command: unknown): Promise<object> => {
    if (!(command instanceof GetSecretValueCommand)) throw new Error('a command that nobody expects');
    const stage = command.input.VersionStage === 'AWSPREVIOUS' ? 'AWSPREVIOUS' : 'AWSCURRENT';
    if (stage === 'AWSCURRENT') reads++;
    if (secrets.failure !== undefined) throw secrets.failure;
    const SecretString = secrets.values[stage];
    if (SecretString === undefined) throw new ResourceNotFoundException({ message: 'no such version', $metadata: {} });
    return { SecretString };
  };
  const secrets: FakeSecrets = {
    client: { send } as unknown as Pick<SecretsManagerClient, 'send'>,
    values,
    failure: undefined,
    reads: () => reads,
  };
  return secrets;
}

/** A POST as it would have left. */
export interface Posted {
  readonly url: string;
  readonly headers: Headers;
  readonly redirect: RequestInit['redirect'];
  readonly test: boolean;
  readonly token: string;
  readonly body: string;
  /** The event ids of the body. */
  readonly ids: string[];
}

export interface FakeFetch {
  readonly fetch: typeof fetch;
  readonly posts: Posted[];
}

/** Pinterest at the other end of `fetch`, as the answers that a test gives it. */
export function fakeFetch(answer: (post: Posted) => Response | Promise<Response>): FakeFetch {
  const posts: Posted[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    const headers = new Headers(init?.headers);
    const body = String(init?.body);
    const ids = (JSON.parse(body).data as { event_id: string }[]).map(({ event_id }) => event_id);
    const token = (headers.get('authorization') ?? '').replace('Bearer ', '');
    const post = { url, headers, redirect: init?.redirect, test: url.endsWith('?test=true'), token, body, ids };
    posts.push(post);
    return answer(post);
  };
  return { fetch, posts };
}

/** Pinterest's answer when it takes all events but those that `failures` gives a reason for. */
export function results(ids: readonly string[], failures: { readonly [id: string]: string } = {}): object {
  return resultsOf(
    ids.map((id) => {
      const failure = failures[id];
      return failure === undefined ? processed() : failed(failure);
    }),
  );
}

/** Pinterest's answer to a request that it does not take. */
export const apiError = (status: number, message: string, headers: Record<string, string> = {}): Response =>
  Response.json({ code: 1, message }, { status, headers });
