/** Events that stay queued, and for how long nobody needs to look at it. */
import { backOffSeconds } from './back-off';
import type { Hold } from './hold';
import type { Part } from './parts';
import type { Received } from './received';

export interface HeldPart {
  readonly part: Part;
  /** Of the event: the same in another message that carries it. */
  readonly event: object;
  readonly hold: Hold;
  /** Answers that left open whether Pinterest took it. */
  readonly unconfirmed: number;
}

/** A message, and those of its events that stay queued. */
export interface HeldMessage {
  readonly message: Received;
  readonly held: readonly HeldPart[];
  /** Events that it carries, settled ones too. */
  readonly carried: number;
}

/** How long a message waits that carries all of these: as long as the one that is due first. */
export function waitSeconds(held: readonly HeldPart[], now: number, random: number): number {
  const all = held.map(({ part: { receives, queuedAt }, hold: { retryAfterSeconds = 0, untried = false } }) =>
    backOffSeconds(
      { receiveCount: receives, waitedSeconds: (now - queuedAt) / 1_000, untried },
      retryAfterSeconds,
      random,
    ),
  );
  return all.reduce((least, seconds) => Math.min(least, seconds), Number.POSITIVE_INFINITY);
}
