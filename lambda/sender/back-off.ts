/** How long a held event stays invisible: seconds first, an hour at most, spread so that events do not return at once. */

const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 3_600;

/**
 * @param receiveCount How often SQS has handed the message out, from 1.
 * @param atLeast What Pinterest asked for, in seconds.
 * @param random A number from 0 up to 1.
 */
export function backOffSeconds(receiveCount: number, atLeast: number, random: number): number {
  const full = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** Math.max(0, receiveCount - 1));
  const spread = full / 2 + (full / 2) * random;
  return Math.ceil(Math.min(LONGEST_SECONDS, Math.max(spread, atLeast)));
}
