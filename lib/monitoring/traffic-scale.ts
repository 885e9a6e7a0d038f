/**
 * How long a window must be before its number of events means anything. One shop has 3,000 events in the time in which
 * another has one, so the windows of the alarms follow from the events expected in a day. `npm run drill:alarms` shows
 * what each row notices, after how long, and how often chance raises it.
 */
import { Duration } from 'aws-cdk-lib';

export interface BandWindow {
  readonly period: Duration;
  /** M of N: how many of the last `periods` must be bad. A long N keeps the alarm raised, so that it does not come and go. */
  readonly datapoints: number;
  readonly periods: number;
  /** Width of the band of expected values, in standard deviations. */
  readonly band: number;
}

export interface TrafficScale {
  readonly expectedEventsPerDay: number;
  /** Time without any event that cannot be chance, even at night. */
  readonly silence: Duration;
  /** For all events together. */
  readonly volume: BandWindow;
  /** For the events of one name, which may be few. */
  readonly name: BandWindow;
  /** For the share of events with a match key. */
  readonly coverage: BandWindow;
  /** For shares of faults. */
  readonly faults: Duration;
}

/** Assumed when the owner does not say how many events to expect. */
export const DEFAULT_EXPECTED_EVENTS_PER_DAY = 1_000;

const window = (period: Duration, datapoints: number, periods: number, band: number): BandWindow => ({
  period,
  datapoints,
  periods,
  band,
});

const { minutes, hours, days } = Duration;

/** Applies from this number of events a day. */
interface Row extends Omit<TrafficScale, 'expectedEventsPerDay'> {
  readonly from: number;
}

/**
 * Busiest first. CloudWatch evaluates alarms over more than a day once an hour, on whole hours, and shorter ones every
 * minute with sliding windows. A long sliding window would come and go from minute to minute at the edge of its band.
 */
const SCALES: readonly Row[] = [
  {
    from: 100_000,
    silence: minutes(10),
    volume: window(minutes(10), 1, 72, 5),
    name: window(minutes(10), 1, 72, 5),
    coverage: window(minutes(15), 1, 48, 10),
    faults: hours(1),
  },
  {
    from: 10_000,
    silence: minutes(30),
    volume: window(hours(1), 1, 25, 5),
    name: window(hours(2), 1, 13, 5.5),
    coverage: window(minutes(15), 1, 96, 5.5),
    faults: hours(1),
  },
  {
    from: 2_500,
    silence: hours(1),
    volume: window(hours(4), 1, 7, 6),
    name: window(hours(8), 1, 4, 6),
    coverage: window(hours(1), 1, 25, 6),
    faults: hours(3),
  },
  {
    from: 500,
    silence: hours(6),
    volume: window(days(1), 2, 3, 5),
    name: window(days(1), 2, 3, 5),
    coverage: window(hours(12), 1, 3, 6),
    faults: hours(3),
  },
  {
    from: 1,
    silence: hours(24),
    volume: window(days(1), 3, 4, 3),
    name: window(days(1), 3, 4, 2.5),
    coverage: window(days(1), 2, 3, 4),
    faults: hours(6),
  },
];

export function trafficScale(expectedEventsPerDay: number): TrafficScale {
  const scale = SCALES.find(({ from }) => expectedEventsPerDay >= from) ?? SCALES.at(-1);
  if (scale === undefined) throw new Error('there is no scale of traffic');
  return { ...scale, expectedEventsPerDay };
}
