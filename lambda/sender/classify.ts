/** What Pinterest's answer means for the events of the POST: one table by status, one reading of the per-event results. */
import { isRawObject } from '../event/raw';
import type { Reply } from './pinterest-client';

export type HoldCause =
  /** Pinterest or the network is failing; heals by itself. */
  | 'outage'
  /** Asked to slow down. */
  | 'rate'
  /** The token is not accepted; the owner has to act. */
  | 'token'
  /** The token works but not for this ad account, or the address is wrong; the owner has to act. */
  | 'account';

export interface EventReply {
  readonly processed: boolean;
  readonly message: string;
}

export type Meaning =
  | { readonly kind: 'results'; readonly status: number; readonly results: readonly EventReply[] }
  /** One event or more of the POST makes Pinterest refuse all of them. */
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }
  | { readonly kind: 'hold'; readonly cause: HoldCause; readonly detail: string; readonly retryAfterSeconds?: number };

type Action = 'results' | 'refused' | HoldCause;

const BY_STATUS: { readonly [status: number]: Action } = {
  200: 'results',
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

export function classify(reply: Reply, sent: number): Meaning {
  if (reply.kind === 'none') return { kind: 'hold', cause: 'outage', detail: reply.cause };
  const { status, body } = reply;
  const action = BY_STATUS[status] ?? UNDOCUMENTED;
  if (action === 'refused') return { kind: 'refused', status, message: messageOf(body) };
  if (action === 'results') {
    const results = readResults(status === 422 && isRawObject(body) ? body.details : body, sent);
    if (results !== undefined) return { kind: 'results', status, results };
    // An answer that does not tell of each event proves nothing; the same ids make sending again safe.
    return status === 422
      ? { kind: 'refused', status, message: messageOf(body) }
      : { kind: 'hold', cause: 'outage', detail: `HTTP ${status} without a result for each event` };
  }
  const retryAfterSeconds = retryAfter(reply.headers);
  return {
    kind: 'hold',
    cause: action,
    detail: `HTTP ${status}`,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

function readResults(body: unknown, sent: number): EventReply[] | undefined {
  if (!isRawObject(body) || !Array.isArray(body.events) || body.events.length !== sent) return undefined;
  const replies: EventReply[] = [];
  for (const event of body.events) {
    if (!isRawObject(event) || (event.status !== 'processed' && event.status !== 'failed')) return undefined;
    const message = typeof event.error_message === 'string' ? event.error_message : '';
    replies.push({ processed: event.status === 'processed', message });
  }
  return replies;
}

/** A dead letter's attribute must not be empty. */
export const NO_MESSAGE = 'no message';

const messageOf = (body: unknown): string =>
  (isRawObject(body) && typeof body.message === 'string' && body.message) || NO_MESSAGE;

/** Seconds to wait: Pinterest documents X-RateLimit-Reset, proxies in between send Retry-After. */
function retryAfter(headers: Headers): number | undefined {
  const seconds = Number(headers.get('x-ratelimit-reset') ?? headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}
