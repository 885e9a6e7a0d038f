/** What the owner may set about the alarms, with the defaults in one place. */
import { Duration } from 'aws-cdk-lib';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';
import { DEFAULT_EXPECTED_EVENTS_PER_DAY, trafficScale } from './traffic-scale';

export interface Thresholds {
  /** Percent. */
  readonly deliveryErrorRate: number;
  readonly rejectionRate: number;
  readonly refusedInputRate: number;
  readonly endpointErrorRate: number;
  readonly testEventShare: number;
  /** Standard deviations. */
  readonly volumeBand: number;
  readonly matchCoverageBand: number;
  /** Counts. */
  readonly deadLetters: number;
  readonly functionErrors: number;
  readonly functionThrottles: number;
  readonly minimumEventsPerDay: number | undefined;
  readonly deliveryDelay: Duration;
  readonly silence: Duration;
}

/** Of the events that are expected in a day, the part below which something is wrong, whatever day it is. */
const FLOOR_SHARE = 0.4;

export function thresholdsOf(props: PinterestConversionsProps): Thresholds {
  const { expectedEventsPerDay } = props;
  return {
    deliveryErrorRate: props.deliveryErrorRateThreshold ?? 5,
    rejectionRate: props.rejectionRateThreshold ?? 5,
    refusedInputRate: props.refusedInputRateThreshold ?? 5,
    endpointErrorRate: props.endpointErrorRateThreshold ?? 1,
    testEventShare: props.testEventShareThreshold ?? 50,
    volumeBand: props.volumeDropBand ?? 3,
    matchCoverageBand: props.matchCoverageBand ?? 4,
    deadLetters: props.deadLettersThreshold ?? 0,
    functionErrors: props.functionErrorsThreshold ?? 5,
    functionThrottles: props.functionThrottlesThreshold ?? 5,
    minimumEventsPerDay:
      props.minimumEventsPerDay ??
      (expectedEventsPerDay === undefined ? undefined : Math.floor(FLOOR_SHARE * expectedEventsPerDay) || undefined),
    deliveryDelay: props.deliveryDelayThreshold ?? Duration.minutes(30),
    silence: props.silenceThreshold ?? scaleOf(props).silence,
  };
}

export const scaleOf = ({ expectedEventsPerDay }: PinterestConversionsProps) =>
  trafficScale(expectedEventsPerDay ?? DEFAULT_EXPECTED_EVENTS_PER_DAY);
