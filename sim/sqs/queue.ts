/**
 * A standard queue of SQS as far as it matters here: no order, visibility timeouts of at most 12 hours from the receive,
 * receive counts with redrive, 14 days of retention, and at most 120,000 messages in flight.
 */
import { Heap } from '../heap';
import type { Random } from '../random';

/** A message as SQS hands it out. */
export interface Received {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly receiveCount: number;
  /** Milliseconds. */
  readonly sentAt: number;
}

export interface Limits {
  readonly visibilityTimeoutSeconds: number;
  readonly maxReceiveCount: number;
  readonly retentionSeconds: number;
  readonly mostInFlight: number;
}

export interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  receives: number;
  receivedAt: number;
  /** Grows with each change of visibility, so that earlier ones no longer count. */
  version: number;
  deleted: boolean;
  /** Until its delay is over it counts as in nobody's flight. */
  isDelayed: boolean;
}

/** Messages in flight that SQS allows. */
export const MOST_IN_FLIGHT = 120_000;

const LONGEST_INVISIBLE_MS = 12 * 3_600_000;

export class Queue {
  /** What SQS itself moved to the dead-letter queue, without a reason, and what it deleted because of its age. */
  public readonly redriven: Message[] = [];
  public readonly outlived: Message[] = [];
  public mostReceives = 0;
  /** Messages that somebody has received, and that are neither deleted nor visible again. */
  public inFlight = 0;

  private readonly messages = new Map<string, Message>();
  private readonly ready: Message[] = [];
  private readonly hidden = new Heap<{ message: Message; version: number }>();
  private sent = 0;
  private readonly listeners = new Set<() => void>();

  public constructor(
    private readonly random: Random,
    private readonly limits: Limits,
  ) {}

  /** @param delaySeconds Until it can be received; nobody holds it meanwhile, so it does not count as in flight. */
  public send(body: string, now: number, delaySeconds = 0): void {
    const id = `m${this.sent++}`;
    const isDelayed = delaySeconds > 0;
    const message = { id, body, sentAt: now, receives: 0, receivedAt: 0, version: 0, deleted: false, isDelayed };
    this.messages.set(id, message);
    if (isDelayed) this.hide(message, now + delaySeconds * 1_000);
    else this.ready.push(message);
    this.tellOfArrival();
  }

  /** Calls when something is sent, or comes back before its time. Returns how to stop that. */
  public onArrival(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  public get depth(): number {
    return this.messages.size;
  }

  public bodies(): string[] {
    return [...this.messages.values()].map(({ body }) => body);
  }

  /** Milliseconds; SQS leaves a message out of its age once it has handed it out three times. */
  public oldestAge(now: number): number {
    let oldest = now;
    for (const { sentAt, receives } of this.messages.values()) if (receives < 3) oldest = Math.min(oldest, sentAt);
    return now - oldest;
  }

  /** When a receive brings something, at `now` or later. */
  public nextAt(now: number): number {
    this.reveal(now);
    if (this.ready.length > 0 && this.inFlight < this.limits.mostInFlight) return now;
    return this.hidden.first?.at ?? Number.POSITIVE_INFINITY;
  }

  /** @param isDuplicate Whether SQS hands this message out once more, as if it had not done so. */
  public receive(most: number, now: number, isDuplicate: (message: Message) => boolean): Received[] {
    this.reveal(now);
    const received: Received[] = [];
    const again: Message[] = [];
    while (received.length < most && this.ready.length > 0 && this.inFlight < this.limits.mostInFlight) {
      const message = this.takeAny();
      if (message === undefined || message.deleted || this.isOver(message, now)) continue;
      message.receivedAt = now;
      received.push({
        messageId: message.id,
        receiptHandle: `${message.id}/${message.receives}`,
        body: message.body,
        receiveCount: message.receives,
        sentAt: message.sentAt,
      });
      if (isDuplicate(message)) again.push(message);
      else this.hide(message, now + this.limits.visibilityTimeoutSeconds * 1_000);
    }
    this.ready.push(...again);
    return received;
  }

  /** False as SQS answers with an error: for an old receipt, or for more than 12 hours in all. */
  public changeVisibility(receipt: string, seconds: number, now: number): boolean {
    const message = this.held(receipt);
    const until = now + seconds * 1_000;
    if (message === undefined || until - message.receivedAt > LONGEST_INVISIBLE_MS) return false;
    this.inFlight--;
    this.hide(message, until);
    this.tellOfArrival();
    return true;
  }

  private tellOfArrival(): void {
    for (const listener of this.listeners) listener();
  }

  /** Returns what it held; undefined when it was deleted before. */
  public delete(receipt: string): string | undefined {
    const message = this.messages.get(receipt.split('/')[0] ?? '');
    if (message === undefined) return undefined;
    if (message.version % 2 === 1) this.inFlight--;
    message.version += 2;
    message.deleted = true;
    this.messages.delete(message.id);
    return message.body;
  }

  /** The message of a receipt, while it is hidden because of that very receive. */
  private held(receipt: string): Message | undefined {
    const [id = '', receives] = receipt.split('/');
    const message = this.messages.get(id);
    return message !== undefined && message.version % 2 === 1 && message.receives === Number(receives)
      ? message
      : undefined;
  }

  /** An odd version is hidden, an even one is not. */
  private hide(message: Message, until: number): void {
    message.version += message.version % 2 === 0 ? 1 : 2;
    if (!message.isDelayed) this.inFlight++;
    this.hidden.push(until, { message, version: message.version });
  }

  private reveal(now: number): void {
    for (let due = this.hidden.first; due !== undefined && due.at <= now; due = this.hidden.first) {
      this.hidden.pop();
      const { message, version } = due.value;
      if (message.deleted || message.version !== version) continue;
      message.version++;
      if (!message.isDelayed) this.inFlight--;
      message.isDelayed = false;
      this.ready.push(message);
    }
  }

  private takeAny(): Message | undefined {
    const index = this.random.whole(0, this.ready.length - 1);
    const message = this.ready[index];
    const last = this.ready.pop();
    if (last !== undefined && index < this.ready.length) this.ready[index] = last;
    return message;
  }

  /** Whether SQS is done with it; counts this receive. */
  private isOver(message: Message, now: number): boolean {
    message.receives++;
    this.mostReceives = Math.max(this.mostReceives, message.receives);
    const outlived = now - message.sentAt > this.limits.retentionSeconds * 1_000;
    if (!outlived && message.receives <= this.limits.maxReceiveCount) return false;
    (outlived ? this.outlived : this.redriven).push(message);
    message.deleted = true;
    this.messages.delete(message.id);
    return true;
  }
}
