/** Time for the models: the real one, or one that jumps to whatever is due next, so that a day takes a second. */
import { setTimeout as pause } from 'node:timers/promises';
import { Heap } from './heap';

export interface Clock {
  /** Milliseconds. */
  readonly now: number;
  /** Ends early, without an error, when `signal` is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export const realClock: Clock = {
  get now() {
    return Date.now();
  },
  sleep: (milliseconds, signal) => pause(milliseconds, undefined, { signal }).catch(() => undefined),
};

interface Due {
  readonly wake: () => void;
  cancelled: boolean;
}

/** Everybody who waits, waits here: when nothing else is left to do, time is what is due next. */
export class JumpingClock implements Clock {
  private time: number;
  private readonly due = new Heap<Due>();

  public constructor(start = 0) {
    this.time = start;
  }

  public get now(): number {
    return this.time;
  }

  public sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = () => {
        cancel();
        resolve();
      };
      const cancel = this.at(this.time + milliseconds, () => {
        signal?.removeEventListener('abort', end);
        resolve();
      });
      signal?.addEventListener('abort', end, { once: true });
    });
  }

  /** Returns how to call it off. */
  public at(time: number, wake: () => void): () => void {
    const due: Due = { wake, cancelled: false };
    if (time < Number.POSITIVE_INFINITY) this.due.push(Math.max(time, this.time), due);
    return () => {
      due.cancelled = true;
    };
  }

  /** Runs what is due up to `latest`, or until `isOver`; afterwards it is `latest` unless it was over before. */
  public async run(latest: number, isOver: () => boolean = () => false): Promise<void> {
    for (;;) {
      await everybodyWaits();
      if (isOver()) return;
      while (this.due.first?.value.cancelled) this.due.pop();
      const { first } = this.due;
      if (first === undefined || first.at > latest) break;
      this.time = first.at;
      this.due.pop()?.wake();
    }
    if (Number.isFinite(latest)) this.time = Math.max(this.time, latest);
  }
}

/** Promises that wait for no time are settled before this is. */
const everybodyWaits = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
