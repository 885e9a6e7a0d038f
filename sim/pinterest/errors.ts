/** Pinterest's answers when it does not take a request at all. Codes and messages are those of its API description. */
import { failed, resultsAnswer } from './answer';
import type { Answer } from './types';

export const FAULT_STATUSES = [400, 401, 403, 404, 413, 422, 429, 500, 503] as const;
export type FaultStatus = (typeof FAULT_STATUSES)[number];

export interface ErrorDetails {
  /** Added to the message of a 400. */
  readonly problem?: string;
  /** What the caller sent as its token. */
  readonly token?: string | undefined;
  /** Events of the request, for a 422. */
  readonly received?: number;
  /** Seconds until the rate limit ends, for a 429. */
  readonly resetSeconds?: number | undefined;
}

export function errorAnswer(status: FaultStatus, details: ErrorDetails = {}): Answer {
  switch (status) {
    case 400:
      return error(400, 4196, `The request was invalid.${details.problem ? ` ${details.problem}` : ''}`);
    case 401: {
      // The real body repeats the token that was submitted. Whoever logs it must have blanked it out.
      const echo = details.token === undefined ? '' : ` The token '${details.token}' is not valid.`;
      return { status, body: { status: 'failure', code: 2, message: `Authentication failed.${echo}` } };
    }
    case 403:
      return error(403, 29, 'You are not permitted to access that resource.');
    case 404:
      return error(404, 2, 'AdAccount not found.');
    case 413:
      // No limit and no answer are documented, so a gateway in front answers: not in JSON.
      return { status, body: '<html><body><h1>413 Request Entity Too Large</h1></body></html>' };
    case 422:
      return resultsAnswer(Array.from({ length: details.received ?? 0 }, () => failed('Refused by a fault')));
    case 429:
      return {
        ...error(429, 8, 'This request exceeded a rate limit.'),
        headers: rateLimitHeaders(0, details.resetSeconds ?? 1),
      };
    case 500:
      return error(500, 0, 'Unexpected error');
    case 503:
      return error(503, 4197, 'The endpoint has been ramped down and is currently not accepting any traffic.');
  }
}

/** There is no Retry-After: Reset, in seconds, is all that a caller gets. */
export const rateLimitHeaders = (remaining: number, resetSeconds: number) => ({
  'X-RateLimit-Limit': '120000, 120000;w=60;name="ads_conversions_ad_account_id"',
  'X-RateLimit-Remaining': String(remaining),
  'X-RateLimit-Reset': String(resetSeconds),
});

const error = (status: number, code: number, message: string): Answer => ({ status, body: { code, message } });
