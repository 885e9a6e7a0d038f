/** What authorises the routes for back ends, one row a way: how it is recognised, and what a caller without it is told. */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { holdsIngestKey, type Keys } from './authorise';

/** Values of the environment variable `SERVER_AUTHORIZATION`. */
export type ServerAuthorization = 'key' | 'iam' | 'authorizer';

interface Check {
  readonly holds: (request: APIGatewayProxyEventV2, keys: Keys) => boolean | Promise<boolean>;
  readonly refusal: string;
}

export const SERVER_AUTHORIZATIONS: { readonly [way in ServerAuthorization]: Check } = {
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
    refusal: 'the request has not passed the authorizer of this API; send what it asks for',
  },
};

/** Unset, it is the ingest key. Anything unknown must not start: it could open the routes. */
export function readServerAuthorization(text: string | undefined): ServerAuthorization {
  const way = text ?? 'key';
  if (!isKnown(way)) {
    const known = Object.keys(SERVER_AUTHORIZATIONS).join(', ');
    throw new Error(`SERVER_AUTHORIZATION must be one of ${known}, got "${way}"`);
  }
  return way;
}

const isKnown = (way: string): way is ServerAuthorization => Object.hasOwn(SERVER_AUTHORIZATIONS, way);

interface Authorizer {
  readonly iam?: unknown;
  readonly jwt?: unknown;
  readonly lambda?: unknown;
}

/** API Gateway puts this here once it has authorised the request, and only then. */
const authorizerOf = ({ requestContext }: APIGatewayProxyEventV2): Authorizer | null | undefined =>
  (requestContext as { readonly authorizer?: Authorizer | null }).authorizer;

const isThere = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null;
