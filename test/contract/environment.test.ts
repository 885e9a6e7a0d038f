/** The environment of the functions: what is written is read again, and what cannot be read starts nothing. */
import fc from 'fast-check';
import type { Codec, Environment } from '../../contract/environment-codec';
import { INGEST_ENVIRONMENT, SERVER_AUTHORIZATIONS } from '../../contract/ingest-environment';
import { SECRET_NOT_SET } from '../../contract/secret-not-set';
import { LATE_EVENTS, SENDER_ENVIRONMENT } from '../../contract/sender-environment';

const SEED = Number(process.env.SEED ?? 20_260_303);

const written = fc.string({ minLength: 1 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const common = {
  pipeline: written,
  adAccountId: written,
  eventQueueUrl: written,
  maximumEventAgeSeconds: fc.nat(),
  detailedMetrics: fc.boolean(),
};
const entry = fc.record({ sendAs: written, value: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }) });

const ingest = fc.record({
  ...common,
  ingestKeySecretArn: written,
  allowedOrigins: fc.array(fc.string()),
  eventMap: maybe(
    fc.dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      entry,
      { noNullPrototype: true },
    ),
  ),
  testMode: fc.boolean(),
  defaultCountry: maybe(written),
  respectGlobalPrivacyControl: fc.boolean(),
  cookieDomain: maybe(written),
  serverAuthorization: fc.constantFrom(...SERVER_AUTHORIZATIONS),
});

const sender = fc.record({
  ...common,
  deadLetterQueueUrl: written,
  backlogQueueUrl: maybe(written),
  tokenSecretArn: written,
  pinterestApiUrl: written,
  lateEvents: fc.constantFrom(...LATE_EVENTS),
});

const comesBack =
  <T extends object>(codec: Codec<T>) =>
  (settings: T) =>
    expect(codec.read(codec.write(settings))).toEqual(settings);

describe('INGEST_ENVIRONMENT', () => {
  it('reads what it writes', () => {
    fc.assert(fc.property(ingest, comesBack(INGEST_ENVIRONMENT)), { seed: SEED });
  });

  const REQUIRED = {
    POWERTOOLS_SERVICE_NAME: 'shop',
    PINTEREST_AD_ACCOUNT_ID: '549755885175',
    EVENT_QUEUE_URL: 'https://sqs.example/q',
    INGEST_KEY_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:key',
  };
  const read = (more: Environment) => INGEST_ENVIRONMENT.read({ ...REQUIRED, ...more });

  it('has the defaults of the options where a variable is not set', () => {
    expect(read({})).toEqual({
      pipeline: 'shop',
      adAccountId: '549755885175',
      eventQueueUrl: 'https://sqs.example/q',
      ingestKeySecretArn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:key',
      maximumEventAgeSeconds: 604_800,
      detailedMetrics: true,
      allowedOrigins: [],
      testMode: false,
      respectGlobalPrivacyControl: true,
      serverAuthorization: 'key',
    });
  });

  it('names everything that is missing or empty in one error', () => {
    expect(() =>
      INGEST_ENVIRONMENT.read({ ...REQUIRED, PINTEREST_AD_ACCOUNT_ID: '', EVENT_QUEUE_URL: undefined }),
    ).toThrow('environment: PINTEREST_AD_ACCOUNT_ID is missing; EVENT_QUEUE_URL is missing');
  });

  it.each([
    [{ SERVER_AUTHORIZATION: 'none' }, 'SERVER_AUTHORIZATION must be one of key, iam, authorizer, got "none"'],
    [{ SERVER_AUTHORIZATION: 'toString' }, 'SERVER_AUTHORIZATION must be one of key, iam, authorizer, got "toString"'],
    [{ TEST_MODE: 'yes' }, 'TEST_MODE must be true or false, got "yes"'],
    [{ MAXIMUM_EVENT_AGE_SECONDS: '1e9' }, 'MAXIMUM_EVENT_AGE_SECONDS must be a whole number, got "1e9"'],
    [{ ALLOWED_ORIGINS: '[' }, 'ALLOWED_ORIGINS must be JSON, got "["'],
  ])('%j does not start', (environment, fault) => {
    expect(() => read(environment)).toThrow(fault);
  });
});

describe('SENDER_ENVIRONMENT', () => {
  it('reads what it writes', () => {
    fc.assert(fc.property(sender, comesBack(SENDER_ENVIRONMENT)), { seed: SEED });
  });

  it('sends to Pinterest itself where no address is set', () => {
    const { PINTEREST_API_URL: _, ...rest } = SENDER_ENVIRONMENT.write({
      pipeline: 'shop',
      adAccountId: '1',
      eventQueueUrl: 'q',
      maximumEventAgeSeconds: 1,
      detailedMetrics: false,
      deadLetterQueueUrl: 'd',
      backlogQueueUrl: undefined,
      tokenSecretArn: 't',
      pinterestApiUrl: 'http://localhost/v5',
      lateEvents: 'put-aside',
    });
    expect(SENDER_ENVIRONMENT.read(rest)).toMatchObject({
      pinterestApiUrl: 'https://api.pinterest.com/v5',
      lateEvents: 'put-aside',
      detailedMetrics: false,
    });
  });
});

test('the text of a secret that is not set never changes: a deployment would write the new one over every token', () => {
  expect(SECRET_NOT_SET).toBe('not-set');
});
