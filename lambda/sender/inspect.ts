/** Messages → events that may be sent, each once, and dead letters for those that may not. */
import { type AgePolicy, delayOf, expiry, isLate } from './age';
import type { Outgoing } from './batches';
import type { DeadLetter } from './dead-letters';
import type { LineMemories } from './line-memory';
import { type Part, partsOf } from './parts';
import { type Defect, type ReadMessage, readMessage } from './read-message';
import type { Received } from './received';
import type { TakenEvents } from './taken';
import { tooUncertain, type UncertainEvents } from './unconfirmed';

/** One event, and the parts of messages that carry it: SQS may hand a message out twice, and a caller may send an event twice. */
export interface Candidate extends Outgoing {
  readonly parts: Part[];
  readonly late: boolean;
  /** Seconds from a web event until now; others may be reported long after they happened. */
  readonly delay: number | undefined;
}

export interface SendPolicy extends AgePolicy {
  /** The ad account that events are delivered to. */
  readonly adAccountId: string;
}

export interface Inspected {
  readonly parts: readonly Part[];
  readonly candidates: readonly Candidate[];
  readonly letters: readonly DeadLetter[];
  /** Events that Pinterest has taken before: they are finished. */
  readonly copies: number;
}

export interface InspectProps {
  readonly policy: SendPolicy;
  readonly lines: Pick<LineMemories, 'uncertain' | 'live'>;
  readonly now: () => number;
}

export function inspect(
  messages: readonly Received[],
  { policy, lines: { uncertain, live }, now: clock }: InspectProps,
): Inspected {
  const now = clock();
  const parts = messages.flatMap(partsOf);
  const letters: DeadLetter[] = [];
  const events = new Events();
  let copies = 0;
  for (const part of parts) {
    const read = readMessage(part.queued);
    if (isCopy(read, part, live.taken)) {
      copies++;
      continue;
    }
    const fault = faultOf(read, part, { now, policy, uncertain });
    if (fault !== undefined) letters.push({ part, ...fault });
    else if (!isDefect(read)) events.add(read, part, now);
  }
  return { parts, candidates: events.all, letters, copies };
}

class Events {
  public readonly all: Candidate[] = [];
  private readonly byId = new Map<string, Candidate[]>();

  public add(read: ReadMessage, part: Part, now: number): void {
    const { id, json, test } = read;
    const ofThisId = this.byId.get(id) ?? [];
    const same = ofThisId.find((other) => other.test === test && other.json === json);
    if (same !== undefined) {
      same.parts.push(part);
      return;
    }
    const { receives } = part;
    const candidate = { json, test, receives, late: isLate(read, now), delay: delayOf(read, now), parts: [part] };
    this.all.push(candidate);
    ofThisId.push(candidate);
    this.byId.set(id, ofThisId);
  }
}

const isDefect = (read: ReadMessage | Defect): read is Defect => 'defect' in read;

/** Only what comes again is asked of: what comes for the first time is young enough for Pinterest to know its id. */
const isCopy = (read: ReadMessage | Defect, { receives }: Part, taken: TakenEvents): boolean =>
  receives > 1 && !isDefect(read) && !read.test && taken.has(read.json);

function faultOf(
  read: ReadMessage | Defect,
  part: Part,
  { now, policy, uncertain }: { now: number; policy: SendPolicy; uncertain: UncertainEvents },
): Pick<DeadLetter, 'reason' | 'text'> | undefined {
  if (isDefect(read)) return { reason: 'defect', text: read.defect };
  const { ad_account_id: account = policy.adAccountId } = part.queued ?? {};
  if (account !== policy.adAccountId)
    return { reason: 'other-account', text: `accepted for ${named(account)}, not for ${policy.adAccountId}` };
  const doubt = tooUncertain(Math.max(part.unconfirmed, uncertain.times(read.json)), isLate(read, now));
  if (doubt !== undefined) return { reason: 'unconfirmed', text: doubt };
  const expired = expiry(read, part.queuedAt, now, policy);
  if (expired !== undefined) return { reason: 'expired', text: expired };
  return policy.lateEvents === 'put-aside' && isLate(read, now)
    ? { reason: 'late', text: 'a web event of more than an hour, which Pinterest would count as offline' }
    : undefined;
}

/** Nothing else is repeated in logs and attributes: whoever may write to the queue could put anything there. */
const named = (account: unknown): string =>
  /^\d{1,20}$/.test(String(account)) ? `ad account ${account}` : 'another ad account';
