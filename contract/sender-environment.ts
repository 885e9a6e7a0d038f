/** The settings of the function that delivers events. */
import { COMMON_VARIABLES, type CommonEnvironment } from './common-environment';
import { environmentCodec, oneOf, optionalText, text } from './environment-codec';

export const DEFAULT_API_URL = 'https://api.pinterest.com/v5';

/** What becomes of web events that reach Pinterest more than an hour late. */
export const LATE_EVENTS = ['deliver', 'put-aside'] as const;
export type LateEvents = (typeof LATE_EVENTS)[number];

export interface SenderEnvironment extends CommonEnvironment {
  readonly deadLetterQueueUrl: string;
  /** Where events wait that could not be delivered twice; without it they wait in the queue itself. */
  readonly backlogQueueUrl: string | undefined;
  readonly tokenSecretArn: string;
  /** Base URL of Pinterest's API, without a trailing slash. */
  readonly pinterestApiUrl: string;
  readonly lateEvents: LateEvents;
}

const { pipeline, adAccountId, eventQueueUrl, maximumEventAgeSeconds, detailedMetrics } = COMMON_VARIABLES;

/** In this order the variables stand in the template. */
export const SENDER_ENVIRONMENT = environmentCodec<SenderEnvironment>({
  pipeline,
  adAccountId,
  pinterestApiUrl: text('PINTEREST_API_URL', DEFAULT_API_URL),
  tokenSecretArn: text('PINTEREST_TOKEN_SECRET_ARN'),
  eventQueueUrl,
  deadLetterQueueUrl: text('DEAD_LETTER_QUEUE_URL'),
  backlogQueueUrl: optionalText('BACKLOG_QUEUE_URL'),
  maximumEventAgeSeconds,
  lateEvents: oneOf('LATE_EVENTS', LATE_EVENTS, 'deliver'),
  detailedMetrics,
});
