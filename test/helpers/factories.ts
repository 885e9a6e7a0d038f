/** Events, requests and queue messages as they really come, each with one change away from what a test is about. */
import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { PinterestEvent } from '../../contract/pinterest-event';
import { messageOf, type QueuedEvent } from '../../contract/queued-event';
import { accept, type Verdict } from '../../lambda/event/accept';
import type { Policy, RequestContext } from '../../lambda/event/policy';
import type { Received } from '../../lambda/sender/received';

/** The moment at which all of it happens. */
export const NOW = Date.parse('2026-03-01T12:00:00Z');
export const SECONDS = NOW / 1_000;

export const SERVER: RequestContext = { now: NOW, origin: 'server' };

export const BROWSER: RequestContext = {
  now: NOW,
  origin: 'browser',
  ipAddress: '203.0.113.7',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
};

export const POLICY: Policy = { maximumEventAgeSeconds: 7 * 86_400 };

/** What Pinterest expects of a normalised text, made without any code of ours. */
export const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** An order as a back end sends it. */
export const rawEvent = (changes: object = {}): Record<string, unknown> => ({
  event_name: 'checkout',
  action_source: 'web',
  event_time: SECONDS - 60,
  event_id: 'order-1001',
  user_data: { em: 'user@example.com' },
  custom_data: { value: 129.9, currency: 'USD' },
  ...changes,
});

/** The order with these in its `user_data`, beside the e-mail address that makes it identifiable. */
export const withUser = (userData: object): Record<string, unknown> =>
  rawEvent({ user_data: { em: 'user@example.com', ...userData } });

export const withCustom = (customData: object): Record<string, unknown> => rawEvent({ custom_data: customData });

type Accepted = Extract<Verdict, { accepted: true }>;
type Refused = Extract<Verdict, { accepted: false }>;

/** The verdict on an event that has to be accepted. */
export function accepted(raw: unknown, context: RequestContext = SERVER, policy: Partial<Policy> = {}): Accepted {
  const verdict = accept(raw, context, { ...POLICY, ...policy });
  if (!verdict.accepted) throw new Error(`refused: ${verdict.problems.join('; ')}`);
  return verdict;
}

/** The verdict on an event that has to be refused. */
export function refused(raw: unknown, context: RequestContext = SERVER, policy: Partial<Policy> = {}): Refused {
  const verdict = accept(raw, context, { ...POLICY, ...policy });
  if (verdict.accepted) throw new Error(`accepted: ${JSON.stringify(verdict.event)}`);
  return verdict;
}

/** What Pinterest takes, as `accept` makes it. */
export const pinterestEvent = (id: string, changes: object = {}): PinterestEvent => ({
  ...accepted(rawEvent({ event_id: id })).event,
  ...changes,
});

/** A message as Lambda hands it over. */
export function received(id: string, changes: Partial<QueuedEvent> = {}, receiveCount = 1): Received {
  const queued: QueuedEvent = { v: 1, accepted_at: NOW, test: false, event: pinterestEvent(id), ...changes };
  const body = messageOf(queued);
  return { messageId: `message-${id}`, receiptHandle: `receipt-${id}`, body, receiveCount, sentAt: queued.accepted_at };
}

export const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `event-${index}`);

export interface RequestChanges {
  readonly method?: string;
  readonly path?: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly cookies?: string[];
  /** Sent as it is when it is a text, as JSON otherwise. */
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
  readonly requestContext?: object;
}

/** A request as an HTTP API hands it to Lambda, payload format 2.0. */
export function request(changes: RequestChanges = {}): APIGatewayProxyEventV2 {
  const { method = 'POST', path = '/events', query, headers = {}, cookies, body, isBase64Encoded = false } = changes;
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { 'content-type': 'application/json', host: 'abc123.execute-api.eu-central-1.amazonaws.com', ...headers },
    ...(cookies && { cookies }),
    ...(query && { queryStringParameters: query }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    isBase64Encoded,
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123',
      domainName: 'abc123.execute-api.eu-central-1.amazonaws.com',
      domainPrefix: 'abc123',
      http: {
        method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp: BROWSER.ipAddress ?? '',
        userAgent: BROWSER.userAgent ?? '',
      },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: `${method} ${path}`,
      stage: '$default',
      time: '01/Mar/2026:12:00:00 +0000',
      timeEpoch: NOW,
      ...changes.requestContext,
    },
  };
}
