/** Alarms on delivery: do accepted events reach Pinterest, on time, and does Pinterest accept them? */
import { Duration } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { METRICS } from '../../../contract/metric-names';
import { QUEUE_RETENTION } from '../../event-queue';
import { type AlarmRows, text } from '../alarm-row';
import { deliveryErrorRate, FEWEST_FAULTS, rejectionRate } from '../rates';
import { inFlight, oldest, untouched } from '../waiting';

/** Time left to save events before SQS deletes them. */
const LAST_CALL = Duration.days(2);

const OLD = QUEUE_RETENTION.toDays() - LAST_CALL.toDays();

/**
 * In periods of 5 minutes. A held event is retried at least once an hour, so a bad value counts until the next retry is
 * due: otherwise the alarm would end and come back, and each time report an end that has not come.
 */
const UNTIL_IT_SHOWS_AGAIN = 15;

const onceUntilItShowsAgain = (above: number) => ({ above, periods: UNTIL_IT_SHOWS_AGAIN, datapoints: 1 });

/** Of the 120,000 messages in flight that SQS allows a standard queue: quotas-queues.html of its developer guide. */
const ALMOST_ALL_IN_FLIGHT = 100_000;

export const DELIVERY_ALARMS = {
  TokenRejected: {
    metric: ({ metrics }) => metrics.metric(METRICS.tokenRejected),
    condition: () => onceUntilItShowsAgain(0),
    options: [],
    raisedWhen: () =>
      `Pinterest refuses the token, or its rights, once; stays raised for ${5 * UNTIL_IT_SHOWS_AGAIN} minutes after the last refusal, because held events may be retried only once an hour`,
    meaning: () =>
      'Pinterest refuses the access token, or no token has been set yet. Events stay queued for 14 days, but those that ' +
      'arrive more than an hour late may count twice.',
    firstStep: ({ tokenSecret }) =>
      `create a token in Ads Manager (Conversions, Conversion access token) and store it in ${tokenSecret.secretArn}.`,
  },
  DeliveryErrorRate: {
    metric: ({ metrics }) => deliveryErrorRate(metrics),
    condition: ({ thresholds }) => ({ above: thresholds.deliveryErrorRate, periods: 3 }),
    options: ['deliveryErrorRateThreshold'],
    raisedWhen: ({ thresholds }) =>
      `more than ${thresholds.deliveryErrorRate}% of the deliveries fail, in each of three consecutive periods of 5 minutes; this takes the place of a minimum count, since a single failure affects only one period`,
    meaning: ({ thresholds }) =>
      `More than ${text(thresholds.deliveryErrorRate)}% of the deliveries to Pinterest failed, in each of three consecutive ` +
      'periods of 5 minutes. No event is lost: the events stay queued and are retried.',
    firstStep: ({ senderLogGroup }) =>
      `read the cause in the warnings "events held back" in ${senderLogGroup.logGroupName}; an outage at Pinterest ends by itself.`,
  },
  EventsDelayed: {
    metric: (watch) => oldest(watch),
    condition: ({ thresholds }) => onceUntilItShowsAgain(thresholds.deliveryDelay.toSeconds()),
    options: ['deliveryDelayThreshold'],
    raisedWhen: ({ thresholds }) =>
      `an event has been waiting for more than ${thresholds.deliveryDelay.toMinutes()} minutes`,
    meaning: ({ thresholds }) =>
      `Events have been waiting for more than ${thresholds.deliveryDelay.toMinutes()} minutes. They are safe, but Pinterest may ` +
      'count one that arrives more than an hour late in addition to its twin from the browser tag.',
    firstStep: ({ senderLogGroup }) =>
      `check in ${senderLogGroup.logGroupName} why the sender holds events back, and whether it runs at all.`,
  },
  AcceptedNotDelivered: {
    metric: (watch) => untouched(watch),
    condition: () => ({ above: 0, periods: 3 }),
    options: [],
    raisedWhen: () => 'events are accepted, but the sender has tried none for 15 minutes',
    meaning: () =>
      'Events are accepted, but the sender has not tried to deliver any for 15 minutes. They wait in the queue.',
    firstStep: ({ senderLogGroup }) =>
      `check that the SQS trigger of the sender function is enabled (Lambda, Configuration, Triggers), then the errors in ${senderLogGroup.logGroupName}.`,
  },
  InFlightLimit: {
    metric: (watch) => inFlight(watch),
    condition: () => ({ above: ALMOST_ALL_IN_FLIGHT }),
    options: [],
    raisedWhen: () => 'more than 100,000 messages of a queue are in flight; SQS allows 120,000',
    meaning: () =>
      'More than 100,000 messages are in flight. At 120,000 SQS hands out no others until some are deleted: new events wait ' +
      'longer, and none is lost.',
    firstStep: ({ senderLogGroup }) =>
      `read in ${senderLogGroup.logGroupName} why events are held back; if the sender cannot keep up, raise senderMaxConcurrency.`,
  },
  RejectionRate: {
    metric: ({ metrics, scale }) => rejectionRate(metrics, scale.faults),
    condition: ({ thresholds }) => ({ above: thresholds.rejectionRate }),
    options: ['rejectionRateThreshold'],
    raisedWhen: ({ thresholds }) =>
      `Pinterest refuses more than ${thresholds.rejectionRate}% of the events, and at least ${FEWEST_FAULTS}`,
    meaning: ({ thresholds, scale }) =>
      `Within ${scale.faults.toHumanString()} Pinterest refused more than ${text(thresholds.rejectionRate)}% of the events. They are ` +
      'dead letters, and do not count until the cause is fixed and they are redriven.',
    firstStep: ({ senderLogGroup }) =>
      `read the reasons in the warnings "events put aside as dead letters" in ${senderLogGroup.logGroupName}.`,
  },
  DeadLetters: {
    metric: ({ deadLetterQueue }) =>
      deadLetterQueue.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM }),
    condition: ({ thresholds }) => ({ above: thresholds.deadLetters }),
    options: ['deadLettersThreshold'],
    raisedWhen: ({ thresholds }) =>
      thresholds.deadLetters === 0 ? 'any dead letter' : `more than ${thresholds.deadLetters} dead letters`,
    meaning: () =>
      'The dead-letter queue holds events that were not delivered. They are kept for 14 days and are not retried automatically.',
    firstStep: ({ deadLetterQueue }) =>
      `read the attributes Reason and Message of the messages in ${deadLetterQueue.queueName}.`,
  },
  EventsAboutToExpire: {
    metric: (watch) =>
      oldest(watch, { dead: watch.deadLetterQueue.metricApproximateAgeOfOldestMessage({ statistic: Stats.MAXIMUM }) }),
    condition: () => ({ above: Duration.days(OLD).toSeconds() }),
    options: [],
    raisedWhen: () => `an event or a dead letter has been waiting for ${OLD} of its ${QUEUE_RETENTION.toDays()} days`,
    meaning: () => `Events have been waiting for ${OLD} days. SQS deletes them after ${QUEUE_RETENTION.toDays()}.`,
    firstStep: ({ queue, backlogQueue, deadLetterQueue }) =>
      `find out which of ${queue.queueName}, ${backlogQueue.queueName} and ${deadLetterQueue.queueName} holds them, then deliver or discard them.`,
  },
} as const satisfies AlarmRows;
