/** Thresholds that the owner has set, or that follow from the expected traffic. */
import type { Duration } from 'aws-cdk-lib';
import type { Settled } from '../options/table';
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

/** Share of the events expected in a day below which something is wrong on any day. */
const FLOOR_SHARE = 0.4;

export function thresholdsOf(options: Settled): Thresholds {
  const { expectedEventsPerDay, minimumEventsPerDay } = options;
  return {
    deliveryErrorRate: options.deliveryErrorRateThreshold,
    rejectionRate: options.rejectionRateThreshold,
    refusedInputRate: options.refusedInputRateThreshold,
    endpointErrorRate: options.endpointErrorRateThreshold,
    testEventShare: options.testEventShareThreshold,
    deadLetters: options.deadLettersThreshold,
    functionErrors: options.functionErrorsThreshold,
    functionThrottles: options.functionThrottlesThreshold,
    minimumEventsPerDay:
      minimumEventsPerDay ??
      (expectedEventsPerDay === undefined ? undefined : Math.floor(FLOOR_SHARE * expectedEventsPerDay) || undefined),
    deliveryDelay: options.deliveryDelayThreshold,
    silence: options.silenceThreshold ?? scaleOf(options).silence,
  };
}

/** The windows for the expected traffic, with the band widths that the owner has set. */
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
