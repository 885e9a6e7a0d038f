/** What Pinterest's answer means for the events of the POST: one table by status, one reading of the per-event results. */

import { type DetailMetricName, detailMetric, METRIC_FAMILIES } from '../../contract/metric-names';
import { isRawObject } from '../../contract/raw';
import { type Hold, type HoldCause, held } from './hold';
import type { Reply } from './pinterest-client';

export interface EventReply {
  /** `unreadable` says nothing of this event; what is told of the others holds. */
  readonly status: 'processed' | 'failed' | 'unreadable';
  readonly message: string;
}

export type Meaning =
  | { readonly kind: 'results'; readonly status: number; readonly results: readonly EventReply[] }
  /** One event or more of the POST makes Pinterest refuse all of them. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  | Hold;

type Action = 'results' | 'refused' | HoldCause;

const BY_STATUS: { readonly [status: number]: Action } = {
  200: 'results',
  201: 'results',
  207: 'results',
  400: 'refused',
  401: 'token',
  403: 'account',
  404: 'account',
  408: 'outage',
  413: 'refused',
  422: 'results',
  429: 'rate',
};

/** A status that is not in the table is nothing that Pinterest documents: the events stay queued. */
const UNDOCUMENTED: Action = 'outage';

/** The metric of a POST that failed, by the class of its status. A 422 that tells of each event is an answer. */
export function failureOf(reply: Reply): DetailMetricName | undefined {
  const { requestFailure } = METRIC_FAMILIES;
  if (reply.kind === 'none') return detailMetric(requestFailure, 'none');
  const { status, body } = reply;
  const isAnswer = status < 300 || (status === 422 && isRawObject(body) && tellsOfEvents(body.details));
  return isAnswer ? undefined : detailMetric(requestFailure, `${Math.floor(status / 100)}xx`);
}

export function classify(reply: Reply, sent: number): Meaning {
  if (reply.kind === 'none') return held('outage', reply.cause);
  const { status, body } = reply;
  const action = BY_STATUS[status] ?? UNDOCUMENTED;
  if (action === 'refused') return { kind: 'refused', status, message: messageOf(body) };
  if (action === 'results') {
    const told = status === 422 && isRawObject(body) ? body.details : body;
    const results = readResults(told, sent);
    if (results !== undefined) return { kind: 'results', status, results };
    if (status === 422 && isRawObject(body) && !tellsOfEvents(told)) {
      return { kind: 'refused', status, message: messageOf(body) };
    }
    // An answer that does not tell of each event proves nothing; in its first hour a web event may be sent again.
    return {
      ...held('outage', `HTTP ${status} without a result for each event`),
      ...(hasTakenSome(told) && { mayBeTaken: true }),
    };
  }
  const retryAfterSeconds = retryAfter(reply.headers, action);
  return {
    ...held(action, detailOf(action, status, body)),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

/** What Pinterest itself says of a token or an account is what its owner needs. */
function detailOf(action: Action, status: number, body: unknown): string {
  const said = action === 'token' || action === 'account' ? messageOf(body) : NO_MESSAGE;
  return said === NO_MESSAGE ? `HTTP ${status}` : `HTTP ${status}: ${said}`;
}

const tellsOfEvents = (body: unknown): boolean => isRawObject(body) && body.events !== undefined;

/** What is no answer of Pinterest's, or counts none, has taken none. */
const hasTakenSome = (body: unknown): boolean => isRawObject(body) && Number(body.num_events_processed) > 0;

/** Undefined when the answer says nothing of any event. */
function readResults(body: unknown, sent: number): EventReply[] | undefined {
  if (!isRawObject(body)) return undefined;
  const { events, num_events_received: received, num_events_processed: processed } = body;
  if (events === undefined && received === sent && processed === sent) return Array(sent).fill(PROCESSED);
  if (!Array.isArray(events) || events.length !== sent) return undefined;
  const replies = events.map(readResult);
  return replies.every(({ status }) => status === 'unreadable') ? undefined : replies;
}

const PROCESSED: EventReply = { status: 'processed', message: '' };

function readResult(event: unknown): EventReply {
  if (!isRawObject(event) || (event.status !== 'processed' && event.status !== 'failed')) {
    return { status: 'unreadable', message: '' };
  }
  return { status: event.status, message: typeof event.error_message === 'string' ? event.error_message : '' };
}

/** A dead letter's attribute must not be empty. */
export const NO_MESSAGE = 'no message';

const messageOf = (body: unknown): string =>
  (isRawObject(body) && typeof body.message === 'string' && body.message) || NO_MESSAGE;

/**
 * Seconds to wait: proxies in between send Retry-After. Pinterest documents X-RateLimit-Reset, and sends it with every
 * answer, so that it says something of a 429 only.
 */
function retryAfter(headers: Headers, action: Action): number | undefined {
  const reset = action === 'rate' ? headers.get('x-ratelimit-reset') : null;
  const seconds = Number(reset ?? headers.get('retry-after') ?? Number.NaN);
  // some send a date where seconds belong: that is no time to wait.
  return Number.isFinite(seconds) && seconds >= 0 && seconds <= LONGEST_WAIT_SECONDS ? seconds : undefined;
}

const LONGEST_WAIT_SECONDS = 86_400;
