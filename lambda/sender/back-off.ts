/**
 * How long a held event stays invisible: seconds first, then doubling, spread so that events do not return at once.
 * In its first hour an event is tried every five minutes at least, because in that hour it still counts as a web event;
 * after it, every hour at least.
 */
const FIRST_SECONDS = 5;
const LONGEST_WHILE_FRESH_SECONDS = 300;
const LONGEST_SECONDS = 3_600;
const FRESH_SECONDS = 3_600;

export interface Waiting {
  /** How often SQS has handed the message out, from 1. */
  readonly receiveCount: number;
  readonly waitedSeconds: number;
}

/**
 * @param atLeast What Pinterest asked for, in seconds.
 * @param random A number from 0 up to 1.
 */
export function backOffSeconds({ receiveCount, waitedSeconds }: Waiting, atLeast: number, random: number): number {
  const longest = waitedSeconds < FRESH_SECONDS ? LONGEST_WHILE_FRESH_SECONDS : LONGEST_SECONDS;
  const spread = spreadOut(FIRST_SECONDS * 2 ** Math.max(0, receiveCount - 1), longest, random);
  return Math.ceil(Math.min(LONGEST_SECONDS, Math.max(spread, atLeast)));
}

/** How long the sender leaves Pinterest alone after so many failures in a row. */
export const pauseSeconds = (failures: number, atLeast: number, random: number): number =>
  backOffSeconds({ receiveCount: failures, waitedSeconds: 0 }, atLeast, random);

/** Between half of it and all of it. */
function spreadOut(seconds: number, longest: number, random: number): number {
  const full = Math.min(longest, seconds);
  return full / 2 + (full / 2) * random;
}
