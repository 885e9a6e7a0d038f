/** Delivers events in as few POSTs as Pinterest's limits allow, and says of each what became of it: live ones, then tests. */
import type { AttemptProps } from './attempt';
import type { Outgoing } from './batches';
import { Delivery } from './delivery';
import type { LineMemories } from './line-memory';
import type { Outcome } from './verdicts';

export interface DeliverProps extends AttemptProps {
  readonly lines: LineMemories;
  readonly now: () => number;
}

export async function deliver<E extends Outgoing>(events: readonly E[], props: DeliverProps): Promise<Map<E, Outcome>> {
  const outcomes = new Map<E, Outcome>();
  for (const test of [false, true]) {
    const line = test ? props.lines.test : props.lines.live;
    const own = events.filter((event) => event.test === test);
    if (own.length === 0) continue;
    const delivery = new Delivery(own, line, props);
    const hold = line.breaker.holding() ?? (await delivery.work());
    // What holds one POST would hold the next one too: Pinterest is left alone until the queue tries again.
    if (hold !== undefined) delivery.holdTheRest(hold);
    for (const [event, outcome] of delivery.outcomes) {
      // a hold is told of all the events that were not sent after it, too.
      const isHeld = outcome.kind === 'held';
      outcomes.set(event, isHeld ? { ...outcome, mayBeTaken: delivery.isOpen(event) } : outcome);
    }
  }
  return outcomes;
}
