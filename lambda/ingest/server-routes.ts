/** The route for back ends: the ingest key, or a signature that API Gateway has checked. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ERRORS, failure, type HttpAnswer } from './answer';
import { holdsIngestKey } from './authorise';
import type { IngestProps } from './ingest-props';
import { takeRequest } from './take-request';

const NO_KEY = 'the ingest key is missing or wrong; send the header "Authorization: Bearer <ingest key>"';
const UNSIGNED = 'the request is not signed; sign it with AWS Signature Version 4 for the service execute-api';

export async function serverEvents(
  request: APIGatewayProxyEventV2,
  adAccountId: string | undefined,
  props: IngestProps,
): Promise<HttpAnswer> {
  const { iam, keys } = props;
  if (!(iam ? isSigned(request) : await holdsIngestKey(request.headers.authorization, keys))) {
    return failure(ERRORS.unauthorised, iam ? UNSIGNED : NO_KEY);
  }
  if (adAccountId !== undefined && adAccountId !== props.adAccountId) {
    return failure(ERRORS.forbidden, 'this endpoint does not serve that ad account; post to /events');
  }
  return takeRequest(request, { now: props.now(), origin: 'server' }, props);
}

/** API Gateway puts the caller's identity here once it has checked the signature, and only then. */
function isSigned({ requestContext }: APIGatewayProxyEventV2): boolean {
  const { authorizer } = requestContext as { readonly authorizer?: { readonly iam?: unknown } };
  return authorizer?.iam !== undefined && authorizer.iam !== null;
}
