/**
 * The whole system on one machine. What AWS would be is stood in for (HTTP front, queues, event source, Secrets
 * Manager), what runs on AWS is not: the functions are the built ones from assets/, configured by the same environment.
 */
import { SQSClient } from '@aws-sdk/client-sqs';
import { INGEST_ENVIRONMENT } from '../contract/ingest-environment';
import { SENDER_ENVIRONMENT } from '../contract/sender-environment';
import { BATCHING, SENDER_LIMITS } from '../contract/sender-limits';
import type { OwnerConfig } from './config';
import { Console } from './console';
import { handleShop } from './demo-shop';
import { type EventSource, type SenderFunction, type SenderRun, startEventSource } from './event-source';
import { type EventsOfRun, eventsOfRun } from './events-of-run';
import { emulatedAws, loadFunction } from './functions';
import { type HttpFrontProps, type IngestFunction, startHttpFront } from './http-front';
import { type SimulatorRequest, startPinterestSimulator } from './pinterest-simulator';
import { startQueues } from './queues';
import { startSecretsManager } from './secrets-manager';
import { LOCAL_TOKEN, type Settings } from './settings';

export interface StackProps {
  readonly settings: Settings;
  readonly config: OwnerConfig;
  readonly onAnswer: NonNullable<HttpFrontProps['onAnswer']>;
  readonly onRun: (run: EventsOfRun) => void;
  readonly onPinterestRequest: (request: SimulatorRequest) => void;
}

export interface LocalStack {
  readonly endpoint: string;
  /** Base URL of the simulator, when that is where events go. */
  readonly simulatorUrl: string | undefined;
  /** Takes no more requests, delivers what is queued while that goes on, and returns how many events are left. */
  stop(): Promise<number>;
}

const SECRET_IDS = { ingestKey: 'ingest-key', token: 'pinterest-token' } as const;
const PIPELINE = 'one-machine';

/** Longest wait for the queue to empty at the end: the batching window and a slow POST. */
const DRAIN_MS = 8_000;

export async function startStack(props: StackProps): Promise<LocalStack> {
  const { settings } = props;
  const { adAccountId, destination } = settings;
  const simulator =
    destination.kind === 'simulator'
      ? await startPinterestSimulator({ token: LOCAL_TOKEN, adAccountId, onRequest: (request) => onRequest(request) })
      : undefined;
  const secrets = await startSecretsManager();
  secrets.put(SECRET_IDS.ingestKey, settings.ingestKey);
  secrets.put(SECRET_IDS.token, destination.kind === 'simulator' ? LOCAL_TOKEN : destination.token);
  const queues = await startQueues();
  const operatorConsole = new Console({
    queues,
    simulator,
    eventMap: props.config.eventMap,
    destination: destinationName(destination),
  });
  const onRequest = both(operatorConsole.onPinterestRequest, props.onPinterestRequest);

  let ingest: IngestFunction | undefined;
  const front = await startHttpFront({
    port: settings.port,
    pages: (request, response) => operatorConsole.handle(request, response) || handleShop(request, response),
    onAnswer: both(operatorConsole.onAnswer, props.onAnswer),
    // The function is loaded below, once the port is known: the page at that port may send events too.
    ingest: (request) => (ingest ? ingest(request) : Promise.resolve({ statusCode: 503 })),
  });
  Object.assign(process.env, {
    ...emulatedAws(queues.url, secrets.url),
    ...functionEnvironment(props, {
      port: front.port,
      pinterestApiUrl: simulator?.url ?? (destination.kind === 'pinterest' ? destination.apiUrl : ''),
      eventQueueUrl: queues.eventQueueUrl,
      backlogQueueUrl: queues.backlogQueueUrl,
      deadLetterQueueUrl: queues.deadLetterQueueUrl,
    }),
  });
  ingest = await loadFunction<IngestFunction>('ingest');
  const onRun = both(operatorConsole.onRun, props.onRun);
  const mapping = {
    ...SENDER_LIMITS,
    client: new SQSClient({}),
    sender: await loadFunction<SenderFunction>('sender'),
    onRun: (run: SenderRun) => onRun(eventsOfRun(run, queues.waiting())),
  };
  const eventSources = [
    startEventSource({ ...mapping, ...BATCHING.events, queueUrl: queues.eventQueueUrl }),
    startEventSource({ ...mapping, ...BATCHING.backlog, queueUrl: queues.backlogQueueUrl }),
  ];

  return {
    endpoint: `http://localhost:${front.port}`,
    simulatorUrl: simulator?.url,
    stop: async () => {
      operatorConsole.close();
      await front.close();
      await drain(() => queues.depth().queued, eventSources);
      const left = queues.depth().queued;
      await Promise.all([queues.stop(), secrets.close(), simulator?.close()]);
      return left;
    },
  };
}

/** The console and the terminal hear of the same things. */
const both =
  <A extends unknown[]>(first: (...args: A) => void, second: (...args: A) => void) =>
  (...args: A): void => {
    first(...args);
    second(...args);
  };

function destinationName(destination: Settings['destination']): string {
  if (destination.kind === 'simulator') return 'the Pinterest simulator on this machine';
  return `${destination.apiUrl}, ${destination.live ? 'LIVE: events count' : 'as test events'}`;
}

interface Addresses {
  readonly port: number;
  readonly pinterestApiUrl: string;
  readonly eventQueueUrl: string;
  readonly backlogQueueUrl: string;
  readonly deadLetterQueueUrl: string;
}

function functionEnvironment({ settings, config }: StackProps, { port, ...addresses }: Addresses): NodeJS.ProcessEnv {
  const { adAccountId, destination } = settings;
  const ownPages = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  const all = {
    ...config,
    ...addresses,
    pipeline: PIPELINE,
    adAccountId,
    ingestKeySecretArn: SECRET_IDS.ingestKey,
    tokenSecretArn: SECRET_IDS.token,
    allowedOrigins: [...config.allowedOrigins, ...ownPages],
    testMode: config.testMode || (destination.kind === 'pinterest' && !destination.live),
    // nobody here could check an AWS signature.
    serverAuthorization: 'key',
    maximumEventAgeSeconds: config.maximumEventAge.toSeconds(),
    // nor is this host under the shop's domain.
    cookieDomain: undefined,
  } as const;
  return {
    ...INGEST_ENVIRONMENT.write(all),
    ...SENDER_ENVIRONMENT.write(all),
    // The terminal shows each event's way; the functions' own log lines and metrics would only drown it.
    POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'ERROR',
    POWERTOOLS_METRICS_DISABLED: process.env.POWERTOOLS_METRICS_DISABLED ?? 'true',
  };
}

async function drain(queued: () => number, eventSources: readonly EventSource[]): Promise<void> {
  const end = Date.now() + DRAIN_MS;
  while (queued() > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.all(eventSources.map((eventSource) => eventSource.stop()));
}
