/** Where alarms go. */
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/**
 * Encrypted at rest only with a key of the owner's: with AWS's own key CloudWatch could not publish, and no alarm text
 * holds anything personal. Transport is TLS only.
 */
export function createAlarmTopic(scope: Construct, id: string, encryptionKey?: kms.IKey): sns.Topic {
  const topic = new sns.Topic(scope, id, { enforceSSL: true, ...(encryptionKey && { masterKey: encryptionKey }) });
  if (encryptionKey) letAlarmsUse(encryptionKey, Stack.of(scope).account);
  // enforceSSL gives the topic a policy of its own, and with that the default one is gone that lets CloudWatch publish.
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
 * CloudWatch uses the key in its own name; the policy of an imported key is its owner's to write. Without this it loses
 * alarms silently: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
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
