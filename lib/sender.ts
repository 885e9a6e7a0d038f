/** Delivers queued events to Pinterest: the sender function, its token, and its event source mappings. */
import { Duration, SecretValue } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { SECRET_NOT_SET } from '../contract/secret-not-set';
import { SENDER_ENVIRONMENT } from '../contract/sender-environment';
import { BATCHING, SENDER_LIMITS } from '../contract/sender-limits';
import type { EventQueue } from './event-queue';
import type { Settled } from './options/table';
import { ConversionsFunction, type FunctionSettings } from './private/conversions-function';
import { grantReadSecret, READ_VALUE } from './private/key-access';
import { backlogConcurrency } from './private/sender-concurrency';

export interface SenderProps {
  readonly options: Settled;
  readonly pipeline: string;
  readonly events: EventQueue;
  readonly settings: FunctionSettings;
}

export class Sender extends Construct {
  public readonly function: lambda.Function;
  public readonly logGroup: logs.LogGroup;
  public readonly tokenSecret: secretsmanager.ISecret;

  public constructor(scope: Construct, id: string, props: SenderProps) {
    super(scope, id);

    const { options } = props;
    const { queue, backlogQueue, deadLetterQueue } = props.events;
    this.tokenSecret = options.tokenSecret ?? this.createTokenSecret(props);

    const {
      function: sender,
      role,
      logGroup,
    } = new ConversionsFunction(this, 'Function', {
      asset: 'sender',
      description: `Delivers conversion events to Pinterest ad account ${options.adAccountId}`,
      timeout: Duration.seconds(SENDER_LIMITS.functionTimeoutSeconds),
      ...props.settings,
      // what is left of a message of the backlog is written into it again, each time with fewer events.
      isRecursive: true,
      environment: SENDER_ENVIRONMENT.write({
        ...options,
        pipeline: props.pipeline,
        tokenSecretArn: this.tokenSecret.secretArn,
        eventQueueUrl: queue.queueUrl,
        deadLetterQueueUrl: deadLetterQueue.queueUrl,
        backlogQueueUrl: backlogQueue.queueUrl,
        maximumEventAgeSeconds: options.maximumEventAge.toSeconds(),
      }),
    });
    this.function = sender;
    this.logGroup = logGroup;

    grantReadSecret(this.tokenSecret, role, READ_VALUE);
    props.events.grantDeliver(role);
    // not an SqsEventSource: its logical id contains the names of stack and stage, and if one of them changes, AWS refuses a
    // second mapping between the same queue and function.
    sender.addEventSourceMapping('Feed', {
      eventSourceArn: queue.queueArn,
      batchSize: BATCHING.events.batchSize,
      maxBatchingWindow: Duration.seconds(BATCHING.events.batchingWindowSeconds),
      // not reserved concurrency: throttled invocations would increase the receive count, and so lead to the dead-letter queue.
      maxConcurrency: options.senderMaxConcurrency,
      reportBatchItemFailures: true,
    });
    // by itself, so that what waits for the end of an outage takes no turn of a new event.
    sender.addEventSourceMapping('BacklogFeed', {
      eventSourceArn: backlogQueue.queueArn,
      batchSize: BATCHING.backlog.batchSize,
      maxBatchingWindow: Duration.seconds(BATCHING.backlog.batchingWindowSeconds),
      maxConcurrency: backlogConcurrency(options.senderMaxConcurrency),
      reportBatchItemFailures: true,
    });
  }

  private createTokenSecret({
    options: { adAccountId },
    settings: { encryptionKey },
  }: SenderProps): secretsmanager.Secret {
    return new secretsmanager.Secret(this, 'Token', {
      description:
        `Pinterest Conversions API access token of ad account ${adAccountId}. Put it here with: ` +
        'aws secretsmanager put-secret-value --secret-id <ARN of this secret> --secret-string <token>',
      secretStringValue: SecretValue.unsafePlainText(SECRET_NOT_SET),
      ...(encryptionKey && { encryptionKey }),
    });
  }
}
