/** A queued event → the event as it may leave, or what is wrong with it. */
import type { PinterestEvent } from '../../contract/pinterest-event';
import type { QueuedEvent } from '../../contract/queued-event';
import { defectOf } from './last-gate';

export interface Defect {
  readonly defect: string;
}

export interface ReadMessage {
  /** The event's JSON as it may leave: written anew, so that it holds one value a key, the one that was looked at. */
  readonly json: string;
  readonly test: boolean;
  readonly id: string;
  readonly action_source: string;
  readonly event_time: number;
}

/** @param queued Undefined when the message is no JSON object. */
export function readMessage(queued: Partial<QueuedEvent> | undefined): ReadMessage | Defect {
  if (queued === undefined) return { defect: 'the message is no JSON object' };
  const defect = defectOf(queued.event);
  if (defect !== undefined) return { defect };
  // A test that is sent live counts as a conversion, so nothing is guessed here.
  if (typeof queued.test !== 'boolean') return { defect: 'the message does not say whether the event is a test' };
  const event = queued.event as PinterestEvent;
  const { event_id, action_source, event_time } = event;
  return { json: JSON.stringify(event), test: queued.test, id: event_id, action_source, event_time };
}
