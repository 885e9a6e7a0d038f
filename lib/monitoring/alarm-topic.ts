/** The topic that alarms notify. */
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/**
 * Encrypted at rest only with a key of the owner: with the AWS managed key CloudWatch could not publish, and alarm texts
 * hold nothing personal. Accepts TLS connections only.
 */
export function createAlarmTopic(scope: Construct, id: string, encryptionKey?: kms.IKey): sns.Topic {
  const topic = new sns.Topic(scope, id, { enforceSSL: true, ...(encryptionKey && { masterKey: encryptionKey }) });
  if (encryptionKey) letAlarmsUse(encryptionKey, Stack.of(scope).account);
  // enforceSSL adds a topic policy, which replaces the default one that lets CloudWatch publish.
  topic.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'LetAlarmsPublish',
      principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  return topic;
}

/**
 * CloudWatch uses the key as itself, so the key policy must allow it; that of an imported key is up to its owner. Without
 * this, notifications are lost silently: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
 */
function letAlarmsUse(key: kms.IKey, account: string): void {
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
}
