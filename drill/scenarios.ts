/** The drills that anyone can name: seeds for the random ones, and the long ones in which only one thing is wrong. */
import type { Plan } from './drill';
import { changeable, type Trouble } from './weather';
import { HAZARDS, NO_HAZARDS, type Sickness } from './world';

/** Those of CI, so that a failure there can be had again here. */
export const FIXED_SEEDS = [1, 2, 3, 5, 8];

const HOUR_MS = 3_600_000;
const ODDITIES = 0.01;

export const randomPlan = (seed: number, events = 100_000): Plan => ({
  name: `seed ${seed}`,
  seed,
  events,
  hours: 8,
  oddities: ODDITIES,
  hazards: HAZARDS,
  windows: changeable,
});

/** Six hours of fair weather, three days of trouble, six hours of fair weather. */
export const threeDays = (name: string, trouble: Trouble, events = 10_000): Plan => ({
  name,
  seed: 72,
  events,
  hours: 84,
  oddities: ODDITIES,
  hazards: NO_HAZARDS,
  windows: () => [{ from: 6 * HOUR_MS, to: 78 * HOUR_MS, trouble }],
});

export const NAMED: readonly Plan[] = [
  threeDays('three-day outage', 'outage'),
  // As a million events are to SQS's limit of messages under way, so are these to theirs.
  { ...threeDays('three-day outage, more held than SQS allows in flight', 'outage'), limits: { mostInFlight: 1_200 } },
  threeDays('token revoked for three days', 'revoked'),
  threeDays('three days of 400 for everything', 'refusing'),
];

/** Eight hours in which Pinterest is well, and one environment of the two does not reach it. */
export const sickEnvironment = (anew: Sickness['anew'], events = 10_000): Plan => ({
  name: `one environment cannot reach Pinterest, and the one in its place is ${anew}`,
  seed: 104,
  events,
  hours: 8,
  oddities: 0,
  hazards: NO_HAZARDS,
  windows: () => [],
  sickness: { environments: [0], anew },
});

export const SICK: readonly Plan[] = [sickEnvironment('well'), sickEnvironment('sick')];
