/**
 * The queue, the backlog queue and their dead-letter queue as the construct makes them, and a real SQS server (fauxqs) inside
 * this process that has them.
 */
import type { FauxqsServer } from 'fauxqs';
import { DEAD_LETTER_ATTRIBUTES, type WaitingEvent, type WaitingEvents } from '../contract/queued-event';
import { SENDER_LIMITS } from '../contract/sender-limits';

export interface QueueUrls {
  readonly eventQueueUrl: string;
  readonly backlogQueueUrl: string;
  readonly deadLetterQueueUrl: string;
}

export interface LocalQueues extends QueueUrls {
  readonly url: string;
  /** Events that are visible, held or in flight, and dead letters. */
  depth(): { readonly queued: number; readonly deadLetters: number };
  /** The events of the backlog. */
  waiting(): readonly WaitingEvent[];
  /** Body of each dead letter, and why it is one. */
  deadLetters(): readonly { readonly body: string; readonly reason: string }[];
  stop(): Promise<void>;
}

const EVENTS = 'events';
const BACKLOG = 'backlog';
const DEAD_LETTERS = 'dead-letters';

/** Creates a queue on some SQS server. */
type CreateQueue = (
  name: string,
  attributes: Record<string, string>,
) => Promise<{ readonly url: string; readonly arn: string }>;

/** The queues as the construct makes them, on whatever server stands for SQS. */
export async function createQueues(create: CreateQueue): Promise<QueueUrls> {
  const retention = { MessageRetentionPeriod: String(SENDER_LIMITS.retentionSeconds) };
  const deadLetters = await create(DEAD_LETTERS, retention);
  const delivered = {
    ...retention,
    VisibilityTimeout: String(SENDER_LIMITS.visibilityTimeoutSeconds),
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: deadLetters.arn,
      maxReceiveCount: SENDER_LIMITS.maxReceiveCount,
    }),
  };
  const [events, backlog] = [await create(EVENTS, delivered), await create(BACKLOG, delivered)];
  return { eventQueueUrl: events.url, backlogQueueUrl: backlog.url, deadLetterQueueUrl: deadLetters.url };
}

export async function startQueues(): Promise<LocalQueues> {
  // An ES module without a CommonJS form: only import() loads it from here.
  const { startFauxqs } = await import('fauxqs');
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const url = `http://127.0.0.1:${server.port}`;
  // The server's own queue URLs put a region in front of the host, which an IP address does not take.
  const onLoopback = (queueUrl: string): string => url + queueUrl.slice(queueUrl.indexOf('/', 'http://'.length));
  const urls = await createQueues(async (name, attributes) => {
    const { queueUrl, queueArn } = server.createQueue(name, { attributes });
    return { url: onLoopback(queueUrl), arn: queueArn };
  });
  return {
    url,
    ...urls,
    depth: () => ({
      queued: bodiesOf(server, EVENTS).length + waitingIn(server).length,
      deadLetters: bodiesOf(server, DEAD_LETTERS).length,
    }),
    waiting: () => waitingIn(server),
    deadLetters: () =>
      (server.inspectQueue(DEAD_LETTERS)?.messages.ready ?? []).map(({ body, messageAttributes }) => ({
        body,
        reason: messageAttributes[DEAD_LETTER_ATTRIBUTES.message]?.StringValue ?? '',
      })),
    stop: () => server.stop(),
  };
}

function bodiesOf(server: FauxqsServer, name: string): string[] {
  const { ready = [], delayed = [], inflight = [] } = server.inspectQueue(name)?.messages ?? {};
  return [...ready, ...delayed, ...inflight.map(({ message }) => message)].map(({ body }) => body);
}

const waitingIn = (server: FauxqsServer): WaitingEvent[] =>
  bodiesOf(server, BACKLOG).flatMap((body) => (JSON.parse(body) as WaitingEvents).events);
