/**
 * Stops calls to Pinterest while it is known to fail. After a failed POST none is made until a pause is over, which grows
 * with each failure in a row; the first POST after it is the probe. Each execution environment has its own breaker, and
 * there are as many as concurrent invocations: two of each queue. That keeps the calls few without a shared store.
 */
import { pauseSeconds } from './back-off';
import type { Hold } from './hold';

export interface Breaker {
  /** Why nothing may be posted now; undefined when it may. */
  holding(): Hold | undefined;
  /** What has to show that Pinterest is well again: the good event and an event of the queue by turns. */
  probe(): 'none' | 'good one' | 'event';
  failed(hold: Hold): void;
  worked(): void;
}

export interface BreakerProps {
  readonly now: () => number;
  readonly random: () => number;
}

export function createBreaker({ now, random }: BreakerProps): Breaker {
  let failures = 0;
  let reason: Hold | undefined;
  let pauseEnds = 0;
  return {
    holding: () => {
      if (reason === undefined || now() >= pauseEnds) return undefined;
      return { ...reason, retryAfterSeconds: Math.ceil((pauseEnds - now()) / 1_000) };
    },
    // the good event is a test: were tests alone refused, it would never show that live events are taken.
    probe: () => (reason === undefined ? 'none' : failures % 2 === 1 ? 'good one' : 'event'),
    failed: (hold) => {
      reason = hold;
      pauseEnds = now() + pauseSeconds(++failures, hold.retryAfterSeconds ?? 0, random()) * 1_000;
    },
    worked: () => {
      failures = 0;
      reason = undefined;
    },
  };
}
