/** Wiring of the sender function: environment and clients in, one run a batch of messages. */
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { SENDER_ENVIRONMENT } from '../../contract/sender-environment';
import { SENDER_LIMITS, TIME_FOR_ONE_MORE_MS } from '../../contract/sender-limits';
import { MAX_ATTEMPTS, REQUEST_HANDLER } from '../runtime/aws-calls';
import { ownDisk } from '../runtime/disk';
import { endEnvironment } from '../runtime/end-environment';
import { SecretVersions } from '../runtime/secret-versions';
import { createTelemetry } from '../telemetry/telemetry';
import { endingIfCutOff } from './ending';
import { skippingContinue } from './interim-answers';
import { createLineMemories } from './line-memory';
import { createPost } from './pinterest-client';
import { createReach } from './reach';
import { run } from './run';
import { createToken } from './token';

const settings = SENDER_ENVIRONMENT.read(process.env);
const { adAccountId, pinterestApiUrl, eventQueueUrl, deadLetterQueueUrl, backlogQueueUrl } = settings;
const telemetry = createTelemetry({ detailed: settings.detailedMetrics });
const aws = { requestHandler: REQUEST_HANDLER, maxAttempts: MAX_ATTEMPTS };
const client = new SQSClient(aws);
const timeoutMs = SENDER_LIMITS.postTimeoutSeconds * 1_000;

const reach = createReach(Date.now);
const post = createPost({
  apiUrl: pinterestApiUrl,
  adAccountId,
  timeoutMs,
  fetch: reach.watching(skippingContinue(fetch)),
});
const token = createToken(
  new SecretVersions({
    client: new SecretsManagerClient(aws),
    secretId: settings.tokenSecretArn,
    stages: ['AWSCURRENT'],
  }),
);

const lines = createLineMemories({ now: Date.now, random: Math.random }, ownDisk('taken'));

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** The queue of this invocation's messages; an event source has one. */
const sourceOf = ({ Records: [record] }: SQSEvent): string =>
  backlogQueueUrl !== undefined && nameIn(record?.eventSourceARN, ':') === nameIn(backlogQueueUrl, '/')
    ? backlogQueueUrl
    : eventQueueUrl;

const nameIn = (address: string | undefined, separator: string): string | undefined => address?.split(separator).at(-1);

export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const messages = event.Records.map(({ messageId, receiptHandle, body, attributes }) => ({
    messageId,
    receiptHandle,
    body,
    receiveCount: Number(attributes.ApproximateReceiveCount),
    sentAt: Number(attributes.SentTimestamp),
  }));
  try {
    const work = () =>
      run(messages, {
        post,
        token,
        lines,
        policy: settings,
        hasTime: () => context.getRemainingTimeInMillis() > TIME_FOR_ONE_MORE_MS,
        client,
        queueUrl: sourceOf(event),
        backlogQueueUrl,
        deadLetterQueueUrl,
        telemetry,
        now: Date.now,
        sleep,
        random: Math.random,
      });
    const unfinished = await endingIfCutOff(work, { messages: messages.length, reach, telemetry, endEnvironment });
    return { batchItemFailures: unfinished.map((itemIdentifier) => ({ itemIdentifier })) };
  } finally {
    telemetry.flush();
  }
}
