/**
 * One environment of the sender: what an invocation does with its messages, in counts. What is received for the first time
 * goes first, in POSTs of its own; what is held is hidden for its back-off, or packed into the backlog queue.
 */
import { MAX_EVENTS_PER_REQUEST } from '../../contract/request-limits';
import { backOffSeconds } from '../../lambda/sender/back-off';
import { Breaker } from './breaker';
import { KILOBYTES_AN_EVENT } from './setting';
import type { Token, TokenQueue } from './token-queue';
import type { World } from './world';

export class Sender {
  private readonly breaker: Breaker;

  public constructor(
    private readonly world: World,
    private readonly queue: TokenQueue,
  ) {
    this.breaker = new Breaker(world.random);
  }

  /** Returns when the invocation ends. */
  public run(tokens: readonly Token[], start: number): number {
    const { setting, requests } = this.world;
    let now = start;
    const held: Token[] = [];
    for (const post of this.posts(tokens)) {
      if (held.length > 0 || this.breaker.isOpen(now)) held.push(...post);
      else if (this.world.pinterest.takes(now)) {
        now += setting.postSeconds;
        this.breaker.worked();
        for (const token of post) this.deliver(token, now);
        requests.settle(this.messagesOf(post));
      } else {
        now += setting.failedSeconds;
        this.breaker.failed(now);
        held.push(...post);
      }
    }
    now += setting.settleSeconds;
    this.hold(held, now);
    return now;
  }

  private posts(tokens: readonly Token[]): Token[][] {
    const posts: Token[][] = [];
    const first = tokens.filter(({ receives }) => receives === 1);
    const others = tokens.filter(({ receives }) => receives > 1);
    for (const group of [first, others]) {
      let room = 0;
      for (const token of group) {
        const events = token.accepted.length * this.world.eventsAToken;
        if (room < events) {
          posts.push([]);
          room = MAX_EVENTS_PER_REQUEST;
        }
        posts.at(-1)?.push(token);
        room -= events;
      }
    }
    return posts;
  }

  private deliver(token: Token, now: number): void {
    this.queue.delete();
    this.world.delivered(token.accepted, now);
  }

  private hold(held: readonly Token[], now: number): void {
    const { world } = this;
    const { design, backlog } = world.setting;
    const canMove = this.queue === world.main && design === 'backlog queue';
    const moves = ({ receives }: Token) => canMove && receives >= backlog.movesAt;
    const kept = held.filter((token) => !moves(token));
    for (const token of kept) this.queue.hide(token, now + this.backOff(token, now));
    world.requests.settle(this.messagesOf(kept));
    this.move(held.filter(moves), now);
  }

  /** Nothing is known of a single event in an outage, so all count as not tried. */
  private backOff({ receives, sentAt }: Token, now: number): number {
    const waiting = { receiveCount: receives, waitedSeconds: now - sentAt, untried: true };
    return Math.min(this.world.setting.longestBackOffSeconds, backOffSeconds(waiting, 0, this.world.random()));
  }

  private move(tokens: readonly Token[], now: number): void {
    const { eventsAToken, backlog, requests, setting } = this.world;
    const size = Math.max(1, Math.floor(setting.backlog.packEvents / eventsAToken));
    for (let start = 0; start < tokens.length; start += size) {
      const pack = tokens.slice(start, start + size).flatMap(({ accepted }) => accepted);
      backlog.send(now, pack);
      requests.carry(pack.length * eventsAToken * KILOBYTES_AN_EVENT);
    }
    for (const _ of tokens) this.queue.delete();
    requests.settle(this.messagesOf(tokens));
  }

  private messagesOf(tokens: readonly Token[]): number {
    return tokens.length * this.queue.messages;
  }
}
