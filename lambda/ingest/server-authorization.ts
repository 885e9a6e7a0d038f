/** What authorizes the routes for back ends, one row a way: how it is recognized, and what a caller without it is told. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { ServerAuthorization } from '../../contract/ingest-environment';
import { holdsIngestKey, type Keys } from './authorise';

interface Check {
  readonly holds: (request: APIGatewayProxyEventV2, keys: Keys) => boolean | Promise<boolean>;
  readonly refusal: string;
}

export const SERVER_CHECKS: { readonly [way in ServerAuthorization]: Check } = {
  key: {
    holds: ({ headers }, keys) => holdsIngestKey(headers.authorization, keys),
    refusal: 'the ingest key is missing or wrong; send the header "Authorization: Bearer <ingest key>"',
  },
  iam: {
    holds: (request) => isThere(authorizerOf(request)?.iam),
    refusal: 'the request is not signed; sign it with AWS Signature Version 4 for the service execute-api',
  },
  authorizer: {
    // a Lambda authorizer that hands over no context leaves `{"lambda": null}`: the key alone says that it ran.
    holds: (request) => {
      const authorizer = authorizerOf(request);
      return isThere(authorizer) && (isThere(authorizer.jwt) || 'lambda' in authorizer);
    },
    refusal: 'the request has not passed the authorizer of this API; send the credentials that it requires',
  },
};

interface Authorizer {
  readonly iam?: unknown;
  readonly jwt?: unknown;
  readonly lambda?: unknown;
}

/** API Gateway puts this here once it has authorized the request, and only then. */
const authorizerOf = ({ requestContext }: APIGatewayProxyEventV2): Authorizer | null | undefined =>
  (requestContext as { readonly authorizer?: Authorizer | null }).authorizer;

const isThere = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null;
