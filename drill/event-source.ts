/** Lambda's SQS event source: as many pollers as runs at once, each gathers a batch, runs the function, deletes. */
import { SENDER_LIMITS } from '../contract/sender-limits';
import type { Received } from '../lambda/sender/received';
import { type Environment, type FunctionProps, startEnvironment } from './function';
import { Killed } from './life';
import { idIn } from './world';

const WINDOW_MS = SENDER_LIMITS.batchingWindowSeconds * 1_000;

export class Poller {
  private environment: Environment;
  private freeAt = 0;
  /** When the batch is handed over that is being gathered. */
  private gatheredAt: number | undefined;

  public constructor(private readonly props: FunctionProps) {
    this.environment = startEnvironment(props);
  }

  /** When it has something to do, at `now` or later. */
  public nextAt(now: number): number {
    return this.gatheredAt ?? Math.max(this.freeAt, this.props.queue.nextAt(now));
  }

  public async work(): Promise<void> {
    const { queue, world } = this.props;
    const { clock } = world;
    if (this.gatheredAt === undefined && queue.visible(clock.now) < SENDER_LIMITS.batchSize) {
      this.gatheredAt = clock.now + WINDOW_MS;
      return;
    }
    this.gatheredAt = undefined;
    const messages = queue.receive(SENDER_LIMITS.batchSize, clock.now, ({ body }) => {
      if (!world.random.chance(world.hazards.duplicate)) return false;
      world.ledger.excuse(idIn(body), 'handed out twice');
      return true;
    });
    if (messages.length > 0) await this.run(messages);
    this.freeAt = clock.now;
  }

  private async run(messages: readonly Received[]): Promise<void> {
    const { world } = this.props;
    const takenBefore = messages.map(({ body }) => this.takenOf(body));
    try {
      const kept = new Set(await this.environment(messages));
      this.remove(messages.filter(({ messageId }) => !kept.has(messageId)));
      if (world.random.chance(world.hazards.recycle)) this.environment = startEnvironment(this.props);
    } catch (error) {
      if (!(error instanceof Killed)) return;
      messages.forEach(({ body }, index) => {
        if (this.takenOf(body) > (takenBefore[index] ?? 0)) world.ledger.excuse(idIn(body), 'killed after the POST');
      });
      this.environment = startEnvironment(this.props);
    }
  }

  private remove(finished: readonly Received[]): void {
    const { world, queue } = this.props;
    for (const { body, receiptHandle } of finished) {
      const id = idIn(body);
      world.ledger.reported(id);
      if (world.random.chance(world.hazards.deleteLost)) world.ledger.excuse(id, 'not deleted');
      else queue.delete(receiptHandle);
    }
  }

  private takenOf(body: string): number {
    return this.props.world.ledger.entry(idIn(body)).taken;
  }
}
