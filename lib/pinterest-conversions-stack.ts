import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PinterestConversions } from './pinterest-conversions';
import type { PinterestConversionsProps } from './pinterest-conversions-props';

/**
 * Properties of `PinterestConversionsStack`.
 */
export interface PinterestConversionsStackProps extends StackProps, PinterestConversionsProps {}

/**
 * A stack that contains only `PinterestConversions`, with outputs that the owner needs next.
 */
export class PinterestConversionsStack extends Stack {
  /** The construct in the stack. */
  public readonly conversions: PinterestConversions;

  public constructor(scope: Construct, id: string, props: PinterestConversionsStackProps) {
    super(scope, id, props);
    const conversions = new PinterestConversions(this, 'Conversions', props);
    this.conversions = conversions;

    this.output(
      'Endpoint',
      conversions.endpoint,
      'Base URL for events: POST /events from back ends, /collect from browsers',
    );
    this.output(
      'ScriptTag',
      conversions.scriptTag,
      'Paste this into the head of every page of the shop, with the id of your Pinterest tag',
    );
    if (conversions.domainTarget !== undefined && props.hostedZoneId === undefined) {
      this.output(
        'DomainTarget',
        conversions.domainTarget,
        `Create a CNAME record from ${props.domainName} to this host`,
      );
    }
    this.output(
      'PinterestTokenSecretArn',
      conversions.tokenSecret.secretArn,
      'Secret for the access token: aws secretsmanager put-secret-value --secret-id <this> --secret-string <token>',
    );
    this.output(
      'IngestKeySecretArn',
      conversions.ingestKeySecret.secretArn,
      'Secret with the ingest key for back ends: aws secretsmanager get-secret-value --secret-id <this>',
    );
    this.output('DashboardUrl', conversions.dashboardUrl, 'What arrives, what reaches Pinterest and what waits');
    this.output('QueueUrl', conversions.queue.queueUrl, 'Queue of accepted events');
    this.output(
      'BacklogQueueUrl',
      conversions.backlogQueue.queueUrl,
      'Queue of accepted events that could not be delivered at once, many to a message',
    );
    this.output(
      'DeadLetterQueueUrl',
      conversions.deadLetterQueue.queueUrl,
      'Dead-letter queue: events that could not be delivered, each with the reason',
    );
    this.output(
      'AlarmTopicArn',
      conversions.topic.topicArn,
      'SNS topic that the alarms notify; subscribe further receivers to it',
    );
  }

  private output(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description });
  }
}
