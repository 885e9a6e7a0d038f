/**
 * A drill: the real sender against a model of everything around it, on a clock that jumps from one happening to the next,
 * until all has come, the trouble is over and the queue is empty.
 */
import { SENDER_LIMITS } from '../contract/sender-limits';
import { run } from '../lambda/sender/run';
import { Callers } from './callers';
import { Poller } from './event-source';
import type { Sender } from './function';
import { Ledger } from './ledger';
import { Pinterest } from './pinterest';
import { type Limits, MOST_IN_FLIGHT, Queue } from './queue';
import { type Random, seeded } from './random';
import type { Window } from './weather';
import { type Hazards, idIn, type World } from './world';

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
  /** For drills of the drill: what to put in place of the real thing. */
  readonly sender?: Sender;
  readonly limits?: Partial<Limits>;
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
  const clock = { now: 0 };
  const windows = plan.windows(random, span);
  const world: World = { random, clock, ledger: new Ledger(), hazards: plan.hazards, windows };
  const queue = new Queue(random, { ...SENDER_LIMITS, mostInFlight: MOST_IN_FLIGHT, ...plan.limits });
  const pinterest = new Pinterest(world);
  const callers = new Callers(world, queue, { events: plan.events, span, oddities: plan.oddities });
  const secret = { token: pinterest.token };
  const props = { world, queue, pinterest, secret, sender: plan.sender ?? run };
  const pollers = Array.from({ length: SENDER_LIMITS.maxConcurrency }, () => new Poller(props));
  const revocations = windows.filter(({ trouble }) => trouble === 'revoked');
  const clear = Math.max(span, ...windows.map(({ to }) => to));

  let time = 0;
  for (;;) {
    const next = [callers.nextAt, ...pollers.map((poller) => poller.nextAt(time))];
    time = Math.min(...next);
    if (time === Number.POSITIVE_INFINITY || time > clear + PATIENCE_MS) break;
    clock.now = time;
    keepTokens(revocations, time, pinterest, secret);
    const first = next.indexOf(time);
    await (first === 0 ? callers.request() : pollers[first - 1]?.work());
  }
  for (const { body } of queue.outlived) world.ledger.violation(`${idIn(body)} was deleted by SQS: 14 days`);
  for (const { body } of queue.redriven) world.ledger.violation(`${idIn(body)} was redriven by SQS, without a reason`);
  world.ledger.close(new Set(queue.bodies().map(idIn)));
  return { plan, windows, ledger: world.ledger, queued: queue.depth, mostReceives: queue.mostReceives, endedAt: time };
}

/** A token is revoked at the beginning of its window; at the end of it the owner puts another one there. */
function keepTokens(
  revocations: readonly Window[],
  now: number,
  pinterest: Pinterest,
  secret: { token: string },
): void {
  const begun = revocations.filter(({ from }) => from <= now).length;
  const ended = revocations.filter(({ to }) => to <= now).length;
  pinterest.token = begun === 0 ? 'pina_first' : `pina_${begun}`;
  secret.token = ended === 0 ? 'pina_first' : `pina_${ended}`;
}
