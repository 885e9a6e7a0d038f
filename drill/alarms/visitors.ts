/**
 * What arrives at the endpoint: kinds of requests, each with one event. What the ingest function reports of a kind is what
 * it really writes when it gets such a request; a minute is so many requests of each kind.
 */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { IngestProps } from '../../lambda/ingest/ingest-props';
import { createRouter } from '../../lambda/ingest/router';
import { type Reported, readEmf } from '../../sim/cloudwatch/emf';
import { telemetryInto } from './telemetry';

export interface Kind {
  readonly name: string;
  /** Share of all requests. */
  readonly share: number;
  readonly event_name: string;
  readonly from: 'browser' | 'server';
  readonly hasEmail: boolean;
}

const NAMES = [
  { event_name: 'page_visit', share: 0.6, from: 'browser', withEmail: 0.25 },
  { event_name: 'view_category', share: 0.12, from: 'browser', withEmail: 0.25 },
  { event_name: 'add_to_cart', share: 0.18, from: 'browser', withEmail: 0.35 },
  { event_name: 'checkout', share: 0.06, from: 'server', withEmail: 1 },
  { event_name: 'signup', share: 0.03, from: 'server', withEmail: 1 },
  // Every shop has some that are wrong: their name is none of Pinterest's.
  { event_name: 'scroll_depth', share: 0.01, from: 'browser', withEmail: 0 },
] as const;

export const KINDS: readonly Kind[] = NAMES.flatMap(({ event_name, share, from, withEmail }) =>
  [true, false].map((hasEmail) => ({
    name: `${event_name}${hasEmail ? ' with' : ' without'} e-mail`,
    share: share * (hasEmail ? withEmail : 1 - withEmail),
    event_name,
    from,
    hasEmail,
  })),
).filter(({ share }) => share > 0);

const NOW = Date.UTC(2026, 10, 24, 11);
const ORIGIN = 'https://www.shop.example';
const IP = '198.51.100.7';
const BROWSER =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** A request, changed by what has gone wrong. */
export interface Wrong {
  readonly event_name?: string;
  /** What stands in place of the e-mail address. */
  readonly em?: unknown;
}

export interface Arrival {
  /** Events put into the queue. */
  readonly queued: number;
  readonly reported: readonly Reported[];
  /** Bytes of the lines that the metrics are written in. */
  readonly bytes: number;
}

/** What comes of one request. */
export type Ingest = (kind: Kind, wrong?: Wrong, changes?: Partial<IngestProps>) => Promise<Arrival>;

export function createIngest(pipeline: string, detailed = true): Ingest {
  return async (kind, wrong = {}, changes = {}) => {
    const written: string[] = [];
    const queued: string[] = [];
    const telemetry = telemetryInto((lines) => written.push(...lines), { pipeline, detailed });
    const route = createRouter({
      ...{
        adAccountId: '549755885175',
        allowedOrigins: [ORIGIN],
        serverAuthorization: 'key' as const,
        testMode: false,
        script: '',
        telemetry,
      },
      now: () => NOW,
      keys: { get: async () => ['key'], refresh: async () => ['key'] },
      policy: { maximumEventAgeSeconds: 7 * 86_400 },
      enqueue: async (bodies) => {
        queued.push(...bodies);
        return { indexes: new Set(), errors: [] };
      },
      ...changes,
    });
    await route(requestOf(kind, wrong));
    telemetry.flush();
    const bytes = written.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
    return { queued: queued.length, reported: written.flatMap(readEmf), bytes };
  };
}

function requestOf(kind: Kind, wrong: Wrong): APIGatewayProxyEventV2 {
  const isServer = kind.from === 'server';
  const path = isServer ? '/events' : '/collect';
  const event = {
    event_name: wrong.event_name ?? kind.event_name,
    event_time: NOW / 1_000,
    event_id: 'one',
    action_source: 'web',
    user_data: {
      ...(kind.hasEmail && { em: 'em' in wrong ? wrong.em : 'jane@shop.example' }),
      ...(isServer && { client_ip_address: IP, client_user_agent: BROWSER }),
    },
  };
  return {
    rawPath: path,
    headers: isServer ? { authorization: 'Bearer key' } : { origin: ORIGIN },
    requestContext: { http: { method: 'POST', path, sourceIp: IP, userAgent: BROWSER } },
    body: JSON.stringify(event),
    isBase64Encoded: false,
  } as unknown as APIGatewayProxyEventV2;
}
