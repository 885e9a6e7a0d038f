/** The event queue, the backlog queue and their dead-letter queue, in a real SQS server (fauxqs) inside this process, as the construct makes them. */
import type { FauxqsServer } from 'fauxqs';
import { DEAD_LETTER_ATTRIBUTES, type WaitingEvent, type WaitingEvents } from '../contract/queued-event';
import { SENDER_LIMITS } from '../contract/sender-limits';

export interface LocalQueues {
  readonly url: string;
  readonly eventQueueUrl: string;
  readonly backlogQueueUrl: string;
  readonly deadLetterQueueUrl: string;
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
const FOURTEEN_DAYS_SECONDS = 1_209_600;

export async function startQueues(): Promise<LocalQueues> {
  // An ES module without a CommonJS form: only import() loads it from here.
  const { startFauxqs } = await import('fauxqs');
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
  const retention = { MessageRetentionPeriod: String(FOURTEEN_DAYS_SECONDS) };
  const deadLetters = server.createQueue(DEAD_LETTERS, { attributes: retention });
  const delivered = {
    attributes: {
      ...retention,
      VisibilityTimeout: String(SENDER_LIMITS.visibilityTimeoutSeconds),
      RedrivePolicy: JSON.stringify({
        deadLetterTargetArn: deadLetters.queueArn,
        maxReceiveCount: SENDER_LIMITS.maxReceiveCount,
      }),
    },
  };
  const events = server.createQueue(EVENTS, delivered);
  const backlog = server.createQueue(BACKLOG, delivered);
  const url = `http://127.0.0.1:${server.port}`;
  // The server's own queue URLs put a region in front of the host, which an IP address does not take.
  const onLoopback = (queueUrl: string): string => url + queueUrl.slice(queueUrl.indexOf('/', 'http://'.length));
  return {
    url,
    eventQueueUrl: onLoopback(events.queueUrl),
    backlogQueueUrl: onLoopback(backlog.queueUrl),
    deadLetterQueueUrl: onLoopback(deadLetters.queueUrl),
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
