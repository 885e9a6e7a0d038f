/** Wiring of the ingest function: environment and clients in, router out. */
import { readFileSync } from 'node:fs';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { INGEST_ENVIRONMENT } from '../../contract/ingest-environment';
import { MAX_ATTEMPTS, REQUEST_HANDLER } from '../runtime/aws-calls';
import { SecretVersions } from '../runtime/secret-versions';
import { createTelemetry } from '../telemetry/telemetry';
import type { HttpAnswer } from './answer';
import { createEnqueue } from './enqueue';
import { createRouter } from './router';

const settings = INGEST_ENVIRONMENT.read(process.env);
const telemetry = createTelemetry({ detailed: settings.detailedMetrics });

const route = createRouter({
  ...settings,
  script: readFileSync(new URL('./pinterest.js', import.meta.url), 'utf8'),
  telemetry,
  now: Date.now,
  keys: new SecretVersions({
    client: new SecretsManagerClient({ requestHandler: REQUEST_HANDLER, maxAttempts: MAX_ATTEMPTS }),
    secretId: settings.ingestKeySecretArn,
    stages: ['AWSCURRENT', 'AWSPREVIOUS'],
  }),
  enqueue: createEnqueue({
    client: new SQSClient({
      requestHandler: { ...REQUEST_HANDLER, httpsAgent: { maxSockets: 50 } },
      maxAttempts: MAX_ATTEMPTS,
    }),
    queueUrl: settings.eventQueueUrl,
  }),
  policy: settings,
});

export async function handler(request: APIGatewayProxyEventV2): Promise<HttpAnswer> {
  const answer = await route(request);
  telemetry.flush();
  return answer;
}
