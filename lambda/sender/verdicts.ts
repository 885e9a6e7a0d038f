/** What becomes of each event, and what its line remembers of that for the next ones. */
import type { Job } from './agenda';
import { isFresh, type Outgoing } from './batches';
import { type EventReply, NO_MESSAGE } from './classify';
import { isDoubtful, LONE, LONE_RETRY_SECONDS, type Summary, TRIES_BEFORE_BELIEF } from './doubts';
import { type Hold, held } from './hold';
import type { LineMemory } from './line-memory';
import { callsAnEvent, type Share } from './shares';
import { blame, settled } from './wholes';

export type Outcome =
  | { readonly kind: 'delivered' }
  | {
      readonly kind: 'rejected';
      readonly reason: 'rejected' | 'undeliverable';
      readonly status?: number;
      readonly message: string;
    }
  | Hold;

/** An event that looks like others which were refused is sent twice before it is believed to be no better. */
const CALLS_APART = 2;

export class Verdicts<E extends Outgoing> {
  public readonly outcomes = new Map<E, Outcome>();
  private readonly open = new Set<E>();

  public constructor(private readonly line: LineMemory) {}

  public shareOf(job: Job<E>): Share {
    return isFresh(job) ? this.line.shares.fresh : this.line.shares.returned;
  }

  public read(job: Job<E>, status: number, results: readonly EventReply[], told: Summary): void {
    job.events.forEach((event, index) => {
      const reply = results[index] ?? UNREADABLE;
      if (reply.status === 'unreadable') this.open.add(event);
      if (reply.status === 'processed') this.delivered(event);
      else if (isDoubtful(reply)) this.doubt(event, job, reply.message || `HTTP ${status} without a result`);
      else if (told.isMostFailed && event.receives < TRIES_BEFORE_BELIEF) this.outcomes.set(event, MOST_REFUSED);
      else this.outcomes.set(event, rejected(status, reply.message));
    });
    this.line.taken.add(
      job.events.filter((_, index) => results[index]?.status === 'processed').map(({ json }) => json),
    );
    if (!job.isApart) this.shareOf(job).taken(job.events.length - told.notTaken);
    this.done(job, told.notTaken);
  }

  /** Pinterest took some of these, and did not say which. */
  public openFor({ events }: Job<E>): void {
    for (const event of events) this.open.add(event);
  }

  public isOpen(event: E): boolean {
    return this.open.has(event);
  }

  /** One event that was refused alone, and again after Pinterest took another. */
  public refused(job: Job<E>, status: number, message: string): void {
    for (const event of job.events) {
      this.outcomes.set(event, rejected(status, message));
      this.line.patterns.refused(event);
    }
    if (!job.isApart) this.shareOf(job).refused(job.events.length);
    this.done(job, 1);
  }

  /** One event that failed by itself while Pinterest is well. */
  public alone(job: Job<E>, detail: string): void {
    for (const event of job.events) this.doubt(event, job, detail);
    this.done(job, 1);
  }

  /** There is no time left for it, or Pinterest would be called too often. */
  public late(job: Job<E>): void {
    const calls = job.isApart ? CALLS_APART : callsAnEvent(this.shareOf(job).now());
    for (const event of job.events) {
      this.outcomes.set(event, { ...LATE, untried: true, retryAfterSeconds: this.line.pace.turn(calls) });
    }
  }

  public hold(events: readonly E[], hold: Hold): void {
    for (const event of events) this.outcomes.set(event, { ...hold, untried: true });
  }

  private delivered(event: E): void {
    this.outcomes.set(event, { kind: 'delivered' });
    this.line.patterns.taken(event);
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

  private done({ wholes }: Job<E>, culprits: number): void {
    blame(wholes, culprits);
    for (const size of settled(wholes)) this.line.wasTooLarge(size);
  }
}

const UNREADABLE = { status: 'unreadable', message: '' } as const;

const MOST_REFUSED = held('request', 'more than half of the events are refused');

const LATE = held('time', 'others come before events that may be refused');

const rejected = (status: number, message: string): Outcome => ({
  kind: 'rejected',
  reason: 'rejected',
  status,
  message: message || NO_MESSAGE,
});
