/**
 * Delivers events in as few POSTs as Pinterest's limits allow and says of each what became of it. A batch that Pinterest
 * refuses as a whole is halved until the event at fault stands alone, so that no event suffers for another.
 */
import { type AttemptProps, attempt } from './attempt';
import { type Batch, batched, type Outgoing } from './batches';
import type { Breaker } from './breaker';
import { type EventReply, NO_MESSAGE } from './classify';
import { type Hold, held } from './hold';
import { knownGood } from './known-good';

export type Outcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'rejected'; readonly status: number; readonly message: string }
  | Hold;

export interface DeliverProps extends AttemptProps {
  readonly breaker: Breaker;
  readonly now: () => number;
}

export async function deliver<E extends Outgoing>(events: readonly E[], props: DeliverProps): Promise<Map<E, Outcome>> {
  const outcomes = new Map<E, Outcome>();
  const waiting = batched(events);
  const hold = props.breaker.holding() ?? (await work(waiting, outcomes, props));
  // What holds one POST would hold the next one too: Pinterest is left alone until the queue tries again.
  if (hold !== undefined) {
    for (const event of waiting.flatMap((batch) => batch.events)) outcomes.set(event, hold);
  }
  return outcomes;
}

/** Takes batches off `waiting` as their events are settled; returns what makes it stop before all are. */
async function work<E extends Outgoing>(
  waiting: Batch<E>[],
  outcomes: Map<E, Outcome>,
  props: DeliverProps,
): Promise<Hold | undefined> {
  let takes = false;
  for (let [batch] = waiting; batch !== undefined; [batch] = waiting) {
    const answer = await attempt(batch, props);
    if (answer.kind === 'held') return holdingBack(answer, props);
    if (answer.kind === 'refused' && batch.events.length > 1) {
      waiting.splice(0, 1, ...halves(batch));
      continue;
    }
    if (answer.kind === 'refused' && !takes) {
      const hold = await refusesEverything(props);
      if (hold !== undefined) return holdingBack(hold, props);
    }
    takes = true;
    props.breaker.worked();
    waiting.shift();
    batch.events.forEach((event, index) => {
      const result = answer.kind === 'results' ? answer.results[index] : { processed: false, message: answer.message };
      outcomes.set(event, outcomeOf(result, answer.status));
    });
  }
  return undefined;
}

/**
 * An event that is refused alone is at fault only if Pinterest takes requests at all. When none has shown that in this
 * run, one that is known to be good is asked with; refused too, it says that the fault is not the event's.
 */
async function refusesEverything(props: DeliverProps): Promise<Hold | undefined> {
  const answer = await attempt(knownGood(props.now()), props);
  if (answer.kind === 'held') return answer;
  return answer.kind === 'refused'
    ? held('request', `HTTP ${answer.status} even for a good event: ${answer.message}`)
    : undefined;
}

function holdingBack(hold: Hold, { breaker }: DeliverProps): Hold {
  if (hold.cause === 'time') return hold;
  breaker.failed(hold);
  return breaker.holding() ?? hold;
}

const outcomeOf = (result: EventReply | undefined, status: number): Outcome =>
  result?.processed ? { kind: 'delivered' } : { kind: 'rejected', status, message: result?.message || NO_MESSAGE };

function halves<E extends Outgoing>({ test, events }: Batch<E>): Batch<E>[] {
  const middle = Math.ceil(events.length / 2);
  return [
    { test, events: events.slice(0, middle) },
    { test, events: events.slice(middle) },
  ];
}
