/**
 * What one line has still to send in an invocation, and in which order: whole batches, the parts of those that were refused,
 * and last and apart, event by event, those that look like others that were refused. No clean event waits for them.
 */
import { type Batch, FEW, isFresh, type Outgoing, singles } from './batches';
import { MOST_CALLS } from './pace';
import { blame, divided, settled, type Wholes } from './wholes';

export interface Job<E extends Outgoing> extends Batch<E> {
  readonly wholes: Wholes;
  /** It failed once in this invocation, which may have been chance. */
  readonly isAgain?: boolean;
  /** Of a POST that was refused. */
  readonly isPart?: boolean;
  /** Its event looks like others that were refused. */
  readonly isApart?: boolean;
}

export interface AgendaProps<E extends Outgoing> {
  readonly batched: (events: readonly E[]) => readonly Batch<E>[];
  /** See Patterns. */
  readonly weight: (event: E) => number;
  /** How many POSTs may now look for bad events among such ones. */
  readonly callsNow: (job: Job<E>) => number;
  /** Told of those that have to wait for another invocation. */
  readonly onLate: (job: Job<E>) => void;
}

/** Until Pinterest has taken something, everything may be refused: that should cost few calls. */
const CALLS_AT_FIRST = 1;

/** One event that was refused lets so many of its look be tried at once: they may all be good. */
const CALLS_A_WEIGHT = 4;

export class Agenda<E extends Outgoing> {
  private waiting: Job<E>[];
  private apart: Job<E>[] = [];

  public constructor(
    events: readonly E[],
    private readonly props: AgendaProps<E>,
  ) {
    this.waiting = this.whole(events);
    this.setApart();
  }

  /** Whether nothing is left but what stands apart. */
  public get isClear(): boolean {
    return this.waiting.length === 0;
  }

  public rest(): readonly E[] {
    return [...this.waiting, ...this.apart].flatMap(({ events }) => events);
  }

  public first(): Job<E> | undefined {
    return this.waiting.shift() ?? this.apart.shift();
  }

  public putBack(job: Job<E>): void {
    (job.isApart ? this.apart : this.waiting).unshift(job);
  }

  public again(job: Job<E>): void {
    this.waiting.push({ ...job, isAgain: true });
  }

  public divide(job: Job<E>, batches: readonly Batch<E>[], isPart: boolean): void {
    const wholes = divided(job.wholes, job.events.length, batches.length);
    this.waiting.unshift(...batches.map((batch) => ({ ...batch, wholes, isPart })));
  }

  /** What to send at the same time; nothing when it is over. */
  public next(hasTaken: boolean): readonly Job<E>[] {
    for (let [first] = this.waiting; first?.isPart; [first] = this.waiting) {
      const calls = Math.min(this.props.callsNow(first), hasTaken ? MOST_CALLS : CALLS_AT_FIRST);
      const isOfFirst = isFresh(first);
      if (calls > 0) return this.take(calls, (job) => job.isPart === true && isFresh(job) === isOfFirst);
      this.waiting.shift();
      this.props.onLate(first);
    }
    const [first] = this.waiting;
    if (first === undefined) return this.nextApart(hasTaken);
    // single ones may each take as long as a time-out.
    return first.events.length > 1 ? this.waiting.splice(0, 1) : this.take(FEW, ({ events }) => events.length === 1);
  }

  /** Sorts out what has become suspect. */
  public setApart(): void {
    const isSuspect = (event: E) => this.props.weight(event) > 0;
    const kept: Job<E>[] = [];
    for (const job of this.waiting) {
      const suspects = job.isAgain ? [] : job.events.filter(isSuspect);
      if (suspects.length === 0) {
        kept.push(job);
        continue;
      }
      blame(job.wholes, suspects.length);
      const { test } = job;
      this.apart.push(...singles({ test, events: suspects }).map((one) => ({ ...one, wholes: [], isApart: true })));
      if (suspects.length < job.events.length)
        kept.push({ ...job, events: job.events.filter((event) => !isSuspect(event)) });
      else settled(job.wholes);
    }
    this.waiting = kept;
    this.apart.sort((a, b) => Number(isFresh(b)) - Number(isFresh(a)));
  }

  private nextApart(hasTaken: boolean): readonly Job<E>[] {
    const isCleared = ({ events }: Job<E>) => events.every((event) => this.props.weight(event) <= 0);
    const cleared = this.apart.filter(isCleared);
    if (cleared.length > 0) {
      this.apart = this.apart.filter((job) => !isCleared(job));
      this.waiting = this.whole(cleared.flatMap(({ events }) => events));
      return this.next(hasTaken);
    }
    const [first] = this.apart;
    const [event] = first?.events ?? [];
    if (first === undefined || event === undefined) return [];
    const calls = Math.min(this.props.callsNow(first), CALLS_A_WEIGHT * this.props.weight(event));
    if (calls > 0) return this.apart.splice(0, calls);
    for (const job of this.apart.splice(0)) this.props.onLate(job);
    return [];
  }

  private take(most: number, isOne: (job: Job<E>) => boolean): readonly Job<E>[] {
    const end = this.waiting.slice(0, most).findIndex((job) => !isOne(job));
    return this.waiting.splice(0, end === -1 ? most : end);
  }

  private whole(events: readonly E[]): Job<E>[] {
    return this.props.batched(events).map((batch) => ({ ...batch, wholes: [] }));
  }
}
