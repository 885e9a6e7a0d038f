/** Alarms on the way out: do accepted events reach Pinterest, in time, and does it take them? */
import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS } from '../../../contract/metric-names';
import { QUEUE_RETENTION } from '../../event-queue';
import { type AlarmDefinition, text } from '../alarm-definition';
import type { MonitoredParts } from '../monitored-parts';
import { deliveryErrorRate, rejectionRate } from '../rates';
import type { Thresholds } from '../thresholds';
import type { TrafficScale } from '../traffic-scale';

/** What is left to save events before SQS deletes them. */
const LAST_CALL = Duration.days(2);

/**
 * Periods of 5 minutes. A held event is tried once an hour at least, so what one has shown counts for a while longer: an
 * alarm that ends and comes back tells twice that it is over when it is not.
 */
const UNTIL_IT_SHOWS_AGAIN = 15;

export function deliveryAlarms(
  parts: MonitoredParts,
  thresholds: Thresholds,
  { faults }: TrafficScale,
): AlarmDefinition[] {
  const { metrics, deadLetterQueue, senderLogGroup, tokenSecret, queue } = parts;
  const log = senderLogGroup.logGroupName;
  return [
    {
      name: 'TokenRejected',
      metric: metrics.metric(METRICS.tokenRejected),
      threshold: 0,
      periods: UNTIL_IT_SHOWS_AGAIN,
      datapoints: 1,
      happened:
        'Pinterest does not take the access token, or there is none yet. Events stay queued for 14 days, but those that ' +
        'are more than an hour late may count twice.',
      lookFirst: `make a token in Ads Manager (Conversions, Conversion access token) and put it into ${tokenSecret.secretArn}.`,
    },
    {
      name: 'DeliveryErrorRate',
      metric: deliveryErrorRate(metrics),
      threshold: thresholds.deliveryErrorRate,
      periods: 3,
      happened:
        `More than ${text(thresholds.deliveryErrorRate)} % of the deliveries to Pinterest failed, in each of three periods of 5 ` +
        'minutes. No event is lost: they stay queued and are tried again.',
      lookFirst: `the warnings "events held back" in ${log} name the cause; an outage of Pinterest ends by itself.`,
    },
    {
      name: 'EventsDelayed',
      metric: oldest(parts),
      threshold: thresholds.deliveryDelay.toSeconds(),
      periods: UNTIL_IT_SHOWS_AGAIN,
      datapoints: 1,
      happened:
        `Events have waited for more than ${thresholds.deliveryDelay.toMinutes()} minutes. They are safe, but one that reaches ` +
        'Pinterest more than an hour late may be counted beside its twin from the browser tag.',
      lookFirst: `${log}, for why the sender holds them back, and whether it runs at all.`,
    },
    {
      name: 'AcceptedNotDelivered',
      metric: untouched(parts),
      threshold: 0,
      periods: 3,
      happened:
        'Events are accepted, but for 15 minutes the sender has not tried a single one. They wait in the queue.',
      lookFirst: `is the trigger of the sender function on (Lambda, Configuration, Triggers), and what are the errors in ${log}?`,
    },
    {
      name: 'RejectionRate',
      metric: rejectionRate(metrics, faults),
      threshold: thresholds.rejectionRate,
      happened:
        `Pinterest refused more than ${text(thresholds.rejectionRate)} % of the events of the last ${faults.toHumanString()}. They are dead letters and ` +
        'count for nothing until they are mended.',
      lookFirst: `the reasons in the warnings "events put aside as dead letters" in ${log}.`,
    },
    {
      name: 'DeadLetters',
      metric: deadLetterQueue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
      threshold: thresholds.deadLetters,
      happened:
        'There are events that Pinterest did not take. They are kept for 14 days and not tried again by themselves.',
      lookFirst: `the attributes Reason and Message of the messages in ${deadLetterQueue.queueName}.`,
    },
    {
      name: 'EventsAboutToExpire',
      metric: oldest(parts, {
        dead: deadLetterQueue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM }),
      }),
      threshold: QUEUE_RETENTION.toSeconds() - LAST_CALL.toSeconds(),
      happened: 'Events have waited for 12 days, and SQS deletes them after 14.',
      lookFirst: `which of ${queue.queueName} and ${deadLetterQueue.queueName} holds them; deliver or discard them.`,
    },
  ];
}

/** SQS takes a message that it handed out three times out of its age; ours is of what the sender last saw. */
function oldest({ queue, metrics }: MonitoredParts, others: { [id: string]: IMetric } = {}): MathExpression {
  const statistic = Stats.MAXIMUM;
  const ages = {
    queued: queue.metricApproximateAgeOfOldestMessage({ statistic }),
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

/** Events accepted while the sender tried none at all: what it puts off counts as tried. */
function untouched({ metrics }: MonitoredParts): MathExpression {
  const tried = ['delivered', 'heldBack', 'rejected', 'putAside'] as const;
  const sum = tried.map((id) => `FILL(${id}, 0)`).join(' + ');
  return new MathExpression({
    label: 'Accepted, none tried',
    // all of what was tried is empty just when nothing was: the comparison needs a side that is not.
    expression: `IF(FILL(accepted, 0) + ${sum} > FILL(accepted, 0), 0, FILL(accepted, 0))`,
    usingMetrics: Object.fromEntries([...tried, 'accepted' as const].map((id) => [id, metrics.metric(METRICS[id])])),
  });
}
