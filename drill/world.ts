/** What all parts of a drill share: the clock, chance, the books, and how much goes wrong. */

import type { JumpingClock } from '../sim/clock';
import type { Random } from '../sim/random';
import type { Fault } from './faults';
import type { Ledger } from './ledger';
import type { Window } from './weather';

/** Probabilities, each by the occasion that its name says. */
export interface Hazards {
  readonly kill: number;
  readonly recycle: number;
  readonly duplicate: number;
  readonly deleteLost: number;
  readonly sendFailed: number;
  readonly visibilityFailed: number;
  readonly letterFailed: number;
  readonly secretFailed: number;
  /** A call of SQS or Secrets Manager is never answered. */
  readonly awsSilent: number;
}

export const NO_HAZARDS: Hazards = {
  kill: 0,
  recycle: 0,
  duplicate: 0,
  deleteLost: 0,
  sendFailed: 0,
  visibilityFailed: 0,
  letterFailed: 0,
  secretFailed: 0,
  awsSilent: 0,
};

export const HAZARDS: Hazards = {
  kill: 0.02,
  recycle: 0.002,
  duplicate: 0.001,
  deleteLost: 0.001,
  sendFailed: 0.02,
  visibilityFailed: 0.05,
  letterFailed: 0.05,
  secretFailed: 0.05,
  awsSilent: 0.01,
};

/** An environment of the function that reaches AWS, and not Pinterest, for as long as it lives. */
export interface Sickness {
  /** Which of them, by number from 0. */
  readonly environments: readonly number[];
  /** What one is like that is started anew in its place. */
  readonly anew: 'well' | 'sick';
}

export interface World {
  readonly random: Random;
  readonly clock: JumpingClock;
  readonly ledger: Ledger;
  readonly hazards: Hazards;
  readonly windows: readonly Window[];
  /** What each event of the kind `stopper` draws; none has a result. */
  readonly stoppersDraw?: Fault | 'no result' | undefined;
  readonly sickness?: Sickness | undefined;
}

const ID = /"event_id":"([^"]+)"/g;

/** Of every event that a message carries. */
export const idsIn = (body: string): string[] => [...body.matchAll(ID)].map(([, id]) => id ?? '');
