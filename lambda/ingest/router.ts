/** One request → one answer. Nothing thrown leaves here: a caller gets an answer that it can act on, or repeat. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { RequestContext } from '../event/accept';
import { errorKind } from '../telemetry/telemetry';
import { ERRORS, failure, type HttpAnswer, json } from './answer';
import { holdsIngestKey, type Keys } from './authorise';
import { corsHeaders, isAllowedOrigin, preflightHeaders } from './origin';
import { readBody } from './read-body';
import { ROUTES, type Route, type RouteName } from './routes';
import { type TakeEventsProps, takeEvents } from './take-events';

export interface RouterProps extends TakeEventsProps {
  readonly adAccountId: string;
  readonly allowedOrigins: readonly string[];
  readonly keys: Keys;
  /** True when API Gateway has checked the caller's IAM signature before the request came here. */
  readonly authorisedByIam: boolean;
  readonly testMode: boolean;
  /** Text of /pinterest.js. */
  readonly script: string;
  readonly now?: () => number;
}

export type Router = (request: APIGatewayProxyEventV2) => Promise<HttpAnswer>;

export function createRouter(props: RouterProps): Router {
  const handlers: Record<
    RouteName,
    (request: APIGatewayProxyEventV2, adAccountId?: string) => Promise<HttpAnswer> | HttpAnswer
  > = {
    events: (request, adAccountId) => events(request, adAccountId, props),
    collect: (request) => collect(request, props),
    preflight: (request) => preflight(request, props),
    script: () => script(props.script),
    health: () => json(200, { status: 'ok' }),
  };

  return async (request) => {
    const match = matchRoute(request.requestContext.http.method, request.rawPath);
    if (match === undefined) return failure(ERRORS.notFound, 'there is no such route; events go to POST /events');
    try {
      return await handlers[match.route.name](request, match.adAccountId);
    } catch (error) {
      props.telemetry.error('request failed', { route: match.route.name, error: errorKind(error) });
      return failure(ERRORS.unavailable, 'the request could not be handled now; repeat it');
    }
  };
}

function matchRoute(method: string, path: string): { route: Route; adAccountId: string | undefined } | undefined {
  for (const route of ROUTES) {
    const [before = '', after] = route.path.split('{ad_account_id}');
    if (route.method !== method) continue;
    if (after === undefined ? path === route.path : path.startsWith(before) && path.endsWith(after)) {
      const adAccountId = after === undefined ? undefined : path.slice(before.length, path.length - after.length);
      return { route, adAccountId };
    }
  }
  return undefined;
}

async function events(
  request: APIGatewayProxyEventV2,
  adAccountId: string | undefined,
  props: RouterProps,
): Promise<HttpAnswer> {
  if (!props.authorisedByIam && !(await holdsIngestKey(request.headers.authorization, props.keys))) {
    return failure(
      ERRORS.unauthorised,
      'the ingest key is missing or wrong; send the header "Authorization: Bearer <ingest key>"',
    );
  }
  if (adAccountId !== undefined && adAccountId !== props.adAccountId) {
    return failure(ERRORS.forbidden, 'this endpoint does not serve that ad account; post to /events');
  }
  return take(request, { now: now(props), origin: 'server' }, props);
}

async function collect(request: APIGatewayProxyEventV2, props: RouterProps): Promise<HttpAnswer> {
  const { origin, referer } = request.headers;
  if (!isAllowedOrigin(origin, props.allowedOrigins) || origin === undefined) {
    return failure(ERRORS.forbidden, 'this page may not send events; its origin has to be listed in "allowedOrigins"');
  }
  const { sourceIp, userAgent } = request.requestContext.http;
  const context: RequestContext = {
    now: now(props),
    origin: 'browser',
    ipAddress: sourceIp,
    userAgent,
    cookies: request.cookies,
    referer,
  };
  const answer = await take(request, context, props);
  return { ...answer, headers: { ...answer.headers, ...corsHeaders(origin) } };
}

async function take(request: APIGatewayProxyEventV2, context: RequestContext, props: RouterProps): Promise<HttpAnswer> {
  const body = readBody(request.body, request.isBase64Encoded);
  if ('refusal' in body) return failure(body.refusal.kind, body.refusal.message);
  const test = props.testMode || request.queryStringParameters?.test?.toLowerCase() === 'true';
  return takeEvents(body.events, context, test, props);
}

function preflight(request: APIGatewayProxyEventV2, props: RouterProps): HttpAnswer {
  const { origin } = request.headers;
  return isAllowedOrigin(origin, props.allowedOrigins) && origin !== undefined
    ? { statusCode: 204, headers: preflightHeaders(origin) }
    : failure(ERRORS.forbidden, 'this page may not send events; its origin has to be listed in "allowedOrigins"');
}

const script = (body: string): HttpAnswer => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  },
  body,
});

const now = (props: RouterProps): number => (props.now ?? Date.now)();
