/**
 * Logs and metrics of both functions. Only counts, statuses and messages of our own go in: no body, no personal value,
 * no token. Metrics are written as EMF log lines, so that no call is made for them.
 */
import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { isDetail, METRIC_NAMESPACE, type MetricName } from '../../contract/metric-names';

/** Values that are safe to log: counts, names and messages of our own. */
export type LogFields = { readonly [key: string]: string | number | boolean | readonly string[] | undefined };

export interface Telemetry {
  count(metric: MetricName, amount: number): void;
  seconds(metric: MetricName, ...amounts: readonly number[]): void;
  warn(message: string, fields: LogFields): void;
  error(message: string, fields: LogFields): void;
  /** Writes out what was counted; called once at the end of an invocation. */
  flush(): void;
}

export interface TelemetryProps {
  /** False leaves out the metrics by event name, match key, kind of warning and class of failure. */
  readonly detailed: boolean;
}

export function createTelemetry({ detailed }: TelemetryProps): Telemetry {
  const logger = new Logger();
  const metrics = new Metrics({ namespace: METRIC_NAMESPACE });
  return {
    count: (metric, amount) => {
      if (amount > 0 && (detailed || !isDetail(metric))) metrics.addMetric(metric, MetricUnit.Count, amount);
    },
    seconds: (metric, ...amounts) => {
      for (const amount of amounts) metrics.addMetric(metric, MetricUnit.Seconds, amount);
    },
    warn: (message, fields) => logger.warn(message, { ...fields }),
    error: (message, fields) => logger.error(message, { ...fields }),
    flush: () => {
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    },
  };
}

/** What may be logged of an unexpected error: its kind. A message can hold the input that caused it. */
export const errorKind = (error: unknown): string =>
  error instanceof Error
    ? [error.name, (error.cause as { code?: unknown } | undefined)?.code].filter(Boolean).join(' ')
    : typeof error;
