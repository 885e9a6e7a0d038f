/**
 * How many calls an environment may make to find bad events. Pinterest allows 5,000 a minute for an ad account; there are
 * four environments, and what is refused with 429 would be refused for the good events too. What finds no place is given a
 * later one, when its turn comes, and is invisible until then: it is in nobody's way.
 */
import type { BreakerProps } from './breaker';

export interface Pace {
  /** Calls that may be made at once. */
  left(): number;
  called(): void;
  /** Seconds until it is the turn of something that needs so many calls: each time later. */
  turn(calls: number): number;
}

/** Together no more than 1,250 in any minute, a quarter of what Pinterest allows. */
const CALLS_A_MINUTE = 950;
const CALLS_AT_ONCE = 300;

/** POSTs that look for bad events at the same time. */
export const MOST_CALLS = 32;

/** Calls that those which come for the first time find left. */
const KEPT_FOR_FRESH = 150;

/**
 * An invocation looks for bad events no longer than so many milliseconds: what arrives meanwhile waits for its end. Where more
 * wait than one invocation takes, it has to be over soon.
 */
const LONGEST = { fresh: 20_000, others: 5_000, othersInABacklog: 1_000 };

export interface Digging {
  /** Of an invocation, so far. */
  readonly milliseconds: number;
  readonly isBacklog: boolean;
  /** Whether the events come for the first time. */
  readonly isFresh: boolean;
  /** Once an invocation it is the turn of any, or some would never have theirs. */
  readonly isFirst: boolean;
  /** See Pace. */
  readonly left: number;
}

/** How many POSTs may now look for bad events. */
export function callsNow({ milliseconds, isBacklog, isFresh, isFirst, left }: Digging): number {
  const longest = isFresh ? LONGEST.fresh : isBacklog ? LONGEST.othersInABacklog : LONGEST.others;
  if (!isFirst && milliseconds >= longest) return 0;
  const most = isFresh || isFirst ? left : left - KEPT_FOR_FRESH;
  return Math.max(0, Math.min(MOST_CALLS, most));
}

/** It comes back after these at the latest, in no order: an event is tried every five minutes in its first hour. */
const FURTHEST_SECONDS = 300;

export function createPace({ now, random }: BreakerProps): Pace {
  let calls = CALLS_AT_ONCE;
  let since = now();
  let nextTurn = 0;
  const millisecondsACall = 60_000 / CALLS_A_MINUTE;
  const refill = () => {
    calls = Math.min(CALLS_AT_ONCE, calls + (now() - since) / millisecondsACall);
    since = now();
  };
  return {
    left: () => {
      refill();
      return Math.floor(calls);
    },
    called: () => {
      refill();
      calls--;
    },
    turn: (needed) => {
      const seconds = (Math.max(nextTurn, now()) - now()) / 1_000;
      if (seconds > FURTHEST_SECONDS) return FURTHEST_SECONDS * (0.5 + random() / 2);
      nextTurn = Math.max(nextTurn, now()) + needed * millisecondsACall;
      return seconds;
    },
  };
}
