/** A message's body → the event as it may leave, or what is wrong with it. */
import type { PinterestEvent } from '../../contract/pinterest-event';
import type { QueuedEvent } from '../../contract/queued-event';
import { defectOf } from './last-gate';
import { matched, type ReadMessage } from './message-pattern';

export interface Defect {
  readonly defect: string;
}

export const readMessage = (body: string): ReadMessage | Defect => matched(body) ?? parsed(body);

/** The message in whatever form somebody else has written it. */
export function parsed(body: string): ReadMessage | Defect {
  let queued: Partial<QueuedEvent>;
  try {
    queued = JSON.parse(body) ?? {};
  } catch {
    return { defect: 'the message is not JSON' };
  }
  const defect = defectOf(queued.event);
  if (defect !== undefined) return { defect };
  // A test that is sent live counts as a conversion, so nothing is guessed here.
  if (typeof queued.test !== 'boolean') return { defect: 'the message does not say whether the event is a test' };
  const event = queued.event as PinterestEvent;
  const { event_id, action_source, event_time } = event;
  return { json: JSON.stringify(event), test: queued.test, id: event_id, action_source, event_time };
}
