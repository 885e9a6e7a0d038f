/** The built functions between a shop, the second SQS server and Pinterest, with the variables that a deployment gives them. */
import { DEFAULT_MAXIMUM_EVENT_AGE_SECONDS } from '../../contract/common-environment';
import { INGEST_ENVIRONMENT } from '../../contract/ingest-environment';
import { SENDER_ENVIRONMENT } from '../../contract/sender-environment';
import { BATCHING, SENDER_LIMITS } from '../../contract/sender-limits';
import { type SenderFunction, type SenderRun, startEventSource } from '../../local/event-source';
import { emulatedAws, loadFunction } from '../../local/functions';
import { type IngestFunction, startHttpFront } from '../../local/http-front';
import type { QueueUrls } from '../../local/queues';
import { startSecretsManager } from '../../local/secrets-manager';
import { type Pinterest, startPinterest } from './pinterest';
import { makeQueues, type Queues } from './queues';

const INGEST_KEY = 'ingest-key-of-this-check';
const AD_ACCOUNT = '549755885175';
const SECRET_IDS = { ingestKey: 'ingest-key', token: 'pinterest-token' } as const;
const TOKEN = 'token-of-this-check';

interface Run extends SenderRun {
  /** The queue that its messages came from. */
  readonly queueUrl: string;
}

export interface Line {
  readonly pinterest: Pinterest;
  readonly queues: Queues;
  readonly shop: { readonly endpoint: string; readonly ingestKey: string };
  /** Invocations of the sender, oldest first. */
  readonly runs: readonly Run[];
  /** Takes nothing more from the queue, and finishes what it has. */
  stopSending(): Promise<void>;
}

export async function startLine(sqsUrl: string): Promise<Line> {
  const pinterest = await startPinterest({ adAccountId: AD_ACCOUNT, token: TOKEN });
  const secrets = await startSecretsManager();
  secrets.put(SECRET_IDS.ingestKey, INGEST_KEY);
  secrets.put(SECRET_IDS.token, TOKEN);
  Object.assign(process.env, emulatedAws(sqsUrl, secrets.url));
  const queues = await makeQueues();
  Object.assign(process.env, functionEnvironment(queues.urls, pinterest.url));

  const front = await startHttpFront({ port: 0, ingest: await loadFunction<IngestFunction>('ingest') });
  const runs: Run[] = [];
  // as on Lambda, an environment for each concurrent invocation, and neither knows what the other remembers.
  const environments = Array.from({ length: SENDER_LIMITS.maxConcurrency }, async (_, index) => {
    const sender = await loadFunction<SenderFunction>('sender', index + 1);
    return queues.waiting.map((queueUrl) =>
      startEventSource({
        ...SENDER_LIMITS,
        ...(queueUrl === queues.urls.backlogQueueUrl ? BATCHING.backlog : BATCHING.events),
        maxConcurrency: 1,
        client: queues.client,
        queueUrl,
        sender,
        onRun: (run) => runs.push({ ...run, queueUrl }),
      }),
    );
  });
  const sources = (await Promise.all(environments)).flat();
  return {
    pinterest,
    queues,
    shop: { endpoint: `http://127.0.0.1:${front.port}`, ingestKey: INGEST_KEY },
    runs,
    stopSending: async () => {
      await Promise.all(sources.map((source) => source.stop()));
    },
  };
}

function functionEnvironment(urls: QueueUrls, pinterestApiUrl: string): NodeJS.ProcessEnv {
  const all = {
    ...urls,
    pipeline: 'second-sqs',
    adAccountId: AD_ACCOUNT,
    pinterestApiUrl,
    ingestKeySecretArn: SECRET_IDS.ingestKey,
    tokenSecretArn: SECRET_IDS.token,
    allowedOrigins: [],
    testMode: false,
    respectGlobalPrivacyControl: true,
    serverAuthorization: 'key',
    maximumEventAgeSeconds: DEFAULT_MAXIMUM_EVENT_AGE_SECONDS,
    lateEvents: 'deliver',
    detailedMetrics: true,
  } as const;
  return {
    ...INGEST_ENVIRONMENT.write(all),
    ...SENDER_ENVIRONMENT.write(all),
    POWERTOOLS_LOG_LEVEL: 'ERROR',
    POWERTOOLS_METRICS_DISABLED: 'true',
  };
}
