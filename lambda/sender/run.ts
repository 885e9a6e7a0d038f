/** One invocation of the sender: messages in, events delivered, and the list of messages that SQS must keep. */
import { type DeadLetter, type DeadLettersProps, sendDeadLetters } from './dead-letters';
import { deleteFinished } from './delete-finished';
import { type DeliverProps, deliver } from './deliver';
import type { HeldPart } from './held';
import { held } from './hold';
import { inspect, type SendPolicy } from './inspect';
import type { Received } from './received';
import { report } from './report';
import { type SettleProps, settle } from './settle';

export interface RunProps extends DeliverProps, DeadLettersProps, SettleProps {
  readonly policy: SendPolicy;
}

/** Returns the ids of the messages that are not finished. */
export async function run(messages: readonly Received[], props: RunProps): Promise<readonly string[]> {
  const { parts, candidates, letters: putAside, copies } = inspect(messages, props);
  const outcomes = await deliver(candidates, props);

  const letters: DeadLetter[] = [...putAside];
  const waiting: HeldPart[] = [];
  for (const [candidate, outcome] of outcomes) {
    for (const part of candidate.parts) {
      if (outcome.kind === 'rejected') {
        const { reason, status, message: text } = outcome;
        letters.push({ part, reason, text, ...(status !== undefined && { status }) });
      } else if (outcome.kind === 'held') {
        const { unconfirmed: before } = part;
        const unconfirmed = outcome.mayBeTaken ? props.lines.uncertain.add(candidate.json, before) : before;
        waiting.push({ part, event: candidate, hold: outcome, unconfirmed });
      }
    }
  }
  const unsent = await sendDeadLetters(letters, props);
  for (const { part } of unsent)
    waiting.push({ part, event: part, hold: LETTER_NOT_SENT, unconfirmed: part.unconfirmed });
  const kept = await settle(parts, waiting, props);
  await deleteFinished(messages, kept, props);
  report({ parts, copies, outcomes, letters: letters.filter((letter) => !unsent.has(letter)) }, props);
  return kept.map(({ messageId }) => messageId);
}

const LETTER_NOT_SENT = held('outage', 'its dead letter was not sent');
