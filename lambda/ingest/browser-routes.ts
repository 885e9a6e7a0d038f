/** The routes for pages: events of allowed origins, the preflight that asks for them, and the script. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { RequestContext } from '../event/policy';
import { ERRORS, failure, type HttpAnswer } from './answer';
import { clickIdCookie } from './click-id-cookie';
import type { IngestProps } from './ingest-props';
import { corsHeaders, isAllowedOrigin, preflightHeaders } from './origin';
import { takeRequest } from './take-request';

const NOT_ALLOWED = 'this page may not send events; add its origin to "allowedOrigins"';

export async function collect(request: APIGatewayProxyEventV2, props: IngestProps): Promise<HttpAnswer> {
  const { origin, referer } = request.headers;
  if (!isAllowedOrigin(origin, props.allowedOrigins)) return failure(ERRORS.forbidden, NOT_ALLOWED);
  const { sourceIp, userAgent } = request.requestContext.http;
  const context: RequestContext = {
    now: props.now(),
    origin: 'browser',
    ipAddress: sourceIp,
    userAgent,
    cookies: request.cookies,
    referer,
    globalPrivacyControl: request.headers['sec-gpc'] === '1',
  };
  const answer = await takeRequest(request, context, props);
  const cookie = answer.statusCode === 200 ? clickIdCookie(request, props.cookieDomain) : undefined;
  return { ...answer, ...(cookie && { cookies: [cookie] }), headers: { ...answer.headers, ...corsHeaders(origin) } };
}

export function preflight(
  { headers: { origin } }: APIGatewayProxyEventV2,
  { allowedOrigins }: IngestProps,
): HttpAnswer {
  return isAllowedOrigin(origin, allowedOrigins)
    ? { statusCode: 204, headers: preflightHeaders(origin) }
    : failure(ERRORS.forbidden, NOT_ALLOWED);
}

export const script = (body: string): HttpAnswer => ({
  statusCode: 200,
  headers: {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  },
  body,
});
