/**
 * One line's work in an invocation. A POST that fails while Pinterest takes an event that is known to be good is at fault
 * itself: it is halved until the event at fault stands alone, so that no event suffers for another. An event that stands
 * alone and still draws no answer is held for itself, and becomes a dead letter after many such times.
 */
import { type AttemptProps, attempt } from './attempt';
import { type Batch, FEW, halves, type Outgoing, singles } from './batches';
import { type Meaning, NO_MESSAGE } from './classify';
import { isDoubtful, LONE, LONE_RETRY_SECONDS, MOST_IN_A_ROW, summaryOf, TRIES_BEFORE_BELIEF } from './doubts';
import { GoodOne } from './good-one';
import { type Hold, held, isFailure } from './hold';
import type { LineMemory } from './line-memory';

export type Outcome =
  | { readonly kind: 'delivered' }
  | {
      readonly kind: 'rejected';
      readonly reason: 'rejected' | 'undeliverable';
      readonly status?: number;
      readonly message: string;
    }
  | Hold;

interface Props extends AttemptProps {
  readonly now: () => number;
}

/** Events refused alone that are asked about together, once Pinterest has shown in this invocation that it takes anything. */
const SUSPECTS_AT_ONCE = 8;

/** Single events that are sent at the same time. */
const SINGLES_AT_ONCE = FEW;

type Results = Extract<Meaning, { kind: 'results' }> & { readonly milliseconds: number };

/** A POST that failed as a whole, until each of its parts is settled. */
interface Whole {
  readonly size: number;
  parts: number;
  culprits: number;
}

interface Job<E extends Outgoing> extends Batch<E> {
  readonly wholes: readonly Whole[];
  /** It failed once in this invocation, which may have been chance. */
  readonly isAgain?: boolean;
}

export class Delivery<E extends Outgoing> {
  public readonly outcomes = new Map<E, Outcome>();
  /** Of these Pinterest has not said whether it took them. */
  public readonly unconfirmed = new Set<E>();
  private readonly waiting: Job<E>[];
  /** POSTs of one event that were refused, and are not believed yet to be at fault. */
  private readonly suspects: Job<E>[] = [];
  private readonly goodOne: GoodOne;
  private failuresInARow = 0;
  private hasTaken = false;
  private hasTakenSinceTheLastSuspect = false;

  public constructor(
    batches: readonly Batch<E>[],
    private readonly line: LineMemory,
    private readonly props: Props,
  ) {
    this.waiting = batches.map((batch) => ({ ...batch, wholes: [] }));
    this.goodOne = new GoodOne({
      ...props,
      onTaken: (milliseconds) => {
        this.hasTaken = true;
        this.hasTakenSinceTheLastSuspect = true;
        line.worked(1, milliseconds);
      },
    });
  }

  /** Returns what makes it stop before all are settled. */
  public async work(): Promise<Hold | undefined> {
    const hold = await this.probe();
    if (hold !== undefined) return this.stop(hold);
    for (;;) {
      const enough = this.hasTaken ? SUSPECTS_AT_ONCE : 1;
      if (this.suspects.length >= enough || (this.waiting.length === 0 && this.suspects.length > 0)) {
        const hold = await this.judge();
        if (hold !== undefined) return this.stop(hold);
      } else if (this.waiting.length === 0) {
        return undefined;
      } else {
        const holds = await Promise.all(this.next().map((job) => this.deliver(job)));
        const hold = holds.find((one) => one !== undefined);
        if (hold !== undefined) return this.stop(hold);
      }
    }
  }

  private async probe(): Promise<Hold | undefined> {
    const probe = this.line.breaker.probe();
    if (probe === 'none') return undefined;
    const job = probe === 'event' ? this.waiting.shift() : undefined;
    if (job !== undefined) {
      const answer = await this.post(job);
      if (answer.kind === 'results') return this.read(job, answer);
      this.waiting.unshift(job);
      if (answer.kind === 'held') return answer;
    }
    const good = await this.goodOne.ask(1);
    return good.kind === 'held' ? good : undefined;
  }

  /** One POST after the other; but single events, which may each take as long as a time-out, a few at once. */
  private next(): Job<E>[] {
    const singles = this.waiting.slice(0, SINGLES_AT_ONCE).findIndex(({ events }) => events.length > 1);
    const count = singles === -1 ? Math.min(SINGLES_AT_ONCE, this.waiting.length) : Math.max(1, singles);
    return this.waiting.splice(0, count);
  }

  public holdTheRest(hold: Hold): void {
    for (const event of [...this.suspects, ...this.waiting].flatMap(({ events }) => events)) {
      this.outcomes.set(event, { ...hold, untried: true });
    }
  }

  private async deliver(job: Job<E>): Promise<Hold | undefined> {
    const answer = await this.post(job);
    if (answer.kind === 'results') return this.read(job, answer);
    if (answer.kind === 'refused') {
      if (job.events.length > 1) this.divide(job, halves(job));
      else this.suspect(job);
      return undefined;
    }
    if (!isFailure(answer)) return this.putBack(job, answer);
    const good = await this.goodOne.ask();
    if (good.kind === 'held') return this.putBack(job, good.cause === 'time' ? good : answer);
    const [event] = job.events;
    const isKnown = event !== undefined && this.line.alone.has(event.json);
    if (!isKnown && ++this.failuresInARow >= MOST_IN_A_ROW) return this.putBack(job, answer);
    const isFirstTry = job.wholes.length === 0 && !job.isAgain && !isKnown;
    if (job.events.length === 1 && isFirstTry) this.waiting.push({ ...job, isAgain: true });
    else if (job.events.length === 1) this.alone(job, answer.detail);
    else this.divide(job, job.events.length > FEW ? halves(job) : singles(job));
    return undefined;
  }

  /** Results are read one by one, but what tells of too many failures at once is not believed. */
  private async read(job: Job<E>, answer: Results): Promise<Hold | undefined> {
    const told = summaryOf(answer.results);
    if (told.saysNothing || (told.isAllFailed && !this.hasTakenSinceTheLastSuspect)) {
      const good = await this.goodOne.ask();
      if (good.kind === 'held') return this.putBack(job, good.cause === 'time' ? good : { ...good, cause: 'request' });
    }
    if (!told.isAllFailed) this.took(job.events.length, answer.milliseconds);
    job.events.forEach((event, index) => {
      const reply = answer.results[index] ?? UNREADABLE;
      if (reply.status === 'unreadable') this.unconfirmed.add(event);
      if (reply.status === 'processed') this.outcomes.set(event, { kind: 'delivered' });
      else if (isDoubtful(reply)) this.doubt(event, job, reply.message || `HTTP ${answer.status} without a result`);
      else if (told.isMostFailed && event.receives < TRIES_BEFORE_BELIEF) this.outcomes.set(event, MOST_REFUSED);
      else this.outcomes.set(event, rejected(answer.status, reply.message));
    });
    this.done(job, told.notTaken);
    return undefined;
  }

  private async post(job: Job<E>): Promise<Exclude<Meaning, { kind: 'results' }> | Results> {
    const started = this.props.now();
    const answer = await attempt(job, this.props, this.line.limitMs(job.events.length));
    if (answer.kind === 'held' && answer.mayBeTaken) for (const event of job.events) this.unconfirmed.add(event);
    return answer.kind === 'results' ? { ...answer, milliseconds: this.props.now() - started } : answer;
  }

  private putBack(job: Job<E>, hold: Hold): Hold {
    this.waiting.unshift(job);
    return hold;
  }

  private suspect(job: Job<E>): void {
    this.suspects.push(job);
    this.hasTakenSinceTheLastSuspect = false;
  }

  private divide(job: Job<E>, batches: readonly Batch<E>[]): void {
    const whole: Whole = { size: job.events.length, parts: 1, culprits: 0 };
    const wholes = [...job.wholes, whole];
    for (const each of wholes) each.parts += batches.length - 1;
    this.waiting.unshift(...batches.map((batch) => ({ ...batch, wholes })));
  }

  /** One event that failed by itself while Pinterest is well. */
  private alone(job: Job<E>, detail: string): void {
    for (const event of job.events) this.doubt(event, job, detail);
    this.done(job, 1);
  }

  private doubt(event: E, job: Job<E>, detail: string): void {
    const { times, milliseconds } = this.line.alone.add(event.json);
    const isOver = times >= LONE.times && milliseconds >= LONE.milliseconds;
    if (!isOver || job.events.length > 1)
      this.outcomes.set(event, { ...held('event', detail), retryAfterSeconds: LONE_RETRY_SECONDS });
    else {
      const message = `${detail}, alone and ${times} times, while Pinterest took others`;
      this.outcomes.set(event, { kind: 'rejected', reason: 'undeliverable', message });
    }
  }

  /** What failed as a whole, and of which every part was taken, was too large. */
  private done({ wholes }: Job<E>, culprits: number): void {
    for (const whole of wholes) {
      whole.parts--;
      whole.culprits += culprits;
      if (whole.parts === 0 && whole.culprits === 0) this.line.wasTooLarge(whole.size);
    }
  }

  private took(events: number, milliseconds: number): void {
    this.hasTaken = true;
    this.hasTakenSinceTheLastSuspect = true;
    this.failuresInARow = 0;
    this.line.worked(events, milliseconds);
  }

  /**
   * An event that is refused alone is at fault only if Pinterest takes others, and then refuses it again. When none has
   * shown the first, one that is known to be good is asked with; refused too, it says that everything is refused.
   */
  private async judge(): Promise<Hold | undefined> {
    if (!this.hasTakenSinceTheLastSuspect) {
      const good = await this.goodOne.ask();
      if (good.kind === 'held') return good;
    }
    for (let [suspect] = this.suspects; suspect !== undefined; [suspect] = this.suspects) {
      const answer = await this.post(suspect);
      if (answer.kind === 'held' && !isFailure(answer)) return answer;
      this.suspects.shift();
      if (answer.kind === 'results') {
        await this.read(suspect, answer);
      } else if (answer.kind === 'refused') {
        for (const event of suspect.events) this.outcomes.set(event, rejected(answer.status, answer.message));
        this.done(suspect, 1);
      } else this.alone(suspect, answer.detail);
    }
    return undefined;
  }

  private stop(hold: Hold): Hold {
    if (hold.cause === 'time') return hold;
    this.line.breaker.failed(hold);
    return this.line.breaker.holding() ?? hold;
  }
}

const UNREADABLE = { status: 'unreadable', message: '' } as const;

const MOST_REFUSED = held('request', 'more than half of the events are refused');

const rejected = (status: number, message: string): Outcome => ({
  kind: 'rejected',
  reason: 'rejected',
  status,
  message: message || NO_MESSAGE,
});
