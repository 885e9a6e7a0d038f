/**
 * The share of events that Pinterest refused of late, and what follows from it: halving a POST that was refused is best where
 * one event in a thousand is bad, and a waste of calls where every third one is.
 */
export interface Share {
  /** From 0 to 1. */
  now(): number;
  refused(events: number): void;
  taken(events: number): void;
}

/** What was so many events ago hardly counts. */
const REMEMBERED = 200;

/** Events that are taken for good ones before any were seen: one refusal does not mean that all will be refused. */
const HOPE = 50;

export function createShare(): Share {
  let bad = 0;
  let good = 0;
  const fade = () => {
    const factor = Math.min(1, REMEMBERED / (bad + good));
    bad *= factor;
    good *= factor;
  };
  return {
    now: () => bad / (bad + good + HOPE),
    refused: (events) => {
      bad += events;
      fade();
    },
    taken: (events) => {
      good += events;
      fade();
    },
  };
}

/** A piece of so many bad events on average is as often refused as taken, so that its answer tells the most. */
const BAD_IN_A_PIECE = Math.LN2;

/** Events of each part of a POST that was refused. */
export const pieceOf = (events: number, share: number): number =>
  Math.max(1, Math.min(Math.ceil(events / 2), Math.round(BAD_IN_A_PIECE / share)));

/** Calls that an event costs on average until it is decided: near what the theory of group testing allows at least. */
export const callsAnEvent = (share: number): number => Math.min(6 * share, 1 + share);
