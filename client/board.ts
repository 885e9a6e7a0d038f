/** What is known of each event of one `send`, while it runs and when it has ended. */
import type { ConversionEvent } from './event';
import type { Prepared, Unwritable } from './prepare';
import type { EventAnswer } from './read-answer';
import type { EventResult, SendResult } from './result';

type Line = EventResult<'processed' | 'failed' | 'unsent'>;

export class Board {
  readonly #lines: Line[] = [];
  readonly #open = new Map<number, Prepared>();

  public constructor(events: readonly (Prepared | Unwritable)[]) {
    for (const event of events) {
      const error = 'fault' in event ? event.fault : undefined;
      const eventId = 'fault' in event ? undefined : event.eventId;
      this.#lines.push({ status: error ? 'failed' : 'unsent', eventId, error, warning: undefined, attempts: 0 });
      if (!('fault' in event)) this.#open.set(event.index, event);
    }
  }

  /** Those that nothing final is known of. */
  public open(): Prepared[] {
    return [...this.#open.values()];
  }

  public isOpen({ index }: Prepared): boolean {
    return this.#open.has(index);
  }

  public tried(events: readonly Prepared[]): void {
    for (const { index } of events) this.#change(index, ({ attempts }) => ({ attempts: attempts + 1 }));
  }

  public answered({ index }: Prepared, answer: EventAnswer): void {
    this.#change(index, () => answer);
    this.#open.delete(index);
  }

  public get size(): number {
    return this.#lines.length;
  }

  public lines(): readonly Line[] {
    return this.#lines;
  }

  /** As they would have been sent, with their ids. */
  public unsent(): ConversionEvent[] {
    return this.open().map(({ json }) => JSON.parse(json));
  }

  public result(): SendResult {
    const results = this.#lines.filter((line): line is EventResult => line.status !== 'unsent');
    const processed = results.filter(({ status }) => status === 'processed').length;
    return { processed, failed: results.length - processed, results };
  }

  #change(index: number, to: (line: Line) => Partial<Line>): void {
    const line = this.#lines[index];
    if (line !== undefined) this.#lines[index] = { ...line, ...to(line) };
  }
}
