/** Raw events → accepted ones in the queue, and the answer that tells the caller of each. */

import { NOT_QUEUED } from '../../contract/not-queued';
import type { Policy, RequestContext } from '../event/policy';
import type { Telemetry } from '../telemetry/telemetry';
import { ERRORS, type EventResult, failure, type HttpAnswer, json, summary } from './answer';
import { type Decision, decide } from './decide';
import type { Enqueue } from './enqueue';
import type { RawEvents } from './read-body';
import { report } from './report';

/** Reasons shown in one log line, and in the message of an answer; each event's own stand in its result. */
const SHOWN_REASONS = 5;

export interface TakeEventsProps {
  readonly policy: Policy;
  readonly adAccountId: string;
  readonly enqueue: Enqueue;
  readonly telemetry: Telemetry;
}

export async function takeEvents(
  { events, exactEvents, warnings }: RawEvents,
  context: RequestContext,
  { policy, adAccountId, enqueue, telemetry }: TakeEventsProps,
): Promise<HttpAnswer> {
  const decisions = decide(events, { context, policy, adAccountId, exactEvents });
  const queueable = decisions.flatMap((decision, index) => (decision.kind === 'queue' ? [{ index, ...decision }] : []));
  const { indexes, errors } = await enqueue(queueable.map(({ message }) => message));
  const notQueued = new Set(queueable.filter((_, position) => indexes.has(position)).map(({ index }) => index));

  const results = decisions.map((decision, index) => resultOf(decision, index, notQueued, warnings));
  report({ decisions, notQueued, reasons: firstOf(decisions, 'reasons'), errors }, telemetry);
  return answerOf(results, notQueued.size, firstOf(decisions, 'problems'));
}

function resultOf(
  decision: Decision,
  index: number,
  notQueued: ReadonlySet<number>,
  warningsOfRequest: readonly string[],
): EventResult {
  const warning_message = [...warningsOfRequest, ...decision.warnings].join('; ') || null;
  if (decision.kind === 'refused' || decision.kind === 'withheld') {
    return { status: 'failed', error_message: decision.problems.join('; '), warning_message };
  }
  return notQueued.has(decision.kind === 'same' ? decision.as : index)
    ? { status: 'failed', error_message: NOT_QUEUED, warning_message }
    : { status: 'processed', error_message: null, warning_message };
}

/** Why events were not taken, each reason once: for their caller, or as the log may have it. */
const firstOf = (decisions: readonly Decision[], key: 'problems' | 'reasons'): string[] =>
  [...new Set(decisions.flatMap((decision) => ('problems' in decision ? decision[key] : [])))].slice(0, SHOWN_REASONS);

function answerOf(results: readonly EventResult[], notQueued: number, problems: readonly string[]): HttpAnswer {
  const details = summary(results);
  if (notQueued > 0) {
    return failure(
      ERRORS.unavailable,
      `${notQueued} events could not be queued; repeat the request, ids keep it from counting twice`,
      details,
    );
  }
  if (details.num_events_processed === 0) {
    return failure(ERRORS.noneAccepted, `no event was accepted: ${problems.join('; ')}`, details);
  }
  return json(200, details);
}
