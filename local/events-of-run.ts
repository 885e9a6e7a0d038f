/**
 * What an invocation of the sender did with single events. Lambda's event source only knows messages; one that is finished may
 * have been delivered, put aside or moved to the backlog.
 */
import type { QueuedEvent, WaitingEvents } from '../contract/queued-event';
import type { SenderRun } from './event-source';

export interface EventsOfRun {
  /** Delivered, or dead letters. */
  readonly done: readonly QueuedEvent[];
  readonly held: readonly QueuedEvent[];
  /** Why the run as a whole failed, when it threw. */
  readonly error?: string;
}

/** @param backlog The events of the backlog after the run. */
export function eventsOfRun({ records, failed, error }: SenderRun, backlog: readonly QueuedEvent[]): EventsOfRun {
  const moved = new Set(backlog.map(keyOf));
  const done: QueuedEvent[] = [];
  const held: QueuedEvent[] = [];
  for (const { messageId, body } of records) {
    for (const queued of eventsIn(body)) (failed.has(messageId) || moved.has(keyOf(queued)) ? held : done).push(queued);
  }
  return { done, held, ...(error !== undefined && { error }) };
}

const keyOf = ({ event, test }: QueuedEvent): string => JSON.stringify([event.event_name, event.event_id, test]);

function eventsIn(body: string): readonly QueuedEvent[] {
  const content: QueuedEvent | WaitingEvents = JSON.parse(body);
  return content.v === 2 ? content.events : [content];
}
