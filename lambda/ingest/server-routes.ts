/** The route for back ends: the ingest key, or what API Gateway has checked. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ERRORS, failure, type HttpAnswer } from './answer';
import type { IngestProps } from './ingest-props';
import { SERVER_CHECKS } from './server-authorization';
import { takeRequest } from './take-request';

export async function serverEvents(
  request: APIGatewayProxyEventV2,
  adAccountId: string | undefined,
  props: IngestProps,
): Promise<HttpAnswer> {
  const { holds, refusal } = SERVER_CHECKS[props.serverAuthorization];
  if (!(await holds(request, props.keys))) return failure(ERRORS.unauthorised, refusal);
  if (adAccountId !== undefined && adAccountId !== props.adAccountId) {
    return failure(ERRORS.forbidden, 'this endpoint does not serve that ad account; post to /events');
  }
  return takeRequest(request, { now: props.now(), origin: 'server' }, props);
}
