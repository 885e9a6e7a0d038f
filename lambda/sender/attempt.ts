/** One batch, one POST, and one more if the token was refused and the owner has put another one there since. */

import { METRICS } from '../../contract/metric-names';
import type { Telemetry } from '../telemetry/telemetry';
import { type Batch, bodyOf, type Outgoing } from './batches';
import { classify, failureOf, type Meaning } from './classify';
import { type Hold, held } from './hold';
import type { Post } from './pinterest-client';
import { redact } from './redact';
import type { Token } from './token';
import type { TokenForm } from './token-form';

export interface AttemptProps {
  readonly post: Post;
  readonly token: Token;
  /** False when too little time is left in this run for another POST. */
  readonly hasTime: () => boolean;
  readonly telemetry: Telemetry;
}

export async function attempt(
  batch: Batch<Outgoing>,
  { post, token, hasTime, telemetry }: AttemptProps,
  limitMs?: number,
): Promise<Meaning> {
  if (!hasTime()) return held('time', 'the invocation ended before its turn');
  let form: TokenForm | undefined;
  try {
    form = await token.current(batch.test);
  } catch {
    return held('outage', 'the token secret cannot be read');
  }
  if (form === undefined) return held('token', 'the token secret is not set');
  if ('fault' in form) return held('token', `the token secret ${form.fault}`);
  const first = form.token;
  const body = bodyOf(batch.events);
  const send = async (value: string) => {
    const reply = await post(body, batch.test, value, limitMs);
    telemetry.count(METRICS.requests, 1);
    const failure = failureOf(reply);
    if (failure !== undefined) telemetry.count(failure, 1);
    return cleaned(classify(reply, batch.events.length), value);
  };

  const meaning = await send(first);
  if (!isTokenRefused(meaning)) return meaning;
  const second = await token.replacementFor(first).catch(() => undefined);
  return second === undefined ? meaning : send(second);
}

const isTokenRefused = (meaning: Meaning): meaning is Hold => meaning.kind === 'held' && meaning.cause === 'token';

/** From here on no text of Pinterest's carries the token or a personal value. */
function cleaned(meaning: Meaning, token: string): Meaning {
  switch (meaning.kind) {
    case 'held':
      return { ...meaning, detail: redact(meaning.detail, token) };
    case 'refused':
      return { ...meaning, message: redact(meaning.message, token) };
    case 'results':
      return {
        ...meaning,
        results: meaning.results.map((result) =>
          result.message === '' ? result : { ...result, message: redact(result.message, token) },
        ),
      };
  }
}
