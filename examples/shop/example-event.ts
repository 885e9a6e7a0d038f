/** One event of the day: what is handed over, how, and what must become of it. */
import { Random } from './random';
import type { Kind } from './writing';

export interface ExampleEvent {
  readonly kind: Kind;
  /** `browser` goes to /collect from a page, `server` to /events from a back end. */
  readonly via: 'browser' | 'server';
  /** Milliseconds since 1970. */
  readonly happenedAt: number;
  /** As the shop's system writes it. */
  readonly event: unknown;
  /** What a browser says of itself beside the body. */
  readonly browser?: { readonly userAgent: string; readonly page: string; readonly cookie?: string };
  /** What is wrong with it; an event with a mistake must be refused, one without must be accepted. */
  readonly mistake?: string;
}

export interface DayOptions {
  /** End of the day, in milliseconds since 1970. */
  readonly now: number;
  /** In front of each event_id, so that no two runs send the same one. */
  readonly run: string;
  readonly seed?: number;
}

const DAY = 24 * 60 * 60 * 1_000;

/** What all parts of a day share: its chance, its ids and its hours. */
export class Day {
  public readonly random: Random;
  private count = 0;

  public constructor(private readonly options: DayOptions) {
    this.random = new Random(options.seed ?? 1);
  }

  public nextId(what: string): string {
    this.count += 1;
    return `${this.options.run}-${what}-${String(this.count).padStart(5, '0')}`;
  }

  /** A moment of the past 24 hours that leaves time for a visit before now. */
  public moment(): number {
    return this.options.now - 30 * 60_000 - Math.floor(this.random.next() * (DAY - 60 * 60_000));
  }

  public ago(milliseconds: number): number {
    return this.options.now - milliseconds;
  }
}
