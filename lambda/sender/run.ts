/** One invocation of the sender: messages in, events delivered, and the list of messages that SQS must keep. */
import type { AgePolicy } from './age';
import { type DeadLetter, type DeadLettersProps, sendDeadLetters } from './dead-letters';
import { type DeliverProps, deliver } from './deliver';
import type { Hold } from './hold';
import { inspect } from './inspect';
import type { Received } from './received';
import { report } from './report';
import { type BackOffProps, backOff, type HeldMessage } from './settle';

export interface RunProps extends DeliverProps, DeadLettersProps, BackOffProps {
  readonly policy: AgePolicy;
}

/** Thrown when every message of a batch was held: Lambda then slows down its polling, unlike after a list of failures. */
class AllHeldError extends Error {
  public override readonly name = 'AllHeldError';

  public constructor(count: number, { cause, detail }: Hold) {
    super(`${count} events stay queued: ${cause} (${detail})`);
  }
}

/** Returns the ids of the messages that are not finished. */
export async function run(messages: readonly Received[], props: RunProps): Promise<readonly string[]> {
  const { candidates, letters: putAside } = inspect(messages, props.now(), props.policy);
  const outcomes = await deliver(candidates, props);

  const letters: DeadLetter[] = [...putAside];
  const held: HeldMessage[] = [];
  let hold: Hold | undefined;
  for (const [candidate, outcome] of outcomes) {
    for (const message of candidate.messages) {
      if (outcome.kind === 'rejected') {
        const { reason, status, message: text } = outcome;
        letters.push({ message, reason, text, ...(status !== undefined && { status }) });
      } else if (outcome.kind === 'held') {
        hold = outcome;
        held.push({ message, retryAfterSeconds: outcome.retryAfterSeconds ?? 0, untried: outcome.untried === true });
      }
    }
  }
  const unsent = await sendDeadLetters(letters, props);
  const kept = [...held, ...[...unsent].map(({ message }) => ({ message, retryAfterSeconds: 0, untried: false }))];
  await backOff(kept, props);
  const allHeld = hold !== undefined && held.length === messages.length;
  report({ messages, outcomes, hold, allHeld, letters: letters.filter((letter) => !unsent.has(letter)) }, props);
  if (hold !== undefined && allHeld) throw new AllHeldError(held.length, hold);
  return kept.map(({ message }) => message.messageId);
}
