/**
 * How long has to be looked at before a number of events says something. What is 3,000 events to one shop is one to
 * another, so the windows of the alarms follow from the events that are expected in a day. `npm run drill:alarms` shows
 * what each row notices, after how long, and that none raises a false alarm.
 */
import { Duration } from 'aws-cdk-lib';

export interface Window {
  readonly period: Duration;
  /** Periods that are looked at, and how many of them have to be bad. */
  readonly periods: number;
  readonly datapoints: number;
}

export interface TrafficScale {
  /** Events a day from which on this row holds. */
  readonly from: number;
  /** Time without any event that cannot be chance, also not at night. */
  readonly silence: Duration;
  /** For all events together. */
  readonly volume: Window;
  /** For the events of one name, which may be a small part of all. */
  readonly name: Window;
  /** For the share of events with a match key. */
  readonly coverage: Window;
}

/** Assumed when nobody says how many events are expected. */
export const DEFAULT_EXPECTED_EVENTS_PER_DAY = 1_000;

const window = (period: Duration, periods = 1, datapoints = periods): Window => ({ period, periods, datapoints });

/** Busiest first. */
const SCALES: readonly TrafficScale[] = [
  {
    from: 100_000,
    silence: Duration.minutes(10),
    volume: window(Duration.minutes(5), 2),
    name: window(Duration.minutes(5), 2),
    coverage: window(Duration.minutes(5), 2),
  },
  {
    from: 5_000,
    silence: Duration.minutes(30),
    volume: window(Duration.minutes(15)),
    name: window(Duration.hours(1)),
    coverage: window(Duration.minutes(15)),
  },
  {
    from: 1_000,
    silence: Duration.hours(3),
    volume: window(Duration.hours(1), 2),
    name: window(Duration.hours(6)),
    coverage: window(Duration.hours(6)),
  },
  {
    from: 1,
    silence: Duration.hours(24),
    volume: window(Duration.days(1)),
    name: window(Duration.days(1), 2),
    coverage: window(Duration.days(1)),
  },
];

export function trafficScale(expectedEventsPerDay: number): TrafficScale {
  const scale = SCALES.find(({ from }) => expectedEventsPerDay >= from) ?? SCALES.at(-1);
  if (scale === undefined) throw new Error('there is no scale of traffic');
  return scale;
}
