/** The terminal output of the one-machine run: each event, from the request to Pinterest's answer. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { matchKeysOf } from '../contract/match-keys';
import type { QueuedEvent } from '../contract/queued-event';
import type { EventResult } from '../lambda/ingest/answer';
import type { EventsOfRun } from './events-of-run';
import type { SimulatorRequest } from './pinterest-simulator';

/** Above this many events, a line counts them instead of naming each. */
const NAMED_EVENTS = 10;

const line = (mark: string, text: string): void => {
  console.log(`${new Date().toISOString().slice(11, 19)}  ${mark}  ${text}`);
};

const tallied = (texts: readonly string[]): string => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => (count === 1 ? text : `${count} × ${text}`)).join(', ');
};

export function showAnswer(request: APIGatewayProxyEventV2, answer: APIGatewayProxyStructuredResultV2): void {
  const { method } = request.requestContext.http;
  const body = JSON.parse(answer.headers?.['content-type']?.toString().includes('json') ? (answer.body ?? '{}') : '{}');
  const results: readonly EventResult[] = body.events ?? body.details?.events ?? [];
  const queued = results.filter(({ status }) => status === 'processed').length;
  const counted = results.length > 0 ? `${results.length} received, ${queued} queued` : (body.message ?? '');
  line('in  ', `${method} ${request.rawPath} → ${answer.statusCode} ${counted}`);
  const reasons = results.flatMap(({ error_message }) => (error_message ? [error_message] : []));
  for (const reason of new Set(reasons)) line('    ', `refused: ${reason}`);
}

export function showPinterestRequest({ status, test, events }: SimulatorRequest): void {
  line('out ', `Pinterest simulator ← ${test ? 'test ' : ''}POST of ${events.length} → ${status}`);
  for (const { event_id, status: result, message } of events) {
    if (result === 'failed') line('    ', `rejected: ${event_id}: ${message}`);
  }
}

export function showRun({ done, held, error }: EventsOfRun): void {
  if (done.length > NAMED_EVENTS) {
    line('done', tallied(done.map(({ event }) => event.event_name)));
  } else {
    for (const queued of done) line('done', describe(queued));
  }
  if (held.length > 0) line('held', `${held.length} stay queued and are retried${error ? `: ${error}` : ''}`);
}

function describe({ event, accepted_at }: QueuedEvent): string {
  const keys = matchKeysOf(event.user_data).join(', ');
  const seconds = ((Date.now() - accepted_at) / 1_000).toFixed(1);
  return `${event.event_name} ${event.event_id}, ${seconds} s after it was accepted, matched by ${keys}`;
}

export function showStart(endpoint: string, ingestKey: string, destination: string): void {
  console.log(`
cdk-pinterest-conversions, the whole pipeline on this machine

  endpoint     ${endpoint}
  console      ${endpoint}/console
  demo shop    ${endpoint}/shop/?epik=demo-click
  ingest key   ${ingestKey}
  delivers to  ${destination}

Paste this into another terminal to send an order:

  curl -s ${endpoint}/events -H 'Authorization: Bearer ${ingestKey}' -d '{
    "event_name": "checkout", "action_source": "web", "event_id": "order-1001", "event_time": '$(date +%s)',
    "user_data": {"email": " Jane.Doe@Example.com ", "phone": "+1 (415) 555-0123", "first_name": "Jane"},
    "custom_data": {"value": 129.9, "currency": "USD", "order_id": "1001"}}'

Or send a whole day of a shop: npm run example. Ctrl-C ends it.
`);
}
