/**
 * `POST /v5/ad_accounts/{id}/events`: from a request to the answer that Pinterest would give, faults included.
 *
 * Where its documents leave a choice: of a test request the events after the twentieth fail, so that a sender that sends
 * more notices.
 */
import { failed, resultsAnswer, type Verdict } from './answer';
import { errorAnswer, rateLimitHeaders } from './errors';
import type { Fault } from './faults';
import { judge } from './judge';
import { checkStructure } from './schema';
import type { Answer, EventResult, SentEvent } from './types';

const TEST_EVENTS = 20;
const CALLS_PER_MINUTE = 120_000;

export interface EventsCall {
  readonly adAccountId: string;
  readonly authorization: string | undefined;
  /** Value of the query parameter `test`. */
  readonly test: string | null;
  /** Undefined when it was larger than the simulator reads. */
  readonly body: Buffer | undefined;
}

export interface Setting {
  readonly adAccountId: string;
  readonly token: string;
  readonly now: number;
  readonly fault: Fault | undefined;
}

export interface Outcome {
  readonly answer: Answer;
  readonly received: number;
  readonly results: readonly EventResult[];
  /** Events that were processed. */
  readonly processed: readonly SentEvent[];
}

export function answerEvents(call: EventsCall, setting: Setting): Outcome {
  const { fault, now } = setting;
  const token = /^Bearer (.+)$/i.exec(call.authorization ?? '')?.[1];
  const refuse = (answer: Answer, received = 0): Outcome => ({ answer, received, results: [], processed: [] });

  if (fault?.kind === 'status') {
    const received = countOf(call.body);
    return refuse(errorAnswer(fault.status, { token, received, resetSeconds: fault.resetSeconds }), received);
  }
  if (fault?.kind === 'garbage') return refuse({ status: 200, body: '<html><body>Welcome to Wi-Fi</body></html>' });
  if (token !== setting.token) return refuse(errorAnswer(401, { token }));
  if (!/^\d{1,18}$/.test(call.adAccountId)) return refuse(errorAnswer(400, { problem: 'ad_account_id is not valid' }));
  if (call.adAccountId !== setting.adAccountId) return refuse(errorAnswer(403));
  if (call.body === undefined) return refuse(errorAnswer(413));
  if (call.test !== null && !['true', 'false'].includes(call.test)) {
    return refuse(errorAnswer(400, { problem: 'test is not a boolean' }));
  }
  const checked = checkStructure(parse(call.body));
  if ('problem' in checked) {
    return refuse(errorAnswer(400, { problem: checked.problem }), countOf(call.body));
  }
  const { data } = checked;
  if (fault?.kind === 'poison' && data.some(({ event_id }) => event_id === fault.eventId)) {
    return refuse(errorAnswer(400), data.length);
  }

  const verdicts = data.map((event, index) =>
    call.test === 'true' && index >= TEST_EVENTS
      ? failed(`Only the first ${TEST_EVENTS} events of a test request are processed`)
      : (failedByFault(event, fault) ?? judge(event, Math.floor(now / 1_000))),
  );
  return {
    answer: answerWith(verdicts, fault, now),
    received: data.length,
    results: data.map(({ event_id, event_name }, index) => resultOf(event_id, event_name, verdicts[index])),
    processed: data.filter((_, index) => verdicts[index]?.status === 'processed'),
  };
}

function answerWith(verdicts: readonly Verdict[], fault: Fault | undefined, now: number): Answer {
  const headers = rateLimitHeaders(CALLS_PER_MINUTE - 1, 60 - (Math.floor(now / 1_000) % 60));
  const told = fault?.kind === 'truncated' ? verdicts.slice(0, Math.floor(verdicts.length / 2)) : verdicts;
  return { ...resultsAnswer(verdicts, { told }), headers };
}

function failedByFault(event: SentEvent, fault: Fault | undefined): Verdict | undefined {
  if (fault?.kind !== 'rejectEvents') return undefined;
  const struck = fault.eventIds?.includes(event.event_id) || fault.eventName === event.event_name;
  return struck ? failed(fault.message) : undefined;
}

const resultOf = (event_id: string, event_name: string, verdict: Verdict | undefined): EventResult => ({
  event_id,
  event_name,
  status: verdict?.status ?? 'failed',
  message: verdict?.error_message || verdict?.warning_message || '',
});

/** JSON in valid UTF-8; anything else is no value that the schema takes. */
function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

/** How many events a body seems to hold, for requests that are refused as a whole. */
function countOf(body: Buffer | undefined): number {
  const parsed = body && parse(body);
  const data = typeof parsed === 'object' && parsed !== null && 'data' in parsed ? parsed.data : undefined;
  return Array.isArray(data) ? data.length : 0;
}
