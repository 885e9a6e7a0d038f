/** The ingest function as its caller meets it: real router, real key and queue code, stand-ins for AWS. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { createEnqueue } from '../../../lambda/ingest/enqueue';
import type { IngestProps } from '../../../lambda/ingest/ingest-props';
import { createRouter } from '../../../lambda/ingest/router';
import { SecretVersions } from '../../../lambda/runtime/secret-versions';
import { NOW, POLICY, type RequestChanges, request } from '../../helpers/factories';
import { type FakeSecrets, fakeSecrets, fakeSqs, fakeTelemetry, type SqsFaults } from '../../helpers/fakes';

export const KEY = 'ingest-key-1f2e3d4c5b6a';
export const AD_ACCOUNT_ID = '549755885175';
export const ORIGIN = 'https://www.shop.example';

/** An answer with its body read. */
export interface Answer {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown>;
  readonly text: string;
  /** Undefined when there is no JSON in it. */
  readonly body: unknown;
}

export interface IngestChanges extends Partial<IngestProps> {
  readonly faults?: SqsFaults;
  readonly secrets?: FakeSecrets;
}

export function createIngest({ faults, secrets = fakeSecrets({ AWSCURRENT: KEY }), ...changes }: IngestChanges = {}) {
  const sqs = fakeSqs(faults);
  const telemetry = fakeTelemetry();
  const clock = { now: NOW };
  const stages = ['AWSCURRENT', 'AWSPREVIOUS'] as const;
  const route = createRouter({
    adAccountId: AD_ACCOUNT_ID,
    allowedOrigins: [ORIGIN],
    serverAuthorization: 'key',
    testMode: false,
    script: '/* the script */',
    now: () => clock.now,
    keys: new SecretVersions({ client: secrets.client, secretId: 'ingest-key', stages, now: () => clock.now }),
    enqueue: createEnqueue({
      client: sqs.client,
      queueUrl: 'https://sqs.example/events',
      sleep: async () => undefined,
    }),
    policy: POLICY,
    telemetry,
    ...changes,
  });
  const handle = async (event: APIGatewayProxyEventV2): Promise<Answer> => {
    const { statusCode, headers = {}, body: text = '' } = await route(event);
    const isJson = String(headers['content-type']).startsWith('application/json');
    return { status: statusCode, headers, text, body: isJson ? JSON.parse(text) : undefined };
  };
  return {
    sqs,
    telemetry,
    clock,
    secrets,
    handle,
    /** A back end's request with the ingest key. */
    send: (body: unknown, changes: RequestChanges = {}) =>
      handle(request({ body, ...changes, headers: { authorization: `Bearer ${KEY}`, ...changes.headers } })),
    /** A page's request. */
    collect: (body: unknown, changes: RequestChanges = {}) =>
      handle(request({ path: '/collect', body, ...changes, headers: { origin: ORIGIN, ...changes.headers } })),
    /** The queue messages, parsed, in the order of the events. */
    queued: () => sqs.batches.flat().map((body) => JSON.parse(body)),
  };
}
