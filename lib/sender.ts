/** Brings queued events to Pinterest: the sender function, its token, and the event source that feeds it. */
import { Duration, SecretValue } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { SECRET_NOT_SET } from '../contract/secret-not-set';
import { SENDER_ENVIRONMENT } from '../contract/sender-environment';
import { SENDER_LIMITS } from '../contract/sender-limits';
import type { EventQueue } from './event-queue';
import type { LateEvents } from './late-events';
import { ConversionsFunction, type FunctionSettings } from './private/conversions-function';
import { grantReadSecret, READ_VALUE } from './private/key-access';

export interface SenderProps {
  readonly adAccountId: string;
  readonly pipeline: string;
  readonly pinterestApiUrl: string;
  readonly events: EventQueue;
  readonly tokenSecret?: secretsmanager.ISecret | undefined;
  readonly maximumEventAge: Duration;
  readonly lateEvents: LateEvents;
  readonly detailedMetrics: boolean;
  readonly settings: FunctionSettings;
  readonly maxConcurrency?: number | undefined;
}

export class Sender extends Construct {
  public readonly function: lambda.Function;
  public readonly logGroup: logs.LogGroup;
  public readonly tokenSecret: secretsmanager.ISecret;

  public constructor(scope: Construct, id: string, props: SenderProps) {
    super(scope, id);

    const { queue, deadLetterQueue } = props.events;
    this.tokenSecret = props.tokenSecret ?? this.createTokenSecret(props);

    const {
      function: sender,
      role,
      logGroup,
    } = new ConversionsFunction(this, 'Function', {
      asset: 'sender',
      description: `Delivers conversion events to Pinterest ad account ${props.adAccountId}`,
      timeout: Duration.seconds(SENDER_LIMITS.functionTimeoutSeconds),
      ...props.settings,
      environment: SENDER_ENVIRONMENT.write({
        pipeline: props.pipeline,
        adAccountId: props.adAccountId,
        pinterestApiUrl: props.pinterestApiUrl,
        tokenSecretArn: this.tokenSecret.secretArn,
        eventQueueUrl: queue.queueUrl,
        deadLetterQueueUrl: deadLetterQueue.queueUrl,
        maximumEventAgeSeconds: props.maximumEventAge.toSeconds(),
        lateEvents: props.lateEvents,
        detailedMetrics: props.detailedMetrics,
      }),
    });
    this.function = sender;
    this.logGroup = logGroup;

    grantReadSecret(this.tokenSecret, role, READ_VALUE);
    props.events.grantSendDeadLetters(role);
    props.events.grantConsume(role);
    // not an SqsEventSource: that has the names of stack and stage in its logical id, and when one of them changes AWS
    // refuses the second mapping of queue and function.
    sender.addEventSourceMapping('Feed', {
      eventSourceArn: queue.queueArn,
      batchSize: SENDER_LIMITS.batchSize,
      maxBatchingWindow: Duration.seconds(SENDER_LIMITS.batchingWindowSeconds),
      // not reserved concurrency: receives that it turns away would count towards the dead-letter queue.
      maxConcurrency: props.maxConcurrency ?? SENDER_LIMITS.maxConcurrency,
      reportBatchItemFailures: true,
    });
  }

  private createTokenSecret({ adAccountId, settings: { encryptionKey } }: SenderProps): secretsmanager.Secret {
    return new secretsmanager.Secret(this, 'Token', {
      description:
        `Pinterest Conversions API access token of ad account ${adAccountId}. Put it here with: ` +
        'aws secretsmanager put-secret-value --secret-id <ARN of this secret> --secret-string <token>',
      secretStringValue: SecretValue.unsafePlainText(SECRET_NOT_SET),
      ...(encryptionKey && { encryptionKey }),
    });
  }
}
