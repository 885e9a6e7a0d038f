/**
 * A drill: the real sender against a model of everything around it, on a clock that jumps from one happening to the next,
 * until all has come, the trouble is over and the queue is empty.
 */
import { SENDER_LIMITS } from '../contract/sender-limits';
import { run } from '../lambda/sender/run';
import { JumpingClock } from '../sim/clock';
import { type Random, seeded } from '../sim/random';
import { type Limits, MOST_IN_FLIGHT, Queue } from '../sim/sqs/queue';
import { Callers, type Poison } from './callers';
import { startEventSource } from './event-source';
import type { Fault } from './faults';
import type { Sender } from './function';
import { Ledger } from './ledger';
import { Pinterest } from './pinterest';
import type { Window } from './weather';
import { type Hazards, idsIn, type Sickness, type World } from './world';

export interface Plan {
  readonly name: string;
  readonly seed: number;
  readonly events: number;
  /** Over which the events come. */
  readonly hours: number;
  /** Share of events that are a test, fail, are poison or a defect. */
  readonly oddities: number;
  readonly hazards: Hazards;
  readonly windows: (random: Random, end: number) => readonly Window[];
  /** Share of events that draw a fault by their content, and which. */
  readonly stoppers?: { readonly share: number; readonly draw: Fault | 'no result' };
  readonly sickness?: Sickness;
  readonly poison?: Poison;
  /** For drills of the drill: what to put in place of the real thing. */
  readonly sender?: Sender;
  readonly limits?: Partial<Limits>;
  /** Time that a receive of the event source takes; 0 when left out. */
  readonly receiveMilliseconds?: number;
}

export interface Result {
  readonly plan: Plan;
  readonly windows: readonly Window[];
  readonly ledger: Ledger;
  readonly queued: number;
  readonly mostReceives: number;
  readonly endedAt: number;
}

const HOUR_MS = 3_600_000;

/** In fair weather everything is delivered long before. */
const PATIENCE_MS = 30 * HOUR_MS;

export async function drill(plan: Plan): Promise<Result> {
  const random = seeded(plan.seed);
  const span = plan.hours * HOUR_MS;
  const clock = new JumpingClock();
  const windows = plan.windows(random, span);
  const world: World = {
    random,
    clock,
    ledger: new Ledger(),
    hazards: plan.hazards,
    windows,
    stoppersDraw: plan.stoppers?.draw,
    sickness: plan.sickness,
  };
  const limits = { ...SENDER_LIMITS, mostInFlight: MOST_IN_FLIGHT, ...plan.limits };
  const queues = { events: new Queue(random, limits), backlog: new Queue(random, limits) };
  const both = [queues.events, queues.backlog];
  const isEmpty = () => both.every(({ depth }) => depth === 0);
  const pinterest = new Pinterest(world);
  const callers = new Callers(world, queues, {
    events: plan.events,
    span,
    oddities: plan.oddities,
    stoppers: plan.stoppers?.share,
    poison: plan.poison,
  });
  const secret = { token: pinterest.token };
  const clear = Math.max(span, ...windows.map(({ to }) => to));
  keepTokens(windows, clock, pinterest, secret);
  const { receiveMilliseconds, sender = run } = plan;
  const eventSource = startEventSource({ world, queues, pinterest, secret, sender, receiveMilliseconds });
  void callers.start();
  await clock.run(clear + PATIENCE_MS, () => callers.isDone && isEmpty() && !eventSource.isBusy());
  eventSource.stop();
  for (const queue of both) {
    for (const id of queue.outlived.flatMap(({ body }) => idsIn(body)))
      world.ledger.violation(`${id} was deleted by SQS: 14 days`);
    for (const id of queue.redriven.flatMap(({ body }) => idsIn(body)))
      world.ledger.violation(`${id} was redriven by SQS, without a reason`);
  }
  const queued = new Set(both.flatMap((queue) => queue.bodies().flatMap(idsIn)));
  world.ledger.close(queued);
  return {
    plan,
    windows,
    ledger: world.ledger,
    queued: queued.size,
    mostReceives: Math.max(...both.map(({ mostReceives }) => mostReceives)),
    endedAt: clock.now,
  };
}

/** A token is revoked at the beginning of its window; at the end of it the owner puts another one there. */
function keepTokens(
  windows: readonly Window[],
  clock: JumpingClock,
  pinterest: Pinterest,
  secret: { token: string },
): void {
  const revocations = windows.filter(({ trouble }) => trouble === 'revoked');
  for (const [index, { from, to }] of revocations.entries()) {
    const next = `pina_${index + 1}`;
    clock.at(from, () => {
      pinterest.token = next;
    });
    clock.at(to, () => {
      secret.token = next;
    });
  }
}
