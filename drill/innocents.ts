/**
 * Faults that single events draw, by their content or by what AWS does to their invocation: good events are delivered as if
 * there were none. Each plan says how long these may wait at most.
 */
import type { Poison } from './callers';
import { type Delays, delaysOf } from './delays';
import { drill, type Plan, type Result } from './drill';
import { FAULTS } from './faults';
import { NO_HAZARDS } from './world';

export interface Innocents {
  readonly plan: Plan;
  /** In seconds. */
  readonly most: Partial<Delays>;
}

const MINUTE_MS = 60_000;

/** Of Pinterest, for an ad account. */
const MOST_CALLS_A_MINUTE = 5_000;

const plan = (name: string, eventsASecond: number, minutes: number, more: Partial<Plan>): Plan => ({
  name,
  seed: 13,
  events: eventsASecond * 60 * minutes,
  hours: minutes / 60,
  oddities: 0,
  hazards: NO_HAZARDS,
  windows: () => [],
  ...more,
});

const BEFORE_TAKING = FAULTS.any.filter(({ afterTaking, what }) => !afterTaking && what !== 'rate');

/** One event of a hundred draws it whenever it is sent, alone or with others. */
export const DRAWN: readonly Innocents[] = [...BEFORE_TAKING, 'no result' as const].map((draw) => ({
  plan: plan(`1 % of 5 a second draw: ${draw === 'no result' ? draw : draw.name}`, 5, 10, {
    stoppers: { share: 0.01, draw },
  }),
  most: { median: 10, p99: 60 },
}));

const poisoned = (name: string, eventsASecond: number, minutes: number, poison: Poison): Plan =>
  plan(name, eventsASecond, minutes, { poison });

const SECONDS_AT_MOST = { median: 5, p99: 60 };

/** Events that make Pinterest refuse the whole POST they are in. */
export const REFUSED: readonly Innocents[] = [
  ...[
    poisoned('1 % of 5 a second refused', 5, 10, { share: 0.01, isOdd: false }),
    poisoned('10 % of 5 a second refused', 5, 10, { share: 0.1, isOdd: false }),
    poisoned('half of 5 a second refused', 5, 10, { share: 0.5, isOdd: false }),
    poisoned('1 % of 50 a second refused', 50, 10, { share: 0.01, isOdd: false }),
    poisoned('10 % of 50 a second refused', 50, 10, { share: 0.1, isOdd: false }),
    poisoned('half of 50 a second refused, with a look of their own', 50, 10, { share: 0.5, isOdd: true }),
    poisoned('20,000 redriven and refused, with a look of their own', 5, 20, {
      share: 0,
      redriven: 20_000,
      isOdd: true,
    }),
  ].map((each) => ({ plan: each, most: SECONDS_AT_MOST })),
  {
    plan: poisoned('20,000 redriven and refused that look as good ones do', 5, 20, {
      share: 0,
      redriven: 20_000,
      isOdd: false,
    }),
    // good ones that came in the first moments wait with them.
    most: { median: 5, p95: 15 },
  },
];

/** The same with a part of the events, where time is short. */
export const smaller = ({ plan, most }: Innocents, divisor: number): Innocents => ({
  most,
  plan: {
    ...plan,
    events: plan.events / divisor,
    hours: plan.hours / divisor,
    ...(plan.poison && { poison: { ...plan.poison, redriven: (plan.poison.redriven ?? 0) / divisor } }),
  },
});

export interface Waited {
  readonly result: Result;
  readonly delays: Delays;
  readonly callsInAMinute: number;
  /** What was longer or more than it may be, in words. */
  readonly excess: readonly string[];
}

export async function waited({ plan, most }: Innocents): Promise<Waited> {
  const result = await drill(plan);
  const delays = delaysOf(result.ledger);
  const callsInAMinute = mostInAMinute(result.ledger.posts);
  const tooLong = Object.entries(most)
    .filter(([name, limit]) => !(delays[name as keyof Delays] <= limit))
    .map(([name, limit]) => `${name} is ${delays[name as keyof Delays].toFixed(1)} s, at most ${limit} is allowed`);
  const tooMany = callsInAMinute < MOST_CALLS_A_MINUTE ? [] : [`${callsInAMinute} calls in a minute`];
  return { result, delays, callsInAMinute, excess: [...tooLong, ...tooMany] };
}

function mostInAMinute(times: readonly number[]): number {
  let first = 0;
  let most = 0;
  times.forEach((time, index) => {
    while (time - (times[first] ?? 0) >= MINUTE_MS) first++;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

export const INNOCENTS_HEAD = ['fault', 'events', 'median', 'p95', 'p99', 'longest', 'most calls in a minute'] as const;

export const innocentsRow = ({ result, delays, callsInAMinute }: Waited): string[] => [
  result.plan.name,
  result.ledger.entries.size.toLocaleString('en-US'),
  ...(['median', 'p95', 'p99', 'longest'] as const).map((name) => `${delays[name].toFixed(1)} s`),
  callsInAMinute.toLocaleString('en-US'),
];
