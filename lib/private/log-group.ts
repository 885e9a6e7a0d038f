/** A log group as all of ours are: kept for as long as told, gone with its stack, encrypted with the owner's key if there is one. */
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
 * CloudWatch Logs uses the key in its own name, so that only the key's policy can allow it; the policy of an imported
 * key is its owner's to write. A log group's name is not known here: it depends on the key.
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
