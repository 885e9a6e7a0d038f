/** What is wrong with an authorizer for the server routes: it has to authorise, and alone. */
import { HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';

export function authorizerFaults({ serverAuthorizer, serverAuthorization }: PinterestConversionsProps): string[] {
  if (serverAuthorizer === undefined) return [];
  const fault = faultOf(serverAuthorizer);
  return [
    ...(fault === undefined ? [] : [`"serverAuthorizer" must be ${fault}`]),
    ...(serverAuthorization === undefined
      ? []
      : ['"serverAuthorization" and "serverAuthorizer" exclude each other; leave one of them out']),
  ];
}

function faultOf(authorizer: unknown): string | undefined {
  if (typeof (authorizer as { readonly bind?: unknown } | null)?.bind !== 'function') {
    return 'an authorizer for routes of an HTTP API; write one such as new HttpJwtAuthorizer(…)';
  }
  if (authorizer instanceof HttpNoneAuthorizer) {
    return 'one that authorises, got HttpNoneAuthorizer; leave it out for the ingest key';
  }
  if (authorizer instanceof HttpIamAuthorizer) {
    return 'a JWT or Lambda authorizer, got HttpIamAuthorizer; write "serverAuthorization": ServerAuthorization.IAM instead';
  }
  return undefined;
}
