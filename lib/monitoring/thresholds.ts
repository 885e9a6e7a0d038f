/** What the owner may set about the alarms, with the defaults in one place. */
import { Duration } from 'aws-cdk-lib';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';
import { type BandWindow, DEFAULT_EXPECTED_EVENTS_PER_DAY, type TrafficScale, trafficScale } from './traffic-scale';

export interface Thresholds {
  /** Percent. */
  readonly deliveryErrorRate: number;
  readonly rejectionRate: number;
  readonly refusedInputRate: number;
  readonly endpointErrorRate: number;
  readonly testEventShare: number;
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
    refusedInputRate: props.refusedInputRateThreshold ?? 10,
    endpointErrorRate: props.endpointErrorRateThreshold ?? 1,
    testEventShare: props.testEventShareThreshold ?? 50,
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

/** The windows for the expected traffic, with the widths of the bands that the owner wants. */
export function scaleOf({
  expectedEventsPerDay = DEFAULT_EXPECTED_EVENTS_PER_DAY,
  volumeDropBand,
  matchCoverageBand,
}: PinterestConversionsProps): TrafficScale {
  const scale = trafficScale(expectedEventsPerDay);
  const withBand = (window: BandWindow, band?: number): BandWindow => ({ ...window, band: band ?? window.band });
  return {
    ...scale,
    volume: withBand(scale.volume, volumeDropBand),
    name: withBand(scale.name, volumeDropBand),
    coverage: withBand(scale.coverage, matchCoverageBand),
  };
}
