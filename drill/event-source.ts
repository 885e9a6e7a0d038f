/** The drill's event source: the pollers of `sim/`, at the drill's queue and in front of environments of the function. */
import { BATCHING, SENDER_LIMITS } from '../contract/sender-limits';
import { poll } from '../sim/poller';
import type { Queue, Received } from '../sim/sqs/queue';
import { type Receive, receiving } from '../sim/sqs/receiving';
import { createDisk } from './disk';
import { type Environment, type FunctionProps, startEnvironment } from './function';
import { Ended, Killed } from './life';
import { BACKLOG, EVENTS } from './sqs';
import { idsIn } from './world';

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
  const rate = receiveMilliseconds ? { receiveMilliseconds } : {};
  const pollers = MAPPINGS.flatMap(({ queue, url, ...batching }) =>
    Array.from({ length: SENDER_LIMITS.maxConcurrency }, (_, number) => {
      const poller = new Poller(props, props.queues[queue], url, number);
      void poll(poller, { ...batching, ...rate }, world.clock, stopping.signal);
      return poller;
    }),
  );
  return {
    isBusy: () => pollers.some((poller) => poller.isBusy),
    stop: () => stopping.abort(),
  };
}

/** The event source mappings of the construct. */
const MAPPINGS = [
  { queue: 'events', url: EVENTS, ...BATCHING.events },
  { queue: 'backlog', url: BACKLOG, ...BATCHING.backlog },
] as const;

class Poller {
  public isBusy = false;
  /** Killed runs and ended ones reset an environment, which keeps its `/tmp`; another one has its own. */
  private disk = createDisk();
  private environment: Environment;
  private readonly receiveFrom: Receive;

  public constructor(
    private readonly props: FunctionProps,
    private readonly queue: Queue,
    private readonly url: string,
    private readonly number: number,
  ) {
    this.environment = this.start('first');
    this.receiveFrom = receiving(queue, props.world.clock);
  }

  public readonly bytesOf = ({ body }: Received): number => body.length;

  public receive(waitMilliseconds: number, signal: AbortSignal): Promise<readonly Received[]> {
    const { world } = this.props;
    return this.receiveFrom(waitMilliseconds, signal, ({ body }) => {
      if (!world.random.chance(world.hazards.duplicate)) return false;
      for (const id of idsIn(body)) world.ledger.excuse(id, 'handed out twice');
      return true;
    });
  }

  public async invoke(messages: readonly Received[]): Promise<void> {
    const { world } = this.props;
    const ids = messages.flatMap(({ body }) => idsIn(body));
    const before = ids.map((id) => this.doneWith(id));
    this.isBusy = true;
    try {
      const kept = new Set(await this.environment(messages, this.url));
      this.remove(messages.filter(({ messageId }) => !kept.has(messageId)));
      if (world.random.chance(world.hazards.recycle)) {
        this.disk = createDisk();
        this.environment = this.start('anew');
      }
    } catch (error) {
      if (error instanceof Ended) {
        world.ledger.ended.push(world.clock.now);
        this.environment = this.start('anew');
      }
      if (!(error instanceof Killed)) return;
      ids.forEach((id, index) => {
        if (this.doneWith(id) > (before[index] ?? 0)) world.ledger.excuse(id, 'killed after the POST, or the move');
      });
      this.environment = this.start('anew');
    } finally {
      this.isBusy = false;
    }
  }

  private start(which: 'first' | 'anew'): Environment {
    const { environments = [], anew } = this.props.world.sickness ?? {};
    const isSick = environments.includes(this.number) && (which === 'first' || anew === 'sick');
    return startEnvironment(this.props, isSick, this.disk);
  }

  private remove(finished: readonly Received[]): void {
    const { world } = this.props;
    for (const { body, receiptHandle } of finished) {
      const ids = idsIn(body);
      if (world.random.chance(world.hazards.deleteLost)) for (const id of ids) world.ledger.excuse(id, 'not deleted');
      else world.ledger.deleted(idsIn(this.queue.delete(receiptHandle) ?? ''));
      for (const id of ids) world.ledger.reported(id);
    }
  }

  /** Times that it was delivered or moved: if the message stays all the same, it comes again. */
  private doneWith(id: string): number {
    const { taken, moves } = this.props.world.ledger.entry(id);
    return taken + moves;
  }
}
