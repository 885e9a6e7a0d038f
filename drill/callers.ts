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
    return this.made === this.props.events && !this.isSending;
  }

  public async start(): Promise<void> {
    const { random, clock } = this.world;
    const average = (this.props.span / this.props.events) * ((1 + MOST_AT_ONCE) / 2);
    while (this.made < this.props.events) {
      await this.request();
      await clock.sleep(random.between(0, 2 * average));
    }
  }

  private async request(): Promise<void> {
    const { random, clock, ledger } = this.world;
    this.isSending = true;
    const count = Math.min(random.whole(1, MOST_AT_ONCE), this.props.events - this.made);
    const made = Array.from({ length: count }, () => this.make());
    for (let left = made; left.length > 0; ) {
      const { indexes: refused } = await this.enqueue(left.map(({ body }) => body));
      for (const [index, { id }] of left.entries()) {
        if (!refused.has(index)) ledger.entry(id).acceptedAt = clock.now;
      }
      left = left.filter((_, index) => refused.has(index));
    }
    this.isSending = false;
  }

  private make(): { id: string; body: string } {
    const { clock, ledger } = this.world;
    const kind = this.kind();
    const id = `${kind}-${this.made++}`;
    const event = {
      event_name: 'checkout',
      action_source: 'web' as const,
      event_time: Math.floor(clock.now / 1_000),
      event_id: id,
      user_data: { em: kind === 'defect' ? ['user@example.com'] : EM },
      custom_data: { value: '129.9', currency: 'USD', order_id: id },
    };
    ledger.open(id, kind, JSON.stringify(event));
    return { id, body: messageOf({ v: 1, accepted_at: clock.now, test: kind === 'test', event }) };
  }

  private kind(): Kind {
    const { random } = this.world;
    const { oddities, stoppers = 0 } = this.props;
    if (random.chance(stoppers)) return 'stopper';
    return random.chance(oddities) ? random.pick(['test', 'failing', 'poison', 'defect']) : 'good';
  }
}
