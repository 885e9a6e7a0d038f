/** The request around a body: each route, mostly authorized, with personal values in what a browser adds by itself. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Random } from '../../sim/random';
import { anyBody } from './bodies';
import { NOW } from './events';

export const KEY = 'fuzz-ingest-key';
export const AD_ACCOUNT_ID = '549755885175';
export const ORIGIN = 'https://www.shop.example';

interface Caller {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly cookies?: string[];
}

function anyCaller(random: Random): Caller {
  const authorization = `Bearer ${random.chance(0.98) ? KEY : 'pina_CanaryCanary'}`;
  const kind = random();
  if (kind < 0.5) return { path: '/events', headers: { authorization } };
  if (kind < 0.65) {
    const account = random.chance(0.95) ? AD_ACCOUNT_ID : 'zq.canary@example.com';
    return { path: `/v5/ad_accounts/${account}/events`, headers: { authorization } };
  }
  if (kind < 0.66) return { path: '/zq.canary@example.com', headers: {} };
  const referer = random.pick([`${ORIGIN}/?epik=abc&email=zq.canary@example.com`, '\uD83D', `${ORIGIN}/`]);
  const headers = {
    referer,
    origin: random.chance(0.98) ? ORIGIN : 'https://zq.canary@example.com',
    'sec-gpc': random.chance(0.05) ? '1' : '0',
  };
  return {
    path: '/collect',
    headers,
    ...(random.chance(0.5) && { cookies: ['_epik=dj0', '_ga=zq.canary@example.com'] }),
  };
}

const USER_AGENTS = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Mozilla/5.0 (compatible; Pinterestbot/1.0)',
  '',
  'zq.canary@example.com',
] as const;

export function anyRequest(random: Random): APIGatewayProxyEventV2 {
  const { path, headers, cookies } = anyCaller(random);
  const query = random.chance(0.1) ? { test: random.pick(['true', 'false', 'zq.canary@example.com']) } : undefined;
  const http = {
    method: 'POST',
    path,
    protocol: 'HTTP/1.1',
    sourceIp: '203.0.113.77',
    userAgent: random.chance(0.8) ? USER_AGENTS[0] : random.pick(USER_AGENTS),
  };
  return {
    ...{ version: '2.0', routeKey: `POST ${path}`, rawPath: path, rawQueryString: '' },
    headers,
    ...(cookies && { cookies }),
    ...(query && { queryStringParameters: query }),
    ...anyBody(random),
    requestContext: {
      ...{
        accountId: '123456789012',
        apiId: 'fuzz',
        domainName: 'fuzz.example',
        domainPrefix: 'fuzz',
        http,
        requestId: 'fuzz',
      },
      ...{ routeKey: `POST ${path}`, stage: '$default', time: '01/Mar/2026:12:00:00 +0000', timeEpoch: NOW },
    },
  };
}
