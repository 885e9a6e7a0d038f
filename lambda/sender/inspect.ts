/** Messages → events that may be sent, each once, and dead letters for those that may not. */
import { type AgePolicy, delayOf, expiry, isLate } from './age';
import type { Outgoing } from './batches';
import type { DeadLetter } from './dead-letters';
import { type Defect, type ReadMessage, readMessage } from './read-message';
import type { Received } from './received';

/** One event, and the messages that carry it: SQS may hand a message out twice, and a caller may send an event twice. */
export interface Candidate extends Outgoing {
  readonly messages: Received[];
  readonly late: boolean;
  /** Seconds from a web event until now; others may be reported long after they happened. */
  readonly delay: number | undefined;
}

export interface Inspected {
  readonly candidates: readonly Candidate[];
  readonly letters: readonly DeadLetter[];
}

export function inspect(messages: readonly Received[], now: number, policy: AgePolicy): Inspected {
  const letters: DeadLetter[] = [];
  const events = new Events();
  for (const message of messages) {
    const read = readMessage(message.body);
    const fault = faultOf(read, message, now, policy);
    if (fault !== undefined) letters.push({ message, ...fault });
    else if (!isDefect(read)) events.add(read, message, now);
  }
  return { candidates: events.all, letters };
}

class Events {
  public readonly all: Candidate[] = [];
  private readonly byId = new Map<string, Candidate[]>();

  public add(read: ReadMessage, message: Received, now: number): void {
    const { id, json, test } = read;
    const ofThisId = this.byId.get(id) ?? [];
    const same = ofThisId.find((other) => other.test === test && other.json === json);
    if (same !== undefined) {
      same.messages.push(message);
      return;
    }
    const { receiveCount: receives } = message;
    const candidate = { json, test, receives, late: isLate(read, now), delay: delayOf(read, now), messages: [message] };
    this.all.push(candidate);
    ofThisId.push(candidate);
    this.byId.set(id, ofThisId);
  }
}

const isDefect = (read: ReadMessage | Defect): read is Defect => 'defect' in read;

function faultOf(
  read: ReadMessage | Defect,
  message: Received,
  now: number,
  policy: AgePolicy,
): Pick<DeadLetter, 'reason' | 'text'> | undefined {
  if (isDefect(read)) return { reason: 'defect', text: read.defect };
  const expired = expiry(read, message, now, policy);
  if (expired !== undefined) return { reason: 'expired', text: expired };
  return policy.lateEvents === 'put-aside' && isLate(read, now)
    ? { reason: 'late', text: 'a web event of more than an hour, which Pinterest would count as offline' }
    : undefined;
}
