/** The drill's event source: the pollers of `sim/`, at the drill's queue and in front of environments of the function. */
import { SENDER_LIMITS } from '../contract/sender-limits';
import { poll } from '../sim/poller';
import type { Received } from '../sim/sqs/queue';
import { type Receive, receiving } from '../sim/sqs/receiving';
import { type Environment, type FunctionProps, startEnvironment } from './function';
import { Killed } from './life';
import { idIn } from './world';

export interface EventSourceProps extends FunctionProps {
  /** Time that a receive takes; 0 when left out. */
  readonly receiveMilliseconds?: number | undefined;
}

export interface EventSource {
  /** Whether an invocation is in flight. */
  isBusy(): boolean;
  stop(): void;
}

export function startEventSource(props: EventSourceProps): EventSource {
  const { world, receiveMilliseconds } = props;
  const stopping = new AbortController();
  const batching = { ...SENDER_LIMITS, ...(receiveMilliseconds && { receiveMilliseconds }) };
  const pollers = Array.from({ length: SENDER_LIMITS.maxConcurrency }, () => new Poller(props));
  for (const poller of pollers) void poll(poller, batching, world.clock, stopping.signal);
  return {
    isBusy: () => pollers.some((poller) => poller.isBusy),
    stop: () => stopping.abort(),
  };
}

class Poller {
  public isBusy = false;
  private environment: Environment;
  private readonly receiveFrom: Receive;

  public constructor(private readonly props: FunctionProps) {
    this.environment = startEnvironment(props);
    this.receiveFrom = receiving(props.queue, props.world.clock);
  }

  public readonly bytesOf = ({ body }: Received): number => body.length;

  public receive(waitMilliseconds: number, signal: AbortSignal): Promise<readonly Received[]> {
    const { world } = this.props;
    return this.receiveFrom(waitMilliseconds, signal, ({ body }) => {
      if (!world.random.chance(world.hazards.duplicate)) return false;
      world.ledger.excuse(idIn(body), 'handed out twice');
      return true;
    });
  }

  public async invoke(messages: readonly Received[]): Promise<void> {
    const { world } = this.props;
    const takenBefore = messages.map(({ body }) => this.takenOf(body));
    this.isBusy = true;
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
    } finally {
      this.isBusy = false;
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
