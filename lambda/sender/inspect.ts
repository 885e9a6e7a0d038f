/** Messages → events that may be sent, each once, and dead letters for those that may not. */
import type { PinterestEvent } from '../event/pinterest-event';
import type { QueuedEvent } from '../event/queued-event';
import { type AgePolicy, expiry, isLate } from './age';
import type { Outgoing } from './batches';
import type { DeadLetter } from './dead-letters';
import { defectOf } from './last-gate';
import type { Received } from './received';

/** One event, and the messages that carry it: SQS may hand a message out twice, and a caller may send an event twice. */
export interface Candidate extends Outgoing {
  readonly messages: Received[];
  readonly late: boolean;
}

export interface Inspected {
  readonly candidates: readonly Candidate[];
  readonly letters: readonly DeadLetter[];
}

export function inspect(messages: readonly Received[], now: number, policy: AgePolicy): Inspected {
  const candidates = new Map<string, Candidate>();
  const letters: DeadLetter[] = [];
  for (const message of messages) {
    const found = look(message, now, policy);
    if ('reason' in found) {
      letters.push(found);
      continue;
    }
    const key = `${found.test}${found.json}`;
    const same = candidates.get(key);
    if (same === undefined) candidates.set(key, found);
    else same.messages.push(message);
  }
  return { candidates: [...candidates.values()], letters };
}

function look(message: Received, now: number, policy: AgePolicy): Candidate | DeadLetter {
  const queued = parse(message.body);
  if (queued === undefined) return { message, reason: 'defect', text: 'the message is not JSON' };
  const defect = defectOf(queued.event);
  if (defect !== undefined) return { message, reason: 'defect', text: defect };
  // A test that is sent live counts as a conversion, so nothing is guessed here.
  if (typeof queued.test !== 'boolean') {
    return { message, reason: 'defect', text: 'the message does not say whether the event is a test' };
  }
  const event = queued.event as PinterestEvent;
  const expired = expiry(event, message, now, policy);
  if (expired !== undefined) return { message, reason: 'expired', text: expired };
  const late = isLate(event, now);
  if (late && policy.lateEvents === 'put-aside') {
    return {
      message,
      reason: 'late',
      text: 'a web event of more than an hour, which Pinterest would count as offline',
    };
  }
  return { json: JSON.stringify(event), test: queued.test, messages: [message], late };
}

/** The message as we write them, in whatever form someone else has written it; undefined when it is not JSON. */
function parse(body: string): Partial<QueuedEvent> | undefined {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return undefined;
  }
}
