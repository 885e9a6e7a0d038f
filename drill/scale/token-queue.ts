/**
 * A standard queue for millions of messages: any visible message is as likely as any other, the invisible ones wait in
 * buckets of a second, and no more than a limit is in flight. `sim/sqs/queue.ts` is the same for thousands, message by message.
 */
import type { Random } from '../../sim/random';

/** Held back together: a token of the main queue, or a pack of the backlog queue. */
export interface Token {
  readonly sentAt: number;
  /** When the events in it were accepted, one number for each token of the main queue. */
  readonly accepted: readonly number[];
  receives: number;
}

/** Seconds; longer than any back-off, so that a bucket is empty before its turn comes again. */
const WHEEL = 8_192;

export class TokenQueue {
  public inFlight = 0;
  private readonly visible: Token[] = [];
  private readonly wheel: Token[][] = Array.from({ length: WHEEL }, () => []);
  private revealedUntil = Number.NEGATIVE_INFINITY;

  public constructor(
    private readonly random: Random,
    private readonly mostInFlight: number,
    /** Messages that a token stands for. */
    public readonly messages: number,
  ) {}

  public get waiting(): number {
    return this.visible.length;
  }

  public send(sentAt: number, accepted: readonly number[]): void {
    this.visible.push({ sentAt, accepted, receives: 0 });
  }

  /** Any token, now in flight; undefined when none is visible, or too many are in flight. */
  public receive(): Token | undefined {
    const { visible } = this;
    if (visible.length === 0 || this.inFlight + this.messages > this.mostInFlight) return undefined;
    const index = this.random.below(visible.length);
    const token = visible[index];
    const last = visible.pop();
    if (last !== undefined && index < visible.length) visible[index] = last;
    if (token === undefined) return undefined;
    token.receives++;
    this.inFlight += this.messages;
    return token;
  }

  /** It stays in flight until then. */
  public hide(token: Token, until: number): void {
    this.wheel[Math.ceil(until) % WHEEL]?.push(token);
  }

  public delete(): void {
    this.inFlight -= this.messages;
  }

  /** What is due becomes visible. To be called at least once a second. */
  public reveal(now: number): void {
    const second = Math.floor(now);
    if (second <= this.revealedUntil) return;
    this.revealedUntil = second;
    const bucket = this.wheel[second % WHEEL] ?? [];
    for (const token of bucket) this.visible.push(token);
    this.inFlight -= bucket.length * this.messages;
    bucket.length = 0;
  }
}
