/** Wiring of the ingest function: environment and clients in, router out. */
import { readFileSync } from 'node:fs';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { DEFAULT_MAXIMUM_EVENT_AGE_SECONDS, ENV, requireAll } from '../../contract/environment';
import { SecretVersions } from '../runtime/secret-versions';
import { createTelemetry } from '../telemetry/telemetry';
import type { HttpAnswer } from './answer';
import { createEnqueue } from './enqueue';
import { createRouter } from './router';
import { readServerAuthorization } from './server-authorization';

const env = process.env;
const required = requireAll(env, ['adAccountId', 'eventQueueUrl', 'ingestKeySecretArn']);
const telemetry = createTelemetry({ detailed: env[ENV.detailedMetrics] !== 'false' });

/** Short enough for three attempts within the function's own time. */
const requestHandler = { connectionTimeout: 1_000, requestTimeout: 3_000 };

const route = createRouter({
  adAccountId: required.adAccountId,
  allowedOrigins: JSON.parse(env[ENV.allowedOrigins] ?? '[]'),
  serverAuthorization: readServerAuthorization(env[ENV.serverAuthorization]),
  cookieDomain: env[ENV.cookieDomain],
  testMode: env[ENV.testMode] === 'true',
  script: readFileSync(new URL('./pinterest.js', import.meta.url), 'utf8'),
  telemetry,
  now: Date.now,
  keys: new SecretVersions({
    client: new SecretsManagerClient({ requestHandler }),
    secretId: required.ingestKeySecretArn,
    stages: ['AWSCURRENT', 'AWSPREVIOUS'],
  }),
  enqueue: createEnqueue({
    client: new SQSClient({ requestHandler: { ...requestHandler, httpsAgent: { maxSockets: 50 } } }),
    queueUrl: required.eventQueueUrl,
  }),
  policy: {
    eventMap: env[ENV.eventMap] ? JSON.parse(env[ENV.eventMap] ?? '') : undefined,
    maximumEventAgeSeconds: Number(env[ENV.maximumEventAge] ?? DEFAULT_MAXIMUM_EVENT_AGE_SECONDS),
    defaultCountry: env[ENV.defaultCountry],
    respectGlobalPrivacyControl: env[ENV.globalPrivacyControl] !== 'false',
  },
});

export async function handler(request: APIGatewayProxyEventV2): Promise<HttpAnswer> {
  const answer = await route(request);
  telemetry.flush();
  return answer;
}
