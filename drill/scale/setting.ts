/**
 * What a run of the scale model is given. Everything that AWS or Pinterest does not promise is a parameter, with the value
 * that docs/scale.md states.
 */
import { SENDER_LIMITS } from '../../contract/sender-limits';
import { backlogConcurrency } from '../../lib/private/sender-concurrency';
import { MOST_IN_FLIGHT } from '../../sim/sqs/queue';

/** `one queue`: held events stay where they are. `backlog queue`: what is held twice moves to a queue of its own, packed. */
export type Design = 'one queue' | 'backlog queue';

export interface Backlog {
  readonly pollers: number;
  /** Messages, that is packs, of an invocation. */
  readonly batchSize: number;
  readonly windowSeconds: number;
  /** An event that is held leaves the main queue from this receive on. */
  readonly movesAt: number;
  /** 250 events and 240 kB; with a kilobyte an event the latter comes first. */
  readonly packEvents: number;
}

export interface Setting {
  readonly design: Design;
  readonly seed: number;
  /** Events a second, the same all the time. */
  readonly rate: number;
  /** Hours of outage; 0 for none. */
  readonly outageHours: number;
  /** Pollers of the main queue, each with an invocation of its own: `senderMaxConcurrency`. */
  readonly pollers: number;
  /** Receives a second of a poller; infinite for "at once". */
  readonly pollsASecond: number;
  /** Megabytes a second of a poller; infinite for "at once". */
  readonly megabytesASecond: number;
  readonly postSeconds: number;
  /** A call that fails in an outage. */
  readonly failedSeconds: number;
  /** Changing visibility, writing packs, deleting. */
  readonly settleSeconds: number;
  readonly mostInFlight: number;
  /** Events that one message of the main queue holds: 1, unless ingest packed them. */
  readonly eventsAMessage: number;
  /** Events of a request, at random from 1 up to this. */
  readonly mostARequest: number;
  /** Held events return within this time, whatever the back-off says. */
  readonly longestBackOffSeconds: number;
  readonly callsAMinute: number;
  readonly backlog: Backlog;
  /** Hours after the outage (or after the beginning) in which events count as fresh. */
  readonly freshHours: number;
  /** When to give up on a backlog that never drains. */
  readonly patienceHours: number;
}

/** For a receive or a poller as AWS publishes them; docs/simulations.md has the words. */
export const PUBLISHED = { pollsASecond: 10, megabytesASecond: 1 };
export const AT_ONCE = { pollsASecond: Number.POSITIVE_INFINITY, megabytesASecond: Number.POSITIVE_INFINITY };

/** The one that the construct makes. */
export function backlogOf(pollers: number): Backlog {
  const { backlogBatchSize: batchSize, backlogBatchingWindowSeconds: windowSeconds } = SENDER_LIMITS;
  return { pollers: backlogConcurrency(pollers), batchSize, windowSeconds, movesAt: 2, packEvents: 240 };
}

export const DEFAULTS: Setting = {
  design: 'one queue',
  seed: 1,
  rate: 1,
  outageHours: 0,
  pollers: SENDER_LIMITS.maxConcurrency,
  ...PUBLISHED,
  postSeconds: 0.25,
  failedSeconds: 1,
  settleSeconds: 0.05,
  mostInFlight: MOST_IN_FLIGHT,
  eventsAMessage: 1,
  mostARequest: 1,
  longestBackOffSeconds: 3_600,
  callsAMinute: 5_000,
  backlog: backlogOf(SENDER_LIMITS.maxConcurrency),
  freshHours: 1,
  patienceHours: 240,
};

export const KILOBYTES_AN_EVENT = 1;

/** Of the model's clock: the published poll rate makes one receive in it. */
export const STEP_SECONDS = 0.1;

/**
 * A token stands for so many events that happen to travel together; the model is exact at 1. It never exceeds what one
 * receive brings, so that the order of receives stays as random as SQS's.
 */
export function eventsAToken({ rate, outageHours, pollsASecond, eventsAMessage, mostARequest }: Setting): number {
  if (mostARequest > 1) return 1;
  const most = Number.isFinite(pollsASecond) ? 10 : 100;
  const wanted = (rate * Math.max(1, outageHours) * 3_600) / 500_000;
  return (
    [100, 50, 20, 10, 5, 2].find((size) => size <= most && size <= wanted && size % eventsAMessage === 0) ??
    eventsAMessage
  );
}
