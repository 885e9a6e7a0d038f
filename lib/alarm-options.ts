import type { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { PlannedPause } from './planned-pause';

/**
 * What the owner may say about metrics and alarms.
 */
export interface AlarmOptions {
  /**
   * E-mail addresses that get the alarms. AWS asks each of them to confirm once.
   *
   * @default - no e-mail is sent.
   */
  readonly alarmEmails?: string[];

  /**
   * Topic for the alarms. Its policy has to let `cloudwatch.amazonaws.com` publish.
   *
   * @default - a topic is created.
   */
  readonly alarmTopic?: ITopic;

  /**
   * Events that you expect on an ordinary day. It sets the windows of the volume alarms: minutes for a busy shop, and long
   * enough for a small one to have no false alarms.
   *
   * Valid range: a whole number, 1 or more.
   *
   * @default - windows for 1,000 events a day, and no `EventVolumeFloor`.
   */
  readonly expectedEventsPerDay?: number;

  /**
   * Events a day below which `EventVolumeFloor` is raised, after two such days.
   *
   * Valid range: a whole number, 1 or more.
   *
   * @default - 40 % of `expectedEventsPerDay`; no floor without that.
   */
  readonly minimumEventsPerDay?: number;

  /**
   * Time without any event after which `NoEvents` is raised.
   *
   * Valid range: 5 minutes to 24 hours, in steps of 5 minutes.
   *
   * @default - 10 minutes to 24 hours, by `expectedEventsPerDay`.
   */
  readonly silenceThreshold?: Duration;

  /**
   * Width of the band of expected event counts, in standard deviations; the alarms `EventVolumeDrop` are raised below it.
   *
   * Valid range: more than 0, at most 20.
   *
   * @default - 2.5 to 6, by `expectedEventsPerDay`.
   */
  readonly volumeDropBand?: number;

  /**
   * Event names, in Pinterest's spelling, that have an alarm of their own on their volume.
   *
   * Valid range: at most 20 names.
   *
   * @default - the first 20 names of `eventMap`; without one `page_visit`, `add_to_cart` and `checkout`.
   */
  readonly watchedEventNames?: string[];

  /**
   * Match keys, such as `em`, that have an alarm on the share of events that carry them.
   *
   * @default - `em`.
   */
  readonly watchedMatchKeys?: string[];

  /**
   * Width of the band of expected shares of events with a match key, in standard deviations.
   *
   * Valid range: more than 0, at most 20.
   *
   * @default - 4 to 10, by `expectedEventsPerDay`.
   */
  readonly matchCoverageBand?: number;

  /**
   * Share of the deliveries that may fail, in percent, before `DeliveryErrorRate` is raised.
   *
   * Valid range: more than 0, at most 100.
   *
   * @default 5
   */
  readonly deliveryErrorRateThreshold?: number;

  /**
   * Share of the events that Pinterest may refuse, in percent, before `RejectionRate` is raised.
   *
   * Valid range: more than 0, at most 100.
   *
   * @default 5
   */
  readonly rejectionRateThreshold?: number;

  /**
   * Share of the events that the endpoint may refuse, in percent, before `RefusedInputRate` is raised.
   *
   * Raise it when your pages send events on purpose that `eventMap` leaves out.
   *
   * Valid range: more than 0, at most 100.
   *
   * @default 10
   */
  readonly refusedInputRateThreshold?: number;

  /**
   * Share of the requests that may be answered 5xx, in percent, before `EndpointErrors` is raised.
   *
   * Valid range: more than 0, at most 100.
   *
   * @default 1
   */
  readonly endpointErrorRateThreshold?: number;

  /**
   * Share of test events, in percent, above which `TestModeLeftOn` is raised after a day.
   *
   * Valid range: more than 0, at most 100.
   *
   * @default 50
   */
  readonly testEventShareThreshold?: number;

  /**
   * Time that an event may wait before `EventsDelayed` is raised. After an hour Pinterest may count it twice.
   *
   * Valid range: 5 to 55 minutes.
   *
   * @default Duration.minutes(30)
   */
  readonly deliveryDelayThreshold?: Duration;

  /**
   * Dead letters above which `DeadLetters` is raised.
   *
   * Valid range: a whole number, 0 or more.
   *
   * @default 0
   */
  readonly deadLettersThreshold?: number;

  /**
   * Failed invocations of the functions in 5 minutes above which `FunctionErrors` is raised.
   *
   * Valid range: a whole number, 0 or more.
   *
   * @default 5
   */
  readonly functionErrorsThreshold?: number;

  /**
   * Throttled invocations of the functions in 5 minutes above which `FunctionThrottles` is raised.
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
   * Whether one composite alarm, `Unhealthy`, notifies the topic instead of each alarm on its own. While it is raised for one
   * alarm, a second one sends no message.
   *
   * @default false
   */
  readonly compositeAlarm?: boolean;

  /**
   * Planned closures of the shop, in which the alarms on missing and fewer events notify nobody. With `compositeAlarm` no
   * alarm does, and it may do so when the pause is over; otherwise they stay quiet afterwards for as long as they look back.
   *
   * @default - none.
   */
  readonly plannedPauses?: PlannedPause[];

  /**
   * Whether metrics are kept by event name, match key, kind of warning and class of failure too. Without them there are
   * no alarms `EventVolumeDrop.<name>` and `MatchCoverageDrop`.
   *
   * @default true
   */
  readonly detailedMetrics?: boolean;
}
