/**
 * The environment variables of the running parts, one table: the functions read them, the constructs set them.
 */
export const ENV = {
  /** Ad account that the events belong to. */
  adAccountId: 'PINTEREST_AD_ACCOUNT_ID',
  /** Base URL of Pinterest's API, without a trailing slash. */
  apiUrl: 'PINTEREST_API_URL',
  tokenSecretArn: 'PINTEREST_TOKEN_SECRET_ARN',
  ingestKeySecretArn: 'INGEST_KEY_SECRET_ARN',
  eventQueueUrl: 'EVENT_QUEUE_URL',
  deadLetterQueueUrl: 'DEAD_LETTER_QUEUE_URL',
  /** JSON array of origins that may post to /collect. */
  allowedOrigins: 'ALLOWED_ORIGINS',
  /** JSON of the event map; absent when every known event name is accepted. */
  eventMap: 'EVENT_MAP',
  /** `true` when every event is sent as a test. */
  testMode: 'TEST_MODE',
  /** Oldest event taken, and sent, in seconds. */
  maximumEventAge: 'MAXIMUM_EVENT_AGE_SECONDS',
  /** ISO 3166 code of the country in which phone numbers without a country code are read. */
  defaultCountry: 'DEFAULT_COUNTRY',
  /** `false` when events of browsers that send Global Privacy Control are taken all the same. */
  globalPrivacyControl: 'RESPECT_GLOBAL_PRIVACY_CONTROL',
  /** `deliver` (default) or `put-aside`: what becomes of web events that reach Pinterest more than an hour late. */
  lateEvents: 'LATE_EVENTS',
  /** Domain of the click id cookie that /collect sets; absent when it sets none. */
  cookieDomain: 'COOKIE_DOMAIN',
  /** `key` (default), `iam` or `authorizer`: what authorises the routes for back ends. */
  serverAuthorization: 'SERVER_AUTHORIZATION',
  /** `false` when metrics by event name, match key, kind of warning and class of failure are left out. */
  detailedMetrics: 'DETAILED_METRICS',
  /** Name of this pipeline in metrics and logs. */
  pipeline: 'POWERTOOLS_SERVICE_NAME',
} as const;

/** Values of `SERVER_AUTHORIZATION`: the ingest key, an AWS signature, or an authorizer of the owner's. */
export const SERVER_AUTHORIZATIONS = ['key', 'iam', 'authorizer'] as const;
export type ServerAuthorization = (typeof SERVER_AUTHORIZATIONS)[number];

export const DEFAULT_API_URL = 'https://api.pinterest.com/v5';
/** Seven days. Pinterest documents no limit; readers of its API report events of this age refused. */
export const DEFAULT_MAXIMUM_EVENT_AGE_SECONDS = 7 * 24 * 60 * 60;

/**
 * What a new token secret holds until the owner puts the token there. It must never change: the next deployment would
 * write the new text over every owner's token.
 */
export const SECRET_NOT_SET = 'not-set';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the variables named, or says in one error which of them are missing. */
export function requireAll<K extends keyof typeof ENV>(env: Environment, keys: readonly K[]): Record<K, string> {
  const missing = keys.map((key) => ENV[key]).filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new Error(`environment variables are missing: ${missing.join(', ')}`);
  }
  return Object.fromEntries(keys.map((key) => [key, env[ENV[key]]])) as Record<K, string>;
}
