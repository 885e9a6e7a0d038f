/**
 * Where accepted events wait: the queue, the backlog queue for those that could not be delivered at once, and the dead-letter
 * queue for those that cannot be delivered at all.
 */
import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SENDER_LIMITS } from '../contract/sender-limits';
import { grantKey } from './private/key-access';

export interface EventQueueProps {
  readonly removalPolicy: RemovalPolicy;
  readonly encryptionKey?: kms.IKey | undefined;
}

/** The maximum that SQS offers: an outage, or an owner on vacation, must not cost events. */
export const QUEUE_RETENTION = Duration.seconds(SENDER_LIMITS.retentionSeconds);

/**
 * How long SQS reuses a data key before it calls KMS again: AWS's default. A day would save cents a month, but a key that
 * has been disabled would still decrypt messages for a day.
 */
const DATA_KEY_REUSE = Duration.minutes(5);

export class EventQueue extends Construct {
  public readonly queue: sqs.Queue;
  public readonly backlogQueue: sqs.Queue;
  public readonly deadLetterQueue: sqs.Queue;

  public constructor(scope: Construct, id: string, props: EventQueueProps) {
    super(scope, id);

    const common: sqs.QueueProps = {
      retentionPeriod: QUEUE_RETENTION,
      ...encryptionOf(props.encryptionKey),
      enforceSSL: true,
      removalPolicy: props.removalPolicy,
    };
    this.deadLetterQueue = new sqs.Queue(this, 'DeadLetters', common);
    const delivered: sqs.QueueProps = {
      ...common,
      visibilityTimeout: Duration.seconds(SENDER_LIMITS.visibilityTimeoutSeconds),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: SENDER_LIMITS.maxReceiveCount },
    };
    this.queue = new sqs.Queue(this, 'Queue', delivered);
    this.backlogQueue = new sqs.Queue(this, 'Backlog', delivered);
  }

  /** Allows only sending: the grant of aws-cdk-lib would also allow reading attributes, and re-encrypting with the key. */
  public grantSend(grantee: iam.IGrantable): void {
    grant(this.queue, grantee, SEND);
  }

  /** What the event source mappings need, and what the function needs to put events aside or back for later. */
  public grantDeliver(grantee: iam.IGrantable): void {
    grant(this.deadLetterQueue, grantee, SEND);
    grant(this.queue, grantee, CONSUME);
    grant(this.backlogQueue, grantee, CONSUME);
    grant(this.backlogQueue, grantee, SEND);
  }
}

const encryptionOf = (key: kms.IKey | undefined): sqs.QueueProps =>
  key === undefined
    ? { encryption: sqs.QueueEncryption.SQS_MANAGED }
    : { encryption: sqs.QueueEncryption.KMS, encryptionMasterKey: key, dataKeyReuse: DATA_KEY_REUSE };

interface Access {
  readonly queue: readonly string[];
  readonly key: readonly string[];
}

/** A producer generates data keys and verifies them: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html */
const SEND: Access = { queue: ['sqs:SendMessage'], key: ['kms:Decrypt', 'kms:GenerateDataKey'] };

/** As the Lambda developer guide lists them: services-sqs-configure.html#events-sqs-permissions */
const CONSUME: Access = {
  queue: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'],
  key: ['kms:Decrypt'],
};

function grant(queue: sqs.Queue, grantee: iam.IGrantable, access: Access): void {
  queue.grant(grantee, ...access.queue);
  if (queue.encryptionMasterKey) grantKey(queue.encryptionMasterKey, grantee, 'sqs', queue, access.key);
}
