/** Options for who may send events, and how many. */
import type * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import { authorizerFault } from '../private/authorizer-faults';
import { ServerAuthorization } from '../server-authorization';
import { between, oneOf, type ResourceKind, whole } from './kind';
import type { OptionsOf } from './option';

const authorizer: ResourceKind<apigw.IHttpRouteAuthorizer> = {
  faults: (option, value) => {
    const fault = authorizerFault(value);
    return fault === undefined ? [] : [`"${option}" must be ${fault}`];
  },
  isResource: true,
};

export const ACCESS_OPTIONS = {
  serverAuthorization: {
    kind: oneOf(
      Object.values(ServerAuthorization),
      `ServerAuthorization.INGEST_KEY ("${ServerAuthorization.INGEST_KEY}") or IAM ("${ServerAuthorization.IAM}")`,
    ),
    fix: 'leave it out for the ingest key',
    default: ServerAuthorization.INGEST_KEY,
  },
  serverAuthorizer: { kind: authorizer, fix: '' },
  throttleRateLimit: {
    kind: between(1, 10_000, 'requests per second'),
    fix: 'write a number such as 100',
    default: 100,
  },
  throttleBurstLimit: { kind: whole(1, 10_000, 'requests'), fix: 'write a number such as 200', default: 200 },
  ingestReservedConcurrency: {
    kind: whole(1),
    fix: 'leave it out to share the concurrency of the account',
    example: 100,
  },
} as const satisfies OptionsOf<
  'serverAuthorization' | 'serverAuthorizer' | 'throttleRateLimit' | 'throttleBurstLimit' | 'ingestReservedConcurrency'
>;
