/** What an answer means: of each event what became of it, or to send again later, or to stop because it would not help. */

import { NOT_QUEUED } from '../contract/not-queued';
import { isRawObject } from '../contract/raw';
import type { SendErrorReason } from './send-error';

/** The endpoint's word on one event. */
export interface EventAnswer {
  readonly status: 'processed' | 'failed';
  readonly error: string | undefined;
  readonly warning: string | undefined;
}

export type Verdict =
  /** Undefined stands for an event that is to be sent again. */
  | { readonly kind: 'answered'; readonly answers: readonly (EventAnswer | undefined)[] }
  | { readonly kind: 'later' }
  | { readonly kind: 'stop'; readonly reason: SendErrorReason };

const LATER: Verdict = { kind: 'later' };
const stop = (reason: SendErrorReason): Verdict => ({ kind: 'stop', reason });

/** Statuses that mean one thing; the others go by their hundreds. */
const BY_STATUS: { readonly [status: number]: Verdict } = {
  401: stop('wrong-key'),
  403: stop('forbidden'),
  404: stop('wrong-endpoint'),
  405: stop('wrong-endpoint'),
  408: LATER,
  425: LATER,
  429: LATER,
};

export function readAnswer(status: number, body: string, events: number): Verdict {
  const known = BY_STATUS[status];
  if (known !== undefined) return known;
  if (status >= 500) {
    const answers = resultsOf(body, events);
    return answers === undefined ? LATER : { kind: 'answered', answers: withoutNotQueued(answers) };
  }
  if (status === 200 || status === 422) {
    const answers = resultsOf(body, events);
    return answers === undefined ? stop('wrong-endpoint') : { kind: 'answered', answers };
  }
  return stop(status < 400 ? 'wrong-endpoint' : 'refused');
}

/**
 * What an answer of "not now" leaves open: the events that were not queued. An endpoint of another version may say that in
 * other words; then all that failed goes again, which loses nothing.
 */
function withoutNotQueued(answers: readonly EventAnswer[]): (EventAnswer | undefined)[] {
  const isKnown = answers.some(({ error }) => error === NOT_QUEUED);
  return answers.map((answer) =>
    isKnown ? (answer.error === NOT_QUEUED ? undefined : answer) : answer.status === 'failed' ? undefined : answer,
  );
}

/** The results of an answer, in the order of the request; undefined when it does not hold one for each event. */
function resultsOf(body: string, events: number): EventAnswer[] | undefined {
  const parsed = parse(body);
  const summary = isRawObject(parsed) && isRawObject(parsed.details) ? parsed.details : parsed;
  const list = isRawObject(summary) ? summary.events : undefined;
  if (!Array.isArray(list) || list.length !== events) return undefined;
  const answers = list.map(answerOf).filter((answer) => answer !== undefined);
  return answers.length === events ? answers : undefined;
}

function answerOf(result: unknown): EventAnswer | undefined {
  if (!isRawObject(result)) return undefined;
  const { status, error_message, warning_message } = result;
  if (status !== 'processed' && status !== 'failed') return undefined;
  return { status, error: textOrNothing(error_message), warning: textOrNothing(warning_message) };
}

const textOrNothing = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
