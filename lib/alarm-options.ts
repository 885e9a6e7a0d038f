import type { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { PlannedPause } from './planned-pause';

/**
 * Options for metrics and alarms.
 */
export interface AlarmOptions {
  /**
   * E-mail addresses that receive alarm notifications. AWS asks each of them once to confirm the subscription.
   *
   * @default - no e-mail is sent.
   */
  readonly alarmEmails?: string[];

  /**
   * SNS topic that the alarms notify. Its policy must allow `cloudwatch.amazonaws.com` to publish.
   *
   * @default - a topic is created.
   */
  readonly alarmTopic?: ITopic;

  /**
   * Number of events that you expect on an ordinary day. It sets the windows of the volume alarms: minutes for a busy shop,
   * and longer for a small one, so that chance rarely raises an alarm.
   *
   * Valid range: a whole number, 1 or more.
   *
   * @default - windows for 1,000 events a day, and no `EventVolumeFloor`.
   */
  readonly expectedEventsPerDay?: number;

  /**
   * Number of events a day below which `EventVolumeFloor` is raised, after two such days.
   *
   * Valid range: a whole number, 1 or more.
   *
   * @default - 40% of `expectedEventsPerDay`; without that, no floor.
   */
  readonly minimumEventsPerDay?: number;

  /**
   * Time without any event after which `NoEvents` is raised.
   *
   * Valid range: 5 minutes to 24 hours, in steps of 5 minutes.
   *
   * @default - 10 minutes to 24 hours, depending on `expectedEventsPerDay`.
   */
  readonly silenceThreshold?: Duration;

  /**
   * Width of the band of expected event counts, in standard deviations; below it, the `EventVolumeDrop` alarms are raised.
   *
   * Valid range: more than 0, at most 20.
   *
   * @default - 2.5 to 6, depending on `expectedEventsPerDay`.
   */
  readonly volumeDropBand?: number;

  /**
   * Event names, in Pinterest's spelling, that get their own `EventVolumeDrop` alarm.
   *
   * Valid range: at most 20 names.
   *
   * @default - the first 20 names of `eventMap`; without one `page_visit`, `add_to_cart` and `checkout`.
   */
  readonly watchedEventNames?: string[];

  /**
   * Match keys, such as `em`, that get an alarm on the share of events that carry them.
   *
   * @default - `em`.
   */
  readonly watchedMatchKeys?: string[];

  /**
   * Width of the band of expected shares of events with a match key, in standard deviations.
   *
   * Valid range: more than 0, at most 20.
   *
   * @default - 4 to 10, depending on `expectedEventsPerDay`.
   */
  readonly matchCoverageBand?: number;

  /**
   * Percentage of deliveries that may fail before `DeliveryErrorRate` is raised.
   *
   * Valid range: more than 0, at most 100.
   *
   * @default 5
   */
  readonly deliveryErrorRateThreshold?: number;

  /**
   * Percentage of events that Pinterest may refuse before `RejectionRate` is raised.
   *
   * Valid range: more than 0, at most 100.
   *
   * @default 5
   */
  readonly rejectionRateThreshold?: number;

  /**
   * Percentage of events that the endpoint may refuse before `RefusedInputRate` is raised.
   *
   * Increase it if your pages send events on purpose that `eventMap` leaves out.
   *
   * Valid range: more than 0, at most 100.
   *
   * @default 10
   */
  readonly refusedInputRateThreshold?: number;

  /**
   * Percentage of requests that may be answered with 5xx before `EndpointErrors` is raised.
   *
   * Valid range: more than 0, at most 100.
   *
   * @default 1
   */
  readonly endpointErrorRateThreshold?: number;

  /**
   * Percentage of test events above which `TestModeLeftOn` is raised after a day.
   *
   * Valid range: more than 0, at most 100.
   *
   * @default 50
   */
  readonly testEventShareThreshold?: number;

  /**
   * Time that an event may wait before `EventsDelayed` is raised. After an hour, Pinterest may count an event twice.
   *
   * Valid range: 5 to 55 minutes.
   *
   * @default Duration.minutes(30)
   */
  readonly deliveryDelayThreshold?: Duration;

  /**
   * Number of dead letters above which `DeadLetters` is raised.
   *
   * Valid range: a whole number, 0 or more.
   *
   * @default 0
   */
  readonly deadLettersThreshold?: number;

  /**
   * Number of failed invocations in 5 minutes above which `FunctionErrors` is raised.
   *
   * Valid range: a whole number, 0 or more.
   *
   * @default 5
   */
  readonly functionErrorsThreshold?: number;

  /**
   * Number of throttled invocations in 5 minutes above which `FunctionThrottles` is raised.
   *
   * Valid range: a whole number, 0 or more.
   *
   * @default 5
   */
  readonly functionThrottlesThreshold?: number;

  /**
   * Names of alarms to leave out, such as `MatchCoverageDrop` or `EventVolumeDrop.checkout`.
   *
   * @default - all alarms are created.
   */
  readonly disabledAlarms?: string[];

  /**
   * Whether one composite alarm, `Unhealthy`, notifies the topic instead of each alarm. While it is raised for one alarm, a
   * second one sends no notification.
   *
   * @default false
   */
  readonly compositeAlarm?: boolean;

  /**
   * Planned closures of the shop, during which the alarms on missing and fewer events send no notifications, nor afterwards
   * for as long as they look back. With `compositeAlarm` every alarm is muted, and one notification may follow when the pause
   * is over.
   *
   * @default - none.
   */
  readonly plannedPauses?: PlannedPause[];

  /**
   * Whether to emit metrics by event name, match key, kind of warning and class of failure too. Without them there are no
   * alarms `EventVolumeDrop.<name>` and `MatchCoverageDrop`.
   *
   * @default true
   */
  readonly detailedMetrics?: boolean;
}
