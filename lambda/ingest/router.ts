/** One request → one answer. Nothing thrown leaves here: a caller gets an answer that it can act on, or repeat. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ROUTES, type Route, type RouteName } from '../../contract/routes';
import { errorKind } from '../telemetry/telemetry';
import { ERRORS, failure, type HttpAnswer, json } from './answer';
import { collect, preflight, script } from './browser-routes';
import type { IngestProps } from './ingest-props';
import { corsHeaders, isAllowedOrigin } from './origin';
import { serverEvents } from './server-routes';

export type Router = (request: APIGatewayProxyEventV2) => Promise<HttpAnswer>;

interface Match {
  readonly route: Route;
  /** Of a path that names an ad account. */
  readonly adAccountId: string | undefined;
}

export function createRouter(props: IngestProps): Router {
  const handlers: Record<
    RouteName,
    (request: APIGatewayProxyEventV2, match: Match) => Promise<HttpAnswer> | HttpAnswer
  > = {
    events: (request, { adAccountId }) => serverEvents(request, adAccountId, props),
    collect: (request) => collect(request, props),
    preflight: (request) => preflight(request, props),
    script: () => script(props.script),
    health: () => json(200, { status: 'ok' }),
  };

  return async (request) => {
    const match = matchRoute(request.requestContext.http.method, request.rawPath);
    if (match === undefined) return failure(ERRORS.notFound, 'there is no such route; send events to POST /events');
    try {
      return await handlers[match.route.name](request, match);
    } catch (error) {
      props.telemetry.error('request failed', { route: match.route.name, error: errorKind(error) });
      const answer = failure(ERRORS.unavailable, 'the request could not be handled now; retry it');
      // Without CORS headers a page could not read that it may repeat.
      const { origin } = request.headers;
      const readable = match.route.name === 'collect' && isAllowedOrigin(origin, props.allowedOrigins);
      return readable ? { ...answer, headers: { ...answer.headers, ...corsHeaders(origin) } } : answer;
    }
  };
}

function matchRoute(method: string, path: string): Match | undefined {
  for (const route of ROUTES) {
    if (route.method !== method) continue;
    const [before = '', after] = route.path.split('{ad_account_id}');
    if (after === undefined ? path === route.path : path.startsWith(before) && path.endsWith(after)) {
      return {
        route,
        adAccountId: after === undefined ? undefined : path.slice(before.length, path.length - after.length),
      };
    }
  }
  return undefined;
}
