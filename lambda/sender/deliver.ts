/**
 * Delivers events in as few POSTs as Pinterest's limits allow and says of each what became of it. A batch that Pinterest
 * refuses as a whole is halved until the event at fault stands alone, so that no event suffers for another.
 */
import { type AttemptProps, attempt } from './attempt';
import { type Batch, batched, type Outgoing } from './batches';
import type { Breaker } from './breaker';
import { type Meaning, NO_MESSAGE } from './classify';
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
  const delivery = new Delivery(batched(events), props);
  const hold = props.breaker.holding() ?? (await delivery.work());
  // What holds one POST would hold the next one too: Pinterest is left alone until the queue tries again.
  if (hold !== undefined) delivery.holdTheRest(hold);
  return delivery.outcomes;
}

/** Events refused alone that are asked about together, once Pinterest has shown in this run that it takes anything. */
const SUSPECTS_AT_ONCE = 8;

type Answered = Exclude<Meaning, Hold>;

class Delivery<E extends Outgoing> {
  public readonly outcomes = new Map<E, Outcome>();
  /** Batches of one that were refused, and are not believed yet to be at fault. */
  private readonly suspects: Batch<E>[] = [];
  private hasTaken = false;
  private hasTakenSinceTheLastSuspect = false;

  public constructor(
    private readonly waiting: Batch<E>[],
    private readonly props: DeliverProps,
  ) {}

  /** Returns what makes it stop before all are settled. */
  public async work(): Promise<Hold | undefined> {
    for (;;) {
      const enough = this.hasTaken ? SUSPECTS_AT_ONCE : 1;
      const [batch] = this.waiting;
      if (this.suspects.length >= enough || (batch === undefined && this.suspects.length > 0)) {
        const hold = await this.judge();
        if (hold !== undefined) return this.failed(hold);
      } else if (batch === undefined) {
        return undefined;
      } else {
        const answer = await attempt(batch, this.props);
        if (answer.kind === 'held') return this.failed(answer);
        this.waiting.shift();
        if (answer.kind === 'results') this.settle(batch, answer);
        else this.refused(batch);
      }
    }
  }

  public holdTheRest(hold: Hold): void {
    for (const event of [...this.suspects, ...this.waiting].flatMap((batch) => batch.events)) {
      this.outcomes.set(event, hold);
    }
  }

  private refused(batch: Batch<E>): void {
    if (batch.events.length > 1) {
      this.waiting.unshift(...halves(batch));
    } else {
      this.suspects.push(batch);
      this.hasTakenSinceTheLastSuspect = false;
    }
  }

  /**
   * An event that is refused alone is at fault only if Pinterest takes others, and then refuses it again. When none has
   * shown the first, one that is known to be good is asked with; refused too, it says that everything is refused.
   */
  private async judge(): Promise<Hold | undefined> {
    if (!this.hasTakenSinceTheLastSuspect) {
      const answer = await attempt(knownGood(this.props.now()), this.props);
      if (answer.kind === 'held') return answer;
      if (answer.kind === 'refused') {
        return held('request', `HTTP ${answer.status} even for a good event: ${answer.message}`);
      }
    }
    for (let [suspect] = this.suspects; suspect !== undefined; [suspect] = this.suspects) {
      const answer = await attempt(suspect, this.props);
      if (answer.kind === 'held') return answer;
      this.suspects.shift();
      this.settle(suspect, answer);
    }
    return undefined;
  }

  private settle(batch: Batch<E>, answer: Answered): void {
    this.hasTaken = true;
    this.hasTakenSinceTheLastSuspect = true;
    this.props.breaker.worked();
    batch.events.forEach((event, index) => {
      this.outcomes.set(event, outcomeOf(answer, index));
    });
  }

  private failed(hold: Hold): Hold {
    if (hold.cause === 'time') return hold;
    this.props.breaker.failed(hold);
    return this.props.breaker.holding() ?? hold;
  }
}

function outcomeOf(answer: Answered, index: number): Outcome {
  const result = answer.kind === 'results' ? answer.results[index] : { processed: false, message: answer.message };
  return result?.processed
    ? { kind: 'delivered' }
    : { kind: 'rejected', status: answer.status, message: result?.message || NO_MESSAGE };
}

function halves<E extends Outgoing>({ test, events }: Batch<E>): Batch<E>[] {
  const middle = Math.ceil(events.length / 2);
  return [
    { test, events: events.slice(0, middle) },
    { test, events: events.slice(middle) },
  ];
}
