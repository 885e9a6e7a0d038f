/** The settings of the function that takes events. */
import { COMMON_VARIABLES, type CommonEnvironment } from './common-environment';
import { environmentCodec, flag, json, oneOf, optionalText, text } from './environment-codec';
import type { EventMap } from './event-map';

/** What authorizes the routes for back ends: the ingest key, an AWS signature, or an authorizer of the owner's. */
export const SERVER_AUTHORIZATIONS = ['key', 'iam', 'authorizer'] as const;
export type ServerAuthorization = (typeof SERVER_AUTHORIZATIONS)[number];

export interface IngestEnvironment extends CommonEnvironment {
  readonly ingestKeySecretArn: string;
  /** Origins that may post to /collect. */
  readonly allowedOrigins: readonly string[];
  /** Absent when every known event name is accepted. */
  readonly eventMap?: EventMap | undefined;
  /** Whether every event is sent as a test. */
  readonly testMode: boolean;
  /** ISO 3166 code of the country in which phone numbers without a country code are read. */
  readonly defaultCountry?: string | undefined;
  /** False when events of browsers that send Global Privacy Control are taken all the same. */
  readonly respectGlobalPrivacyControl: boolean;
  /** Domain of the click id cookie that /collect sets; absent when it sets none. */
  readonly cookieDomain?: string | undefined;
  readonly serverAuthorization: ServerAuthorization;
}

const { pipeline, adAccountId, eventQueueUrl, maximumEventAgeSeconds, detailedMetrics } = COMMON_VARIABLES;

/** In this order the variables stand in the template. */
export const INGEST_ENVIRONMENT = environmentCodec<IngestEnvironment>({
  pipeline,
  adAccountId,
  eventQueueUrl,
  ingestKeySecretArn: text('INGEST_KEY_SECRET_ARN'),
  allowedOrigins: json<readonly string[]>('ALLOWED_ORIGINS', []),
  testMode: flag('TEST_MODE', false),
  detailedMetrics,
  respectGlobalPrivacyControl: flag('RESPECT_GLOBAL_PRIVACY_CONTROL', true),
  maximumEventAgeSeconds,
  serverAuthorization: oneOf('SERVER_AUTHORIZATION', SERVER_AUTHORIZATIONS, 'key'),
  eventMap: json<EventMap | undefined>('EVENT_MAP', undefined),
  cookieDomain: optionalText('COOKIE_DOMAIN'),
  defaultCountry: optionalText('DEFAULT_COUNTRY'),
});
