/** What Pinterest tells of an event, and is not believed at once. */
import type { EventReply } from './classify';

/**
 * An event that stood alone so often, over so long a time, and was never decided while Pinterest took others, becomes a dead
 * letter. The time is longer than troubles in which answers fail by chance.
 */
export const LONE = { times: 8, milliseconds: 2 * 3_600_000 };

/** It costs a timeout, perhaps, each time it comes. */
export const LONE_RETRY_SECONDS = 60;

/** After so many receives a refusal of most events is believed. */
export const TRIES_BEFORE_BELIEF = 8;

/** So many failures in a row with no event taken between them are no event's fault. */
export const MOST_IN_A_ROW = 16;

/** More than this share of a POST, of so many events at least, is not refused for reasons of its own. */
const MOST_REFUSED_SHARE = 0.5;
const SMALLEST_SHARE = 50;

/** Words of a failure that is Pinterest's, and not the event's. */
const TRANSIENT = /\b(?:internal|try again|retry|time[d -]?out|temporar\w*|unavailable|rate limit\w*|overload\w*)\b/i;

export const isDoubtful = ({ status, message }: EventReply): boolean =>
  status === 'unreadable' || (status === 'failed' && TRANSIENT.test(message));

export interface Summary {
  /** Of none of the events it is told what Pinterest itself decided. */
  readonly saysNothing: boolean;
  readonly isAllFailed: boolean;
  readonly isMostFailed: boolean;
  readonly notTaken: number;
}

export function summaryOf(replies: readonly EventReply[]): Summary {
  const failed = replies.filter(({ status }) => status === 'failed').length;
  return {
    saysNothing: replies.every(isDoubtful),
    isAllFailed: failed === replies.length,
    isMostFailed: failed >= SMALLEST_SHARE && failed > MOST_REFUSED_SHARE * replies.length,
    notTaken: replies.filter(({ status }) => status !== 'processed').length,
  };
}
