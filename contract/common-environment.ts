/** The settings that both functions have. */
import { flag, text, type Variables, wholeNumber } from './environment-codec';

/** Seven days. Pinterest documents no limit; readers of its API report events of this age refused. */
export const DEFAULT_MAXIMUM_EVENT_AGE_SECONDS = 7 * 24 * 60 * 60;

export interface CommonEnvironment {
  /** Name of this pipeline in metrics and logs. */
  readonly pipeline: string;
  /** Ad account that the events belong to. */
  readonly adAccountId: string;
  readonly eventQueueUrl: string;
  /** Oldest event taken, and sent. */
  readonly maximumEventAgeSeconds: number;
  /** False leaves out the metrics by event name, match key, kind of warning and class of failure. */
  readonly detailedMetrics: boolean;
}

export const COMMON_VARIABLES: Variables<CommonEnvironment> = {
  // Powertools reads this one itself.
  pipeline: text('POWERTOOLS_SERVICE_NAME'),
  adAccountId: text('PINTEREST_AD_ACCOUNT_ID'),
  eventQueueUrl: text('EVENT_QUEUE_URL'),
  maximumEventAgeSeconds: wholeNumber('MAXIMUM_EVENT_AGE_SECONDS', DEFAULT_MAXIMUM_EVENT_AGE_SECONDS),
  detailedMetrics: flag('DETAILED_METRICS', true),
};
