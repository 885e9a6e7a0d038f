/** How it goes at Pinterest, hour by hour: windows of trouble, and fair weather between and after them. */
import type { Random } from '../sim/random';
import type { Fault } from './faults';

export type Trouble =
  /** Answers 5xx, times out or cuts the connection, always. */
  | 'outage'
  /** Takes no connection, or is silent: never any HTTP answer. */
  | 'unreachable'
  /** Any fault, for about half of the calls. */
  | 'storm'
  | 'rate'
  /** The token is revoked; at the end of the window the owner puts another one into the secret. */
  | 'revoked'
  | 'forbidden'
  | 'missing'
  /** Every request is refused with 400. */
  | 'refusing'
  /** 200, and a failure of Pinterest's own for each event. */
  | 'erring'
  /** An edge cuts the connection of a body over 100 kB. */
  | 'narrow'
  /** Pinterest needs 16 ms for each event. */
  | 'slow'
  /** The first request meets a fault, no other. */
  | 'stray'
  /** The first run is cut off somewhere; Pinterest is well. */
  | 'cut';

export interface Window {
  readonly from: number;
  readonly to: number;
  readonly trouble: Trouble;
  /** What strikes the first request of a `stray`; a 500 when left out. */
  readonly fault?: Fault;
}

const MINUTE_MS = 60_000;
const TROUBLES = ['outage', 'storm', 'storm', 'storm', 'rate', 'revoked', 'forbidden', 'missing', 'refusing'] as const;

/** Trouble of minutes to an hour, every few minutes to half an hour. */
export function changeable(random: Random, end: number): Window[] {
  const windows: Window[] = [];
  let from = random.between(2, 20) * MINUTE_MS;
  while (from < end) {
    const to = from + random.between(1, 60) * MINUTE_MS;
    windows.push({ from, to, trouble: random.pick(TROUBLES) });
    from = to + random.between(2, 30) * MINUTE_MS;
  }
  return windows;
}

export const during = (windows: readonly Window[], now: number): Window | undefined =>
  windows.find(({ from, to }) => now >= from && now < to);
