/**
 * The sender in trouble, event by event: the real one, with the queue, the event source and the Pinterest of the fault drill,
 * fed with the events that arrive minute by minute. What it reports, and what AWS would report of queue and function, goes
 * into the store.
 */
import { messageOf } from '../../contract/queued-event';
import { SENDER_LIMITS } from '../../contract/sender-limits';
import { run } from '../../lambda/sender/run';
import { JumpingClock } from '../../sim/clock';
import { type MetricStore, metricKey } from '../../sim/cloudwatch/metric-store';
import type { Random } from '../../sim/random';
import { MOST_IN_FLIGHT, Queue } from '../../sim/sqs/queue';
import { startEventSource } from '../event-source';
import { Ledger } from '../ledger';
import { Pinterest } from '../pinterest';
import type { Trouble } from '../weather';
import { NO_HAZARDS, type World } from '../world';
import { listeningTelemetry } from './telemetry';
import { IN_FLIGHT, PART } from './template-alarms';

const MINUTE_MS = 60_000;

/** What Pinterest does with single events while it is well, beside its weather. */
type Refusal = 'refuses half' | 'refuses one';

export type TroubleKind = Trouble | Refusal;

export interface TroubleProps {
  readonly store: MetricStore;
  readonly pipeline: string;
  readonly random: Random;
  /** Minutes of the store. */
  readonly from: number;
  readonly to: number;
  /** Events that the queue gets in a minute. */
  readonly queued: (minute: number) => number;
  /** In milliseconds since minute 0 of the store. */
  readonly trouble: { readonly from: number; readonly to: number; readonly kind: TroubleKind };
}

export async function runTrouble({ store, pipeline, random, from, to, queued, trouble }: TroubleProps): Promise<void> {
  const clock = new JumpingClock(from * MINUTE_MS);
  const windows = isRefusal(trouble.kind) ? [] : [{ from: trouble.from, to: trouble.to, trouble: trouble.kind }];
  const isRefused = refusedBy(trouble, random);
  const minuteOf = (milliseconds: number) => Math.floor(milliseconds / MINUTE_MS);
  const lambda = (name: string) => metricKey('AWS/Lambda', name, [PART.sender]);
  let cut = windows.find(({ trouble }) => trouble === 'cut');
  const hazards = {
    ...NO_HAZARDS,
    /** Asked once a run. */
    get kill() {
      if (cut === undefined || clock.now < cut.from) return 0;
      cut = undefined;
      store.add(lambda('Errors'), minuteOf(clock.now), 1);
      return 1;
    },
  };
  const ledger = new DatedLedger(clock);
  const world: World = { random, clock, ledger, hazards, windows };
  const newQueue = () => new Queue(random, { ...SENDER_LIMITS, mostInFlight: MOST_IN_FLIGHT });
  const queues = { events: newQueue(), backlog: newQueue() };
  const pinterest = new Pinterest(world);
  const secret = { token: pinterest.token };
  const telemetry = listeningTelemetry(pipeline, (lines) => {
    for (const { key, values } of lines) for (const value of values) store.add(key, minuteOf(clock.now), value);
  });
  const sender: typeof run = async (messages, props) => {
    const startedAt = minuteOf(clock.now);
    try {
      const left = await run(messages, { ...props, telemetry });
      store.add(lambda('Errors'), startedAt, 0);
      return left;
    } catch (error) {
      store.add(lambda('Errors'), startedAt, 1);
      throw error;
    } finally {
      store.add(lambda('Throttles'), startedAt, 0);
      telemetry.flush();
    }
  };
  const eventSource = startEventSource({ world, queues, pinterest, secret, sender });
  const revoked = windows.find(({ trouble }) => trouble === 'revoked');
  if (revoked !== undefined) {
    clock.at(revoked.from, () => {
      pinterest.token = 'pina_new';
    });
  }
  let made = 0;

  for (let minute = from; minute < to; minute++) {
    const end = (minute + 1) * MINUTE_MS;
    for (let left = queued(minute); left > 0; left--) {
      clock.at((minute + random()) * MINUTE_MS, () =>
        send(world, queues.events, `e${made++}`, isRefused(clock.now) ? 'failing' : 'good'),
      );
    }
    await clock.run(end);
    for (const name of ['events', 'backlog'] as const) {
      const age = metricKey('AWS/SQS', 'ApproximateAgeOfOldestMessage', [PART[name]]);
      store.add(age, minute, Math.round(queues[name].oldestAge(end) / 1_000));
      store.add(metricKey('AWS/SQS', IN_FLIGHT, [PART[name]]), minute, queues[name].inFlight);
    }
    const [first] = ledger.letters;
    if (first !== undefined)
      reportDeadLetters(store, minute, { letters: ledger.letters.length, oldestSeconds: (end - first) / 1_000 });
  }
  eventSource.stop();
}

const isRefusal = (kind: TroubleKind): kind is Refusal => kind === 'refuses half' || kind === 'refuses one';

/** Whether Pinterest refuses the event that is sent at this time; asked of each in turn. */
function refusedBy({ from, to, kind }: TroubleProps['trouble'], random: Random): (now: number) => boolean {
  let refused = 0;
  return (now) => {
    if (now < from || now >= to || !isRefusal(kind)) return false;
    const isNext = kind === 'refuses one' ? refused === 0 : random.chance(0.5);
    if (isNext) refused++;
    return isNext;
  };
}

/** Knows when each dead letter came. */
class DatedLedger extends Ledger {
  public readonly letters: number[] = [];

  public constructor(private readonly clock: { readonly now: number }) {
    super();
  }

  public override letter(...letter: Parameters<Ledger['letter']>): void {
    super.letter(...letter);
    this.letters.push(this.clock.now);
  }
}

/** What SQS tells of a dead-letter queue that is not empty; it tells nothing of one that nobody has used. */
export function reportDeadLetters(
  store: MetricStore,
  minute: number,
  { letters, oldestSeconds }: { readonly letters: number; readonly oldestSeconds: number },
): void {
  const metric = (name: string) => metricKey('AWS/SQS', name, [PART.deadLetters]);
  store.add(metric('ApproximateNumberOfMessagesVisible'), minute, letters);
  store.add(metric('ApproximateAgeOfOldestMessage'), minute, Math.round(oldestSeconds));
}

function send({ clock, ledger }: World, queue: Queue, event_id: string, kind: 'good' | 'failing'): void {
  const event = {
    event_name: 'page_visit',
    action_source: 'web' as const,
    event_time: Math.floor(clock.now / 1_000),
    event_id,
    user_data: { em: ['0'.repeat(64)] },
  };
  ledger.open(event_id, kind, JSON.stringify(event));
  queue.send(messageOf({ v: 1, accepted_at: clock.now, test: false, event }), clock.now);
}
