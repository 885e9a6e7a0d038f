/**
 * Use of the owner's key, granted in the role's policy and through one service only. The grants of aws-cdk-lib write roles
 * into the key policy, which makes a cycle if the key is in another stack, and grant nothing with an imported key once a
 * service is named.
 */
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { IConstruct } from 'constructs';

/** `used` is what is encrypted with the key. */
export function grantKey(
  key: kms.IKey,
  grantee: iam.IGrantable,
  service: 'sqs' | 'secretsmanager',
  used: IConstruct,
  actions: readonly string[],
): iam.Grant {
  return iam.Grant.addToPrincipal({
    grantee,
    actions: [...actions],
    resourceArns: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `${service}.${Stack.of(used).region}.amazonaws.com` } },
  });
}

/** What our own functions call. */
export const READ_VALUE = ['secretsmanager:GetSecretValue'];

/** Also what AWS's caching clients call, which back ends may use. */
export const READ_AND_CACHE = [...READ_VALUE, 'secretsmanager:DescribeSecret'];

export function grantReadSecret(
  secret: secretsmanager.ISecret,
  grantee: iam.IGrantable,
  actions: readonly string[],
): iam.Grant {
  const grant = iam.Grant.addToPrincipalOrResource({
    grantee,
    actions: [...actions],
    // a secret that is imported by name or partial ARN ends in six characters that are unknown at synthesis.
    resourceArns: [secret.secretFullArn ?? `${secret.secretArn}-??????`],
    resource: secret,
  });
  const { encryptionKey } = secret;
  return encryptionKey
    ? grant.combine(grantKey(encryptionKey, grantee, 'secretsmanager', secret, ['kms:Decrypt']))
    : grant;
}
