/**
 * How many invocations of the sender run at the same time, from the events of an ordinary day. An invocation has a poller
 * of its own, and that brings no more than ten messages ten times a second; docs/scale.md has the measurements.
 */
import { SENDER_LIMITS } from '../../contract/sender-limits';

/** The busiest hour of an ordinary day has twice the average traffic, and Black Friday eight times that. */
export const PEAK_FACTOR = 16;

/** 200 events are received in a window of 2 s, and delivered in 0.3 s. */
const EVENTS_A_SECOND = 87;

/**
 * Each of so many makes a POST every 2.3 s, however few events there are: together 4,600 a minute. Pinterest allows 5,000,
 * and the backlog, known-good events and repetitions need some.
 */
const MOST = 176;

export function senderConcurrency(expectedEventsPerDay = 0): number {
  const peak = (PEAK_FACTOR * expectedEventsPerDay) / 86_400;
  return Math.min(MOST, Math.max(SENDER_LIMITS.maxConcurrency, Math.ceil(peak / EVENTS_A_SECOND)));
}

/** Ten bring a backlog of three days at 100 events a second in an hour and a half, with a third of Pinterest's calls. */
const MOST_FOR_THE_BACKLOG = 10;

/** How many invocations of the sender read the backlog queue at the same time, beside those that read new events. */
export const backlogConcurrency = (senderMaxConcurrency: number): number =>
  Math.min(MOST_FOR_THE_BACKLOG, Math.max(SENDER_LIMITS.maxConcurrency, Math.ceil(senderMaxConcurrency / 2)));
