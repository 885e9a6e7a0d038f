/** Wiring of the ingest function: environment and clients in, router out. */
import { readFileSync } from 'node:fs';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { INGEST_ENVIRONMENT } from '../../contract/ingest-environment';
import { SecretVersions } from '../runtime/secret-versions';
import { createTelemetry } from '../telemetry/telemetry';
import type { HttpAnswer } from './answer';
import { createEnqueue } from './enqueue';
import { createRouter } from './router';

const settings = INGEST_ENVIRONMENT.read(process.env);
const telemetry = createTelemetry({ detailed: settings.detailedMetrics });

/** Short enough for three attempts within the function's own time. */
const requestHandler = { connectionTimeout: 1_000, requestTimeout: 3_000 };

const route = createRouter({
  ...settings,
  script: readFileSync(new URL('./pinterest.js', import.meta.url), 'utf8'),
  telemetry,
  now: Date.now,
  keys: new SecretVersions({
    client: new SecretsManagerClient({ requestHandler }),
    secretId: settings.ingestKeySecretArn,
    stages: ['AWSCURRENT', 'AWSPREVIOUS'],
  }),
  enqueue: createEnqueue({
    client: new SQSClient({ requestHandler: { ...requestHandler, httpsAgent: { maxSockets: 50 } } }),
    queueUrl: settings.eventQueueUrl,
  }),
  policy: settings,
});

export async function handler(request: APIGatewayProxyEventV2): Promise<HttpAnswer> {
  const answer = await route(request);
  telemetry.flush();
  return answer;
}
