/** Where accepted events wait: the queue, and the dead-letter queue for those that Pinterest does not take. */
import { Duration, type RemovalPolicy, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SENDER_LIMITS } from '../lambda/sender/limits';

export interface EventQueueProps {
  readonly removalPolicy: RemovalPolicy;
  readonly encryptionKey?: kms.IKey | undefined;
}

/** The longest that SQS keeps a message: an outage, or an owner on holiday, must not cost events. */
export const QUEUE_RETENTION = Duration.seconds(SENDER_LIMITS.retentionSeconds);

/**
 * How long SQS works with one data key before it asks KMS again: AWS's default. A day would save cents a month, and a
 * key that is withdrawn would open messages for a day.
 */
const DATA_KEY_REUSE = Duration.minutes(5);

export class EventQueue extends Construct {
  public readonly queue: sqs.Queue;
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
    this.queue = new sqs.Queue(this, 'Queue', {
      ...common,
      visibilityTimeout: Duration.seconds(SENDER_LIMITS.visibilityTimeoutSeconds),
      deadLetterQueue: { queue: this.deadLetterQueue, maxReceiveCount: SENDER_LIMITS.maxReceiveCount },
    });
  }

  /** Sending alone: the library's own grant would let a sender read attributes, and re-encrypt with the key. */
  public grantSend(grantee: iam.IGrantable): void {
    sendTo(this.queue, grantee);
  }

  public grantSendDeadLetters(grantee: iam.IGrantable): void {
    sendTo(this.deadLetterQueue, grantee);
  }
}

const encryptionOf = (key: kms.IKey | undefined): sqs.QueueProps =>
  key === undefined
    ? { encryption: sqs.QueueEncryption.SQS_MANAGED }
    : { encryption: sqs.QueueEncryption.KMS, encryptionMasterKey: key, dataKeyReuse: DATA_KEY_REUSE };

/** Who sends to an encrypted queue makes data keys and checks them; both through SQS and nowhere else. */
function sendTo(queue: sqs.Queue, grantee: iam.IGrantable): void {
  queue.grant(grantee, 'sqs:SendMessage');
  const throughSqs = new kms.ViaServicePrincipal(`sqs.${Stack.of(queue).region}.amazonaws.com`, grantee.grantPrincipal);
  queue.encryptionMasterKey?.grant(throughSqs, 'kms:Decrypt', 'kms:GenerateDataKey');
}
