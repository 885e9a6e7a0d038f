/** Alarms on the way out: do accepted events reach Pinterest, in time, and does it take them? */
import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS } from '../../../contract/metric-names';
import { QUEUE_RETENTION } from '../../event-queue';
import { type AlarmRows, text } from '../alarm-row';
import { deliveryErrorRate, FEWEST_FAULTS, rejectionRate } from '../rates';
import { oldest, untouched } from '../waiting';

/** What is left to save events before SQS deletes them. */
const LAST_CALL = Duration.days(2);

const OLD = QUEUE_RETENTION.toDays() - LAST_CALL.toDays();

/**
 * Periods of 5 minutes. A held event is tried once an hour at least, so what one has shown counts for a while longer: an
 * alarm that ends and comes back tells twice that it is over when it is not.
 */
const UNTIL_IT_SHOWS_AGAIN = 15;

const onceUntilItShowsAgain = (above: number) => ({ above, periods: UNTIL_IT_SHOWS_AGAIN, datapoints: 1 });

export const DELIVERY_ALARMS = {
  TokenRejected: {
    metric: ({ metrics }) => metrics.metric(METRICS.tokenRejected),
    condition: () => onceUntilItShowsAgain(0),
    options: [],
    raisedWhen: () =>
      `one refusal of the token, or of its rights; stays for ${5 * UNTIL_IT_SHOWS_AGAIN} minutes after the last, since held events come back that seldom`,
    meaning: () =>
      'Pinterest does not take the access token, or there is none yet. Events stay queued for 14 days, but those that ' +
      'are more than an hour late may count twice.',
    firstStep: ({ tokenSecret }) =>
      `make a token in Ads Manager (Conversions, Conversion access token) and put it into ${tokenSecret.secretArn}.`,
  },
  DeliveryErrorRate: {
    metric: ({ metrics }) => deliveryErrorRate(metrics),
    condition: ({ thresholds }) => ({ above: thresholds.deliveryErrorRate, periods: 3 }),
    options: ['deliveryErrorRateThreshold'],
    raisedWhen: ({ thresholds }) =>
      `more than ${thresholds.deliveryErrorRate} % of the deliveries put off, in three periods of 5 minutes in a row: that is its minimum of traffic, since a single failure is over in one`,
    meaning: ({ thresholds }) =>
      `More than ${text(thresholds.deliveryErrorRate)} % of the deliveries to Pinterest failed, in each of three periods of 5 ` +
      'minutes. No event is lost: they stay queued and are tried again.',
    firstStep: ({ senderLogGroup }) =>
      `the warnings "events held back" in ${senderLogGroup.logGroupName} name the cause; an outage of Pinterest ends by itself.`,
  },
  EventsDelayed: {
    metric: (watch) => oldest(watch),
    condition: ({ thresholds }) => onceUntilItShowsAgain(thresholds.deliveryDelay.toSeconds()),
    options: ['deliveryDelayThreshold'],
    raisedWhen: ({ thresholds }) => `an event has waited for ${thresholds.deliveryDelay.toMinutes()} minutes`,
    meaning: ({ thresholds }) =>
      `Events have waited for more than ${thresholds.deliveryDelay.toMinutes()} minutes. They are safe, but one that reaches ` +
      'Pinterest more than an hour late may be counted beside its twin from the browser tag.',
    firstStep: ({ senderLogGroup }) =>
      `${senderLogGroup.logGroupName}, for why the sender holds them back, and whether it runs at all.`,
  },
  AcceptedNotDelivered: {
    metric: (watch) => untouched(watch),
    condition: () => ({ above: 0, periods: 3 }),
    options: [],
    raisedWhen: () => 'events accepted and none tried, for 15 minutes',
    meaning: () =>
      'Events are accepted, but for 15 minutes the sender has not tried a single one. They wait in the queue.',
    firstStep: ({ senderLogGroup }) =>
      `is the trigger of the sender function on (Lambda, Configuration, Triggers), and what are the errors in ${senderLogGroup.logGroupName}?`,
  },
  RejectionRate: {
    metric: ({ metrics, scale }) => rejectionRate(metrics, scale.faults),
    condition: ({ thresholds }) => ({ above: thresholds.rejectionRate }),
    options: ['rejectionRateThreshold'],
    raisedWhen: ({ thresholds }) =>
      `Pinterest refuses more than ${thresholds.rejectionRate} % of the events, and at least ${FEWEST_FAULTS}`,
    meaning: ({ thresholds, scale }) =>
      `Pinterest refused more than ${text(thresholds.rejectionRate)} % of the events of the last ${scale.faults.toHumanString()}. ` +
      'They are dead letters and count for nothing until they are mended.',
    firstStep: ({ senderLogGroup }) =>
      `the reasons in the warnings "events put aside as dead letters" in ${senderLogGroup.logGroupName}.`,
  },
  DeadLetters: {
    metric: ({ deadLetterQueue }) =>
      deadLetterQueue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
    condition: ({ thresholds }) => ({ above: thresholds.deadLetters }),
    options: ['deadLettersThreshold'],
    raisedWhen: ({ thresholds }) =>
      thresholds.deadLetters === 0 ? 'any dead letter' : `more than ${thresholds.deadLetters} dead letters`,
    meaning: () =>
      'There are events that Pinterest did not take. They are kept for 14 days and not tried again by themselves.',
    firstStep: ({ deadLetterQueue }) =>
      `the attributes Reason and Message of the messages in ${deadLetterQueue.queueName}.`,
  },
  EventsAboutToExpire: {
    metric: (watch) =>
      oldest(watch, { dead: watch.deadLetterQueue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM }) }),
    condition: () => ({ above: Duration.days(OLD).toSeconds() }),
    options: [],
    raisedWhen: () => `an event or a dead letter has waited for ${OLD} of its ${QUEUE_RETENTION.toDays()} days`,
    meaning: () => `Events have waited for ${OLD} days, and SQS deletes them after ${QUEUE_RETENTION.toDays()}.`,
    firstStep: ({ queue, deadLetterQueue }) =>
      `which of ${queue.queueName} and ${deadLetterQueue.queueName} holds them; deliver or discard them.`,
  },
} as const satisfies AlarmRows;
