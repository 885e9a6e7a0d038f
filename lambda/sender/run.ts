/** One run of the sender: messages in, events delivered, and the list of messages that SQS has to keep. */
import type { QueuedEvent } from '../event/queued-event';
import { METRICS } from '../telemetry/metric-names';
import { type DeliverProps, deliver, type Hold, type Outcome } from './deliver';
import { defectOf } from './last-gate';
import { backOff, type DeadLetter, type HeldMessage, type Received, type SettleProps, sendDeadLetters } from './settle';

export interface RunProps extends DeliverProps, SettleProps {}

/** Thrown when every message of a run was held: Lambda then slows its polling, which a list of failures does not. */
export class AllHeldError extends Error {
  public override readonly name = 'AllHeldError';

  public constructor(count: number, { cause, detail }: Hold) {
    super(`${count} events stay queued: ${cause} (${detail})`);
  }
}

interface Candidate {
  readonly message: Received;
  readonly json: string;
  readonly test: boolean;
}

export async function run(messages: readonly Received[], props: RunProps): Promise<readonly string[]> {
  const { candidates, defects } = inspect(messages);
  const outcomes = await deliver(candidates, props);

  const letters: DeadLetter[] = [...defects];
  const held: HeldMessage[] = [];
  let reason: Hold | undefined;
  for (const [{ message }, outcome] of outcomes) {
    if (outcome.kind === 'rejected')
      letters.push({ message, reason: 'rejected', status: outcome.status, text: outcome.message });
    if (outcome.kind === 'held') {
      reason = outcome;
      held.push({ message, retryAfterSeconds: outcome.retryAfterSeconds ?? 0 });
    }
  }
  const unsent = await sendDeadLetters(letters, props);
  await backOff(held, props);
  report([...outcomes.values()], letters, reason, props);
  if (reason !== undefined && held.length === messages.length) throw new AllHeldError(held.length, reason);
  return [...held.map(({ message }) => message), ...unsent].map(({ messageId }) => messageId);
}

/** Sorts out what must not be sent. */
function inspect(messages: readonly Received[]): { candidates: Candidate[]; defects: DeadLetter[] } {
  const candidates: Candidate[] = [];
  const defects: DeadLetter[] = [];
  for (const message of messages) {
    const queued = parse(message.body);
    if (queued === undefined) {
      defects.push({ message, reason: 'defect', text: 'the message is not JSON' });
      continue;
    }
    const defect = defectOf(queued.event);
    if (defect !== undefined) {
      defects.push({ message, reason: 'defect', text: defect });
    } else {
      candidates.push({ message, json: JSON.stringify(queued.event), test: queued.test === true });
    }
  }
  return { candidates, defects };
}

/** The message as we write them, in whatever form someone else has written it; undefined when it is not JSON. */
function parse(body: string): Partial<QueuedEvent> | undefined {
  try {
    return JSON.parse(body) ?? {};
  } catch {
    return undefined;
  }
}

/** Reasons shown in one log line. */
const LOGGED_REASONS = 5;

function report(
  outcomes: readonly Outcome[],
  letters: readonly DeadLetter[],
  hold: Hold | undefined,
  { telemetry }: RunProps,
): void {
  const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  telemetry.count(METRICS.delivered, count('delivered'));
  telemetry.count(METRICS.rejected, letters.length);
  telemetry.count(METRICS.heldBack, count('held'));
  if (hold?.cause === 'token' || hold?.cause === 'account') telemetry.count(METRICS.tokenRejected, 1);
  if (hold !== undefined)
    telemetry.warn('events held back', { events: count('held'), cause: hold.cause, detail: hold.detail });
  if (letters.length > 0) {
    const reasons = [...new Set(letters.map(({ text }) => text))].slice(0, LOGGED_REASONS);
    telemetry.warn('events put aside as dead letters', { events: letters.length, reasons });
  }
}
