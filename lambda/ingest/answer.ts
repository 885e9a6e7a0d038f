/** Answers in Pinterest's own shape, so that a client written for Pinterest reads them without change. */
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

export type HttpAnswer = APIGatewayProxyStructuredResultV2;

export interface EventResult {
  readonly status: 'processed' | 'failed';
  readonly error_message: string | null;
  readonly warning_message: string | null;
}

export interface ErrorKind {
  readonly status: number;
  /** Pinterest's code for this kind of error. */
  readonly code: number;
}

export const ERRORS = {
  badRequest: { status: 400, code: 4196 },
  unauthorised: { status: 401, code: 2 },
  forbidden: { status: 403, code: 29 },
  notFound: { status: 404, code: 2 },
  tooLarge: { status: 413, code: 4196 },
  unsupportedCoding: { status: 415, code: 4196 },
  noneAccepted: { status: 422, code: 953 },
  unavailable: { status: 503, code: 4197 },
} as const satisfies Record<string, ErrorKind>;

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/** Seconds after which a request that was not taken may be repeated. */
const RETRY_AFTER_SECONDS = 5;

export const json = (statusCode: number, body: object, headers: Record<string, string> = {}): HttpAnswer => ({
  statusCode,
  headers: { ...HEADERS, ...headers },
  body: JSON.stringify(body),
});

export function failure(kind: ErrorKind, message: string, details?: object): HttpAnswer {
  const headers: Record<string, string> =
    kind.status === ERRORS.unavailable.status ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {};
  return json(kind.status, { code: kind.code, message, ...(details && { details }) }, headers);
}

export const summary = (events: readonly EventResult[]) => ({
  num_events_received: events.length,
  num_events_processed: events.filter(({ status }) => status === 'processed').length,
  events,
});
