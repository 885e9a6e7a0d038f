/** Raw events → accepted ones in the queue, and the answer that tells the caller of each. */
import { accept, type Policy, type RequestContext, type Verdict } from '../event/accept';
import { messageOf } from '../event/queued-event';
import { METRICS } from '../telemetry/metric-names';
import type { Telemetry } from '../telemetry/telemetry';
import { ERRORS, type EventResult, failure, type HttpAnswer, json, summary } from './answer';
import type { Enqueue } from './enqueue';

/** SQS takes 1 MiB a message; an event of more than a quarter of that is a mistake, and would crowd out its batch. */
const MAX_EVENT_BYTES = 256 * 1024;

/** Reasons shown in one log line, and in the message of an answer; each event's own stand in its result. */
const SHOWN_REASONS = 5;

export interface TakeEventsProps {
  readonly policy: Policy;
  readonly enqueue: Enqueue;
  readonly telemetry: Telemetry;
}

type Decision = { readonly verdict: Verdict; readonly message?: string };

export async function takeEvents(
  raw: readonly unknown[],
  context: RequestContext,
  test: boolean,
  { policy, enqueue, telemetry }: TakeEventsProps,
): Promise<HttpAnswer> {
  const decisions = raw.map((event) => decide(event, context, test, policy));
  const messages = decisions.map(({ message }) => message).filter((message) => message !== undefined);
  const notQueued = await enqueue(messages);

  let position = 0;
  const results = decisions.map(({ verdict, message }) =>
    resultOf(verdict, message !== undefined && notQueued.has(position++)),
  );
  const refused = decisions.flatMap(({ verdict }) => (verdict.accepted ? [] : [verdict.problems]));
  const reasons = distinct(refused.flat()).slice(0, SHOWN_REASONS);
  telemetry.count(METRICS.received, raw.length);
  telemetry.count(METRICS.accepted, messages.length - notQueued.size);
  telemetry.count(METRICS.refused, refused.length);
  if (refused.length > 0) {
    telemetry.warn('events refused', {
      refused: refused.length,
      reasons,
    });
  }
  return answerOf(results, notQueued.size, reasons, telemetry);
}

function decide(raw: unknown, context: RequestContext, test: boolean, policy: Policy): Decision {
  const verdict = accept(raw, context, policy);
  if (!verdict.accepted) return { verdict };
  const message = messageOf({ v: 1, accepted_at: context.now, test, event: verdict.event });
  const bytes = Buffer.byteLength(message);
  if (bytes <= MAX_EVENT_BYTES) return { verdict, message };
  const problem = `the event has ${bytes} bytes; send at most ${MAX_EVENT_BYTES}, with fewer "contents"`;
  return { verdict: { accepted: false, problems: [problem], warnings: verdict.warnings } };
}

function resultOf(verdict: Verdict, notQueued: boolean): EventResult {
  const warning_message = verdict.warnings.join('; ') || null;
  if (!verdict.accepted) return { status: 'failed', error_message: verdict.problems.join('; '), warning_message };
  return notQueued
    ? { status: 'failed', error_message: 'not queued; send the event again with the same event_id', warning_message }
    : { status: 'processed', error_message: null, warning_message };
}

function answerOf(
  results: readonly EventResult[],
  notQueued: number,
  reasons: readonly string[],
  telemetry: Telemetry,
): HttpAnswer {
  const details = summary(results);
  if (notQueued > 0) {
    telemetry.error('events not queued', { events: notQueued });
    return failure(
      ERRORS.unavailable,
      `${notQueued} events could not be queued; repeat the request, ids keep it from counting twice`,
      details,
    );
  }
  if (details.num_events_processed === 0) {
    return failure(ERRORS.noneAccepted, `no event was accepted: ${reasons.join('; ')}`, details);
  }
  return json(200, details);
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
