/** What is wrong with an authorizer for the server routes: it must authorize, and be the only one. */
import { HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';

/** The two options exclude each other. */
export const authorizerFaults = ({ serverAuthorizer, serverAuthorization }: PinterestConversionsProps): string[] =>
  serverAuthorizer === undefined || serverAuthorization === undefined
    ? []
    : ['"serverAuthorization" and "serverAuthorizer" exclude each other; leave one of them out'];

/** Completes "must be …"; undefined for one that does. */
export function authorizerFault(authorizer: unknown): string | undefined {
  if (typeof (authorizer as { readonly bind?: unknown } | null)?.bind !== 'function') {
    return 'an authorizer for routes of an HTTP API; write one such as new HttpJwtAuthorizer(…)';
  }
  if (authorizer instanceof HttpNoneAuthorizer) {
    return 'one that authorizes, got HttpNoneAuthorizer; leave it out for the ingest key';
  }
  if (authorizer instanceof HttpIamAuthorizer) {
    return 'a JWT or Lambda authorizer, got HttpIamAuthorizer; write "serverAuthorization": ServerAuthorization.IAM instead';
  }
  return undefined;
}
