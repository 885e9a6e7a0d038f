/** Pages and back ends: events come a few at a time, through the real enqueue, and are sent again until they are taken. */
import { messageOf } from '../contract/queued-event';
import { sha256 } from '../lambda/event/sha256';
import { createEnqueue, type Enqueue } from '../lambda/ingest/enqueue';
import type { Kind } from './ledger';
import { EVENTS, type Queues, sqsClient } from './sqs';
import type { World } from './world';

export interface CallersProps {
  readonly events: number;
  /** Over which they come, in milliseconds. */
  readonly span: number;
  /** Share of events that are not good. */
  readonly oddities: number;
  /** Share of events that stop what they are sent with. */
  readonly stoppers?: number | undefined;
  readonly poison?: Poison | undefined;
}

/** Events that make Pinterest refuse the whole POST they are in. */
export interface Poison {
  /** Of the events that come. */
  readonly share: number;
  /** So many more lie in the queue from the beginning: a redrive of what nobody has mended. */
  readonly redriven?: number;
  /** They have a field that no good event has; otherwise they look as good ones do. */
  readonly isOdd: boolean;
}

const MOST_AT_ONCE = 40;
const EM = [sha256('user@example.com')];

export class Callers {
  private readonly enqueue: Enqueue;
  private made = 0;
  private isSending = false;

  public constructor(
    private readonly world: World,
    queues: Queues,
    private readonly props: CallersProps,
  ) {
    this.enqueue = createEnqueue({
      client: sqsClient(world, queues),
      queueUrl: EVENTS,
      sleep: async () => undefined,
    });
  }

  public get isDone(): boolean {
    return this.made === this.inAll && !this.isSending;
  }

  private get inAll(): number {
    return this.props.events + (this.props.poison?.redriven ?? 0);
  }

  public async start(): Promise<void> {
    const { random, clock } = this.world;
    const { span, events, poison } = this.props;
    const average = (span / events) * ((1 + MOST_AT_ONCE) / 2);
    if (poison?.redriven) await this.request(Array.from({ length: poison.redriven }, () => 'poison'));
    while (this.made < this.inAll) {
      const count = Math.min(random.whole(1, MOST_AT_ONCE), this.inAll - this.made);
      await this.request(Array.from({ length: count }, () => this.kind()));
      await clock.sleep(random.between(0, 2 * average));
    }
  }

  private async request(kinds: readonly Kind[]): Promise<void> {
    const { clock, ledger } = this.world;
    this.isSending = true;
    const made = kinds.map((kind) => this.make(kind));
    for (let left = made; left.length > 0; ) {
      const { indexes: refused } = await this.enqueue(left.map(({ body }) => body));
      for (const [index, { id }] of left.entries()) {
        if (!refused.has(index)) ledger.entry(id).acceptedAt = clock.now;
      }
      left = left.filter((_, index) => refused.has(index));
    }
    this.isSending = false;
  }

  private make(kind: Kind): { id: string; body: string } {
    const { clock, ledger } = this.world;
    const isOdd = kind === 'poison' && this.props.poison?.isOdd === true;
    const id = `${kind}-${this.made++}`;
    const event = {
      event_name: 'checkout',
      action_source: 'web' as const,
      event_time: Math.floor(clock.now / 1_000),
      event_id: id,
      user_data: { em: kind === 'defect' ? ['user@example.com'] : EM },
      custom_data: { value: '129.9', currency: 'USD', order_id: id, ...(isOdd && { num_items: 0 }) },
    };
    ledger.open(id, kind, JSON.stringify(event));
    return { id, body: messageOf({ v: 1, accepted_at: clock.now, test: kind === 'test', event }) };
  }

  private kind(): Kind {
    const { random } = this.world;
    const { oddities, stoppers = 0, poison } = this.props;
    if (random.chance(stoppers)) return 'stopper';
    if (poison !== undefined && random.chance(poison.share)) return 'poison';
    return random.chance(oddities) ? random.pick(['test', 'failing', 'poison', 'defect']) : 'good';
  }
}
