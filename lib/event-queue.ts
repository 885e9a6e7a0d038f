/** Where accepted events wait: the queue, and the dead-letter queue for those that Pinterest does not take. */
import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SENDER_LIMITS } from '../lambda/sender/limits';

export interface EventQueueProps {
  readonly removalPolicy: RemovalPolicy;
}

/** The longest that SQS keeps a message: an outage, or an owner on holiday, must not cost events. */
export const QUEUE_RETENTION = Duration.seconds(SENDER_LIMITS.retentionSeconds);

export class EventQueue extends Construct {
  public readonly queue: sqs.Queue;
  public readonly deadLetterQueue: sqs.Queue;

  public constructor(scope: Construct, id: string, props: EventQueueProps) {
    super(scope, id);

    const common: sqs.QueueProps = {
      retentionPeriod: QUEUE_RETENTION,
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      removalPolicy: props.removalPolicy,
    };
    this.deadLetterQueue = new sqs.Queue(this, 'DeadLetters', common);
    this.queue = new sqs.Queue(this, 'Queue', {
      ...common,
      visibilityTimeout: Duration.seconds(SENDER_LIMITS.visibilityTimeoutSeconds),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: SENDER_LIMITS.maxReceiveCount },
    });
  }
}
