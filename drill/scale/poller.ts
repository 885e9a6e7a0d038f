/**
 * A poller of the event source in the steps of the scale model's clock: it receives until the batch is full or the window
 * is over, has its environment run, and begins anew. `sim/poller.ts` is the same on a clock that jumps.
 */
import { MOST_A_RECEIVE } from '../../sim/poller';
import { Sender } from './sender';
import { KILOBYTES_AN_EVENT } from './setting';
import type { Token, TokenQueue } from './token-queue';
import type { World } from './world';

export interface Batching {
  /** Messages. */
  readonly size: number;
  readonly windowSeconds: number;
}

/** Seconds; sums of tenths are not exact. */
const SLACK = 1e-6;

/** Of a synchronous invocation. */
const MOST_KILOBYTES = 6_000;

export class Poller {
  private readonly sender: Sender;
  private tokens: Token[] = [];
  private kilobytes = 0;
  private deadline = Number.POSITIVE_INFINITY;
  private freeAt: number;

  public constructor(
    private readonly world: World,
    private readonly queue: TokenQueue,
    private readonly batching: Batching,
    startsAt: number,
  ) {
    this.sender = new Sender(world, queue);
    this.freeAt = startsAt;
  }

  public step(now: number): void {
    if (now + SLACK < this.freeAt) return;
    while (this.freeAt <= now + SLACK && !this.isDue(now) && this.receive(now));
    if (this.isDue(now)) this.invoke(now);
  }

  private get pause(): number {
    return 1 / this.world.setting.pollsASecond;
  }

  private isDue(now: number): boolean {
    return now + SLACK >= this.deadline || this.room === 0 || this.kilobytes >= MOST_KILOBYTES;
  }

  /** Tokens that the batch has room for. */
  private get room(): number {
    return Math.max(0, Math.floor(this.batching.size / this.queue.messages) - this.tokens.length);
  }

  /** One receive; false when it brings nothing. */
  private receive(now: number): boolean {
    const { eventsAToken, requests, setting } = this.world;
    const { pollsASecond, megabytesASecond } = setting;
    const most = Number.isFinite(pollsASecond) ? MOST_A_RECEIVE / this.queue.messages : this.room;
    let kilobytes = 0;
    for (let left = Math.min(this.room, Math.max(1, Math.floor(most))); left > 0; left--) {
      const token = this.queue.receive();
      if (token === undefined) break;
      this.tokens.push(token);
      kilobytes += token.accepted.length * eventsAToken * KILOBYTES_AN_EVENT;
    }
    if (kilobytes === 0) return false;
    if (this.deadline === Number.POSITIVE_INFINITY) this.deadline = now + this.batching.windowSeconds;
    this.kilobytes += kilobytes;
    requests.carry(kilobytes);
    this.freeAt = now + Math.max(this.pause, kilobytes / 1_000 / megabytesASecond);
    return true;
  }

  private invoke(now: number): void {
    this.freeAt = this.sender.run(this.tokens, Math.max(now, this.freeAt));
    this.tokens = [];
    this.kilobytes = 0;
    this.deadline = Number.POSITIVE_INFINITY;
  }
}
