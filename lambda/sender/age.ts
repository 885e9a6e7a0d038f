/** What time does to an event that waits: after an hour it counts for less, after days nobody takes it. */
import type { LateEvents } from '../../contract/sender-environment';
import { SENDER_LIMITS } from '../../contract/sender-limits';
import type { ReadMessage } from './read-message';

export interface AgePolicy {
  readonly lateEvents: LateEvents;
  /** Oldest event that the owner wants sent, by its `event_time`. */
  readonly maximumEventAgeSeconds: number;
}

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

/**
 * Pinterest counts a web event that arrives later than this as offline, and deduplicates offline events against nothing:
 * the event and its twin from the browser tag are then two.
 */
const LATE_SECONDS = HOUR_SECONDS;

/** What ingest has just taken may wait this long, however close to the oldest age it was. */
const GRACE_SECONDS = HOUR_SECONDS;

type Happened = Pick<ReadMessage, 'action_source' | 'event_time'>;

/** Seconds since a web event; undefined for others, which may be reported long after they happened. */
export const delayOf = ({ action_source, event_time }: Happened, now: number): number | undefined =>
  action_source === 'web' ? Math.max(0, Math.round(now / 1_000 - event_time)) : undefined;

export const isLate = ({ action_source, event_time }: Happened, now: number): boolean =>
  action_source === 'web' && now / 1_000 - event_time > LATE_SECONDS;

/** Why an event is too old to be sent; undefined when it is not. */
export function expiry(
  { event_time }: Happened,
  queuedAt: number,
  now: number,
  { maximumEventAgeSeconds }: AgePolicy,
): string | undefined {
  if (now / 1_000 - event_time > maximumEventAgeSeconds + GRACE_SECONDS) {
    return `older than ${days(maximumEventAgeSeconds)} (maximumEventAge) when its turn came`;
  }
  return now - queuedAt > SENDER_LIMITS.longestWaitSeconds * 1_000
    ? `queued for more than ${days(SENDER_LIMITS.longestWaitSeconds)}`
    : undefined;
}

const days = (seconds: number): string => `${Number((seconds / DAY_SECONDS).toFixed(2))} days`;
