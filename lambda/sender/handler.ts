/** Wiring of the sender function: environment and clients in, one run a batch of messages. */
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { DEFAULT_API_URL, DEFAULT_MAXIMUM_EVENT_AGE_SECONDS, ENV, requireAll } from '../../contract/environment';
import { SENDER_LIMITS, TIME_FOR_ONE_MORE_MS } from '../../contract/sender-limits';
import { SecretVersions } from '../runtime/secret-versions';
import { createTelemetry } from '../telemetry/telemetry';
import type { AgePolicy } from './age';
import { createBreaker } from './breaker';
import { createPost } from './pinterest-client';
import { run } from './run';
import { createToken } from './token';

const required = requireAll(process.env, ['adAccountId', 'eventQueueUrl', 'deadLetterQueueUrl', 'tokenSecretArn']);
const telemetry = createTelemetry({ detailed: process.env[ENV.detailedMetrics] !== 'false' });
/** A call to AWS that hangs must not use up the run. */
const requestHandler = { connectionTimeout: 1_000, requestTimeout: 5_000 };
const client = new SQSClient({ requestHandler });
const timeoutMs = SENDER_LIMITS.postTimeoutSeconds * 1_000;

const post = createPost({
  apiUrl: process.env[ENV.apiUrl] ?? DEFAULT_API_URL,
  adAccountId: required.adAccountId,
  timeoutMs,
  fetch,
});
const token = createToken(
  new SecretVersions({
    client: new SecretsManagerClient({ requestHandler }),
    secretId: required.tokenSecretArn,
    stages: ['AWSCURRENT'],
  }),
);

const breaker = createBreaker({ now: Date.now, random: Math.random });
const policy: AgePolicy = {
  lateEvents: process.env[ENV.lateEvents] === 'put-aside' ? 'put-aside' : 'deliver',
  maximumEventAgeSeconds: Number(process.env[ENV.maximumEventAge] ?? DEFAULT_MAXIMUM_EVENT_AGE_SECONDS),
};

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const messages = event.Records.map(({ messageId, receiptHandle, body, attributes }) => ({
    messageId,
    receiptHandle,
    body,
    receiveCount: Number(attributes.ApproximateReceiveCount),
    sentAt: Number(attributes.SentTimestamp),
  }));
  try {
    const unfinished = await run(messages, {
      post,
      token,
      breaker,
      policy,
      hasTime: () => context.getRemainingTimeInMillis() > TIME_FOR_ONE_MORE_MS,
      client,
      eventQueueUrl: required.eventQueueUrl,
      deadLetterQueueUrl: required.deadLetterQueueUrl,
      telemetry,
      now: Date.now,
      random: Math.random,
    });
    return { batchItemFailures: unfinished.map((itemIdentifier) => ({ itemIdentifier })) };
  } finally {
    telemetry.flush();
  }
}
