/** Where alarms go. */
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/**
 * A topic without encryption at rest: with AWS's own key CloudWatch could not publish, and no alarm text holds anything
 * personal. Transport is TLS only.
 */
export function createAlarmTopic(scope: Construct, id: string): sns.Topic {
  const topic = new sns.Topic(scope, id, { enforceSSL: true });
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
