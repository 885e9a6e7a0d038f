/** The common form of our log groups: retention as configured, deleted with the stack, encrypted with the owner's key if there is one. */
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface LogSettings {
  readonly logRetention: logs.RetentionDays;
  readonly encryptionKey?: kms.IKey | undefined;
}

export function createLogGroup(scope: Construct, id: string, settings: LogSettings): logs.LogGroup {
  const { logRetention, encryptionKey } = settings;
  if (encryptionKey) letLogsUse(encryptionKey, Stack.of(scope));
  return new logs.LogGroup(scope, id, {
    retention: logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
    ...(encryptionKey && { encryptionKey }),
  });
}

/**
 * CloudWatch Logs uses the key as itself, so that only the key policy can allow it; that of an imported key is up to its
 * owner. The log group's name is not known here: it depends on the key.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
function letLogsUse(key: kms.IKey, stack: Stack): void {
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': stack.formatArn({ service: 'logs', resource: 'log-group:*' }),
        },
      },
    }),
  );
}
