/** Options for operation: size, logs, what is retained, where events go. */
import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DEFAULT_API_URL } from '../../contract/sender-environment';
import { SENDER_LIMITS } from '../../contract/sender-limits';
import { API_URL_PATTERN, isApiUrl } from '../private/api-url';
import { checkedText, oneOf, whole } from './kind';
import type { OptionsOf } from './option';

/** The values of a numeric enum include its names. */
const RETENTION_DAYS = Object.values(RetentionDays)
  .filter((days) => typeof days === 'number')
  .sort((a, b) => a - b);

const { DESTROY, RETAIN, RETAIN_ON_UPDATE_OR_DELETE } = RemovalPolicy;

/** Both functions wait for the network more than they compute; more memory buys only a shorter cold start. */
const DEFAULT_MEMORY_MB = 512;

const memory = {
  kind: whole(128, 10_240, 'megabytes'),
  fix: `leave it out for ${DEFAULT_MEMORY_MB}`,
  default: DEFAULT_MEMORY_MB,
} as const;

export const RUNNING_OPTIONS = {
  ingestMemorySize: memory,
  senderMemorySize: memory,
  senderMaxConcurrency: {
    kind: whole(2, 1_000),
    fix: `leave it out for ${SENDER_LIMITS.maxConcurrency} or more, depending on "expectedEventsPerDay"`,
    example: 4,
  },
  logRetention: {
    kind: oneOf<RetentionDays>(RETENTION_DAYS, 'a number of days that CloudWatch Logs supports'),
    fix: 'write one such as 30',
    default: RetentionDays.ONE_MONTH,
  },
  removalPolicy: {
    kind: oneOf<RemovalPolicy>(
      [RETAIN_ON_UPDATE_OR_DELETE, RETAIN, DESTROY],
      `RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE ("${RETAIN_ON_UPDATE_OR_DELETE}"), RETAIN ("${RETAIN}") or DESTROY ("${DESTROY}")`,
    ),
    fix: 'leave it out to keep queues that may hold events',
    default: RETAIN_ON_UPDATE_OR_DELETE,
  },
  pinterestApiUrl: {
    kind: checkedText(isApiUrl, API_URL_PATTERN, 'an https URL (http on localhost) without a trailing slash'),
    fix: `leave it out for Pinterest itself, "${DEFAULT_API_URL}"`,
    default: DEFAULT_API_URL,
  },
} as const satisfies OptionsOf<
  | 'ingestMemorySize'
  | 'senderMemorySize'
  | 'senderMaxConcurrency'
  | 'logRetention'
  | 'removalPolicy'
  | 'pinterestApiUrl'
>;
