/**
 * What an environment of the function remembers of one line to Pinterest, live or test: its breaker, how many events of a POST
 * were too many, how long an answer takes, and which events were no good. Each line has its own, so that a flood of tests
 * makes no live event late; but they share the calls that Pinterest allows.
 */
import type { Disk } from '../runtime/disk';
import { type Breaker, type BreakerProps, createBreaker } from './breaker';
import { createPace, type Pace } from './pace';
import { createPatterns, type Patterns } from './patterns';
import { createShare, type Share } from './shares';
import { createTakenEvents, NONE_TAKEN, type TakenEvents } from './taken';
import { createUncertainEvents, type UncertainEvents } from './unconfirmed';

export interface LineMemory {
  readonly breaker: Breaker;
  /** Events of a POST at most. */
  mostEvents(): number;
  /** All parts of a POST of this size were taken, but not the whole. */
  wasTooLarge(events: number): void;
  worked(events: number, milliseconds: number): void;
  /** How long to wait for the answer to a POST of so many events; undefined for as long as may be. */
  limitMs(events: number): number | undefined;
  /** Events that stood alone and were not decided: they never again share a POST with others. */
  readonly alone: {
    has(json: string): boolean;
    /** Returns how often that was, and for how long. */
    add(json: string): { readonly times: number; readonly milliseconds: number };
  };
  readonly patterns: Patterns;
  /** Of the events that come for the first time, and of those that come again: one of them is the worse lot. */
  readonly shares: { readonly fresh: Share; readonly returned: Share };
  readonly pace: Pace;
  readonly taken: TakenEvents;
}

export interface LineMemories {
  readonly live: LineMemory;
  readonly test: LineMemory;
  readonly uncertain: UncertainEvents;
}

/** A POST that takes so many times as long as usual, and so long for each event, is not waited for. */
const PATIENCE = { times: 6, millisecondsAnEvent: 10, least: 3_000, most: 15_000 };

/** What was usual a while ago counts for less. */
const FADING = 0.9;

/** Events remembered; each is about a kilobyte. */
const MOST_ALONE = 1_000;

/** A POST of the most events that works lets the next one be a quarter larger. */
const GROWTH = 1.25;

/** @param disk Where the events that Pinterest took are remembered beyond this process. */
export function createLineMemories(props: BreakerProps, disk?: Disk): LineMemories {
  const pace = createPace(props);
  return {
    live: createLineMemory(props, pace, createTakenEvents(disk)),
    test: createLineMemory(props, pace, NONE_TAKEN),
    uncertain: createUncertainEvents(),
  };
}

function createLineMemory(props: BreakerProps, pace: Pace, taken: TakenEvents): LineMemory {
  const breaker = createBreaker(props);
  let most = Number.POSITIVE_INFINITY;
  /** Milliseconds; 0 while nothing was taken. */
  let usual = 0;
  const alone = new Map<string, { times: number; since: number }>();
  return {
    breaker,
    pace,
    taken,
    patterns: createPatterns(),
    shares: { fresh: createShare(), returned: createShare() },
    mostEvents: () => most,
    wasTooLarge: (events) => {
      most = Math.max(1, Math.ceil(events / 2));
    },
    worked: (events, milliseconds) => {
      breaker.worked();
      usual = Math.max(milliseconds, FADING * usual);
      if (events >= most) most = Math.ceil(most * GROWTH);
    },
    limitMs: (events) => {
      const expected = PATIENCE.times * usual + PATIENCE.millisecondsAnEvent * events;
      // a time limit of the platform takes whole milliseconds.
      return usual === 0 ? undefined : Math.round(Math.min(PATIENCE.most, Math.max(PATIENCE.least, expected)));
    },
    alone: {
      has: (json) => alone.size > 0 && alone.has(json),
      add: (json) => {
        if (alone.size >= MOST_ALONE) alone.clear();
        const { times, since } = alone.get(json) ?? { times: 0, since: props.now() };
        alone.set(json, { times: times + 1, since });
        return { times: times + 1, milliseconds: props.now() - since };
      },
    },
  };
}
