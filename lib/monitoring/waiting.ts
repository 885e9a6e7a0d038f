/** What waits, and for how long. */
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS } from '../../contract/metric-names';
import type { MonitoredParts } from './monitored-parts';

/** SQS leaves a message out of this metric once it has been received three times; ours is what the sender last saw. */
export function oldest(
  { queue, backlogQueue, metrics }: MonitoredParts,
  others: { [id: string]: IMetric } = {},
): MathExpression {
  const statistic = Stats.MAXIMUM;
  const ages = {
    queued: queue.metricApproximateAgeOfOldestMessage({ statistic }),
    waiting: backlogQueue.metricApproximateAgeOfOldestMessage({ statistic }),
    seen: metrics.metric(METRICS.longestWait, { statistic }),
    ...others,
  };
  const filled = Object.keys(ages).map((id) => `FILL(${id}, 0)`);
  return new MathExpression({
    label: 'Oldest event (s)',
    expression: `MAX([${filled.join(', ')}])`,
    usingMetrics: ages,
  });
}

/** Messages in flight, of the queue that has more of them: beyond its limit SQS hands out nothing, and says nothing. */
export function inFlight({ queue, backlogQueue }: MonitoredParts): MathExpression {
  const statistic = Stats.MAXIMUM;
  return new MathExpression({
    label: 'Messages in flight',
    expression: 'MAX([FILL(queued, 0), FILL(waiting, 0)])',
    usingMetrics: {
      queued: queue.metricApproximateNumberOfMessagesNotVisible({ statistic }),
      waiting: backlogQueue.metricApproximateNumberOfMessagesNotVisible({ statistic }),
    },
  });
}

/** Events accepted while the sender tried none at all: an event that it held back counts as tried. */
export function untouched({ metrics }: MonitoredParts): MathExpression {
  const tried = ['delivered', 'heldBack', 'rejected', 'putAside'] as const;
  const sum = tried.map((id) => `FILL(${id}, 0)`).join(' + ');
  return new MathExpression({
    label: 'Accepted, none tried',
    // the metrics of tried events are empty exactly when none was tried: the comparison needs a side that is not empty.
    expression: `IF(FILL(accepted, 0) + ${sum} > FILL(accepted, 0), 0, FILL(accepted, 0))`,
    usingMetrics: Object.fromEntries([...tried, 'accepted' as const].map((id) => [id, metrics.metric(METRICS[id])])),
  });
}
