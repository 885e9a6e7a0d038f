/**
 * Delivers events in as few POSTs as Pinterest's limits allow and says of each what became of it. A batch that Pinterest
 * refuses as a whole is halved until the event at fault stands alone, so that no event suffers for another.
 */
import { type Batch, batched, bodyOf, type Outgoing } from './batches';
import { classify, type HoldCause, type Meaning, NO_MESSAGE } from './classify';
import type { Post } from './pinterest-client';
import { redact } from './redact';
import type { Token } from './token';

export type Outcome =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'rejected'; readonly status: number; readonly message: string }
  | Hold;

export interface Hold {
  readonly kind: 'held';
  readonly cause: HoldCause | 'time';
  readonly detail: string;
  readonly retryAfterSeconds?: number;
}

export interface DeliverProps {
  readonly post: Post;
  readonly token: Token;
  /** False when too little time is left in this run for another POST. */
  readonly hasTime: () => boolean;
}

const NO_TOKEN: Hold = { kind: 'held', cause: 'token', detail: 'the token secret is not set' };
const NO_TIME: Hold = { kind: 'held', cause: 'time', detail: 'the run ended before its turn' };

export async function deliver<E extends Outgoing>(events: readonly E[], props: DeliverProps): Promise<Map<E, Outcome>> {
  const outcomes = new Map<E, Outcome>();
  const waiting = batched(events);
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const meaning = await attempt(batch, props);
    if (meaning.kind === 'held') {
      // What holds this POST would hold the next one too: Pinterest is left alone until the queue tries again.
      for (const event of [batch, ...waiting].flatMap((held) => held.events)) outcomes.set(event, meaning);
      break;
    }
    if (meaning.kind === 'refused' && batch.events.length > 1) {
      waiting.unshift(...halves(batch));
      continue;
    }
    batch.events.forEach((event, index) => {
      outcomes.set(event, outcomeOf(meaning, index));
    });
  }
  return outcomes;
}

type Answer = Exclude<Meaning, { kind: 'hold' }> | Hold;

async function attempt(batch: Batch<Outgoing>, { post, token, hasTime }: DeliverProps): Promise<Answer> {
  if (!hasTime()) return NO_TIME;
  const first = await token.current();
  if (first === undefined) return NO_TOKEN;
  const body = bodyOf(batch.events);
  const send = async (value: string) =>
    cleaned(classify(await post(body, batch.test, value), batch.events.length), value);

  const meaning = await send(first);
  if (meaning.kind !== 'held' || meaning.cause !== 'token') return meaning;
  const second = await token.replacementFor(first);
  return second === undefined ? meaning : send(second);
}

/** From here on no text of Pinterest's carries the token or a personal value. */
function cleaned(meaning: Meaning, token: string): Answer {
  switch (meaning.kind) {
    case 'hold':
      return { ...meaning, kind: 'held' };
    case 'refused':
      return { ...meaning, message: redact(meaning.message, token) };
    case 'results':
      return {
        ...meaning,
        results: meaning.results.map((result) => ({ ...result, message: redact(result.message, token) })),
      };
  }
}

function outcomeOf(answer: Exclude<Answer, Hold>, index: number): Outcome {
  if (answer.kind === 'refused') return { kind: 'rejected', status: answer.status, message: answer.message };
  const result = answer.results[index];
  return result?.processed
    ? { kind: 'delivered' }
    : { kind: 'rejected', status: answer.status, message: result?.message || NO_MESSAGE };
}

function halves<E extends Outgoing>({ test, events }: Batch<E>): Batch<E>[] {
  const middle = Math.ceil(events.length / 2);
  return [
    { test, events: events.slice(0, middle) },
    { test, events: events.slice(middle) },
  ];
}
