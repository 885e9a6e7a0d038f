/**
 * How long a held event stays invisible: seconds first, then doubling, spread so that events do not return at once.
 * In its first hour an event is tried every five minutes at least, because in that hour it still counts as a web event;
 * after it, every hour at least.
 */
const FIRST_SECONDS = 5;
const LONGEST_WHILE_FRESH_SECONDS = 300;
const LONGEST_SECONDS = 3_600;
const FRESH_SECONDS = 3_600;

/** Of the 1,000 receives that SQS allows in 14 days. */
const MOST_SOON = 60;

export interface Waiting {
  /** How often SQS has handed the message out, from 1. */
  readonly receiveCount: number;
  readonly waitedSeconds: number;
  /** Nothing was tried for it, because Pinterest is left alone or the time was over. */
  readonly untried?: boolean;
}

/**
 * @param atLeast What Pinterest asked for, in seconds.
 * @param random A number from 0 up to 1.
 */
export function backOffSeconds(waiting: Waiting, atLeast: number, random: number): number {
  const { receiveCount, waitedSeconds, untried = false } = waiting;
  const isFresh = waitedSeconds < FRESH_SECONDS;
  const longest = isFresh ? LONGEST_WHILE_FRESH_SECONDS : LONGEST_SECONDS;
  // it comes back as soon as it may be tried, perhaps to an environment that is well; but SQS counts each receive.
  const isSoon = untried && isFresh && receiveCount <= MOST_SOON;
  const doublings = isSoon ? 1 : Math.max(0, receiveCount - 1);
  const spread = spreadOut(FIRST_SECONDS * 2 ** doublings, longest, random);
  return Math.ceil(Math.max(spread, Math.min(longest, atLeast)));
}

/** However long Pinterest asks for, it is probed this often: the end of its trouble must not wait for what it once said. */
const LONGEST_PAUSE_SECONDS = 30;

/** How long the sender leaves Pinterest alone after so many failures in a row. */
export const pauseSeconds = (failures: number, atLeast: number, random: number): number =>
  Math.min(LONGEST_PAUSE_SECONDS, backOffSeconds({ receiveCount: failures, waitedSeconds: 0 }, atLeast, random));

/** Between half of it and all of it. */
function spreadOut(seconds: number, longest: number, random: number): number {
  const full = Math.min(longest, seconds);
  return full / 2 + (full / 2) * random;
}
