import { Names, Token, Validations } from 'aws-cdk-lib';
import type * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { ConnectOptions } from './connect-options';
import { CustomDomain } from './custom-domain';
import { EventQueue } from './event-queue';
import { IngestApi } from './ingest-api';
import { MeteredConversions } from './metered-conversions';
import { Monitoring } from './monitoring';
import { PipelineMetrics } from './monitoring/metrics';
import { type Settled, settled } from './options/table';
import type { PinterestConversionsProps } from './pinterest-conversions-props';
import { addToEnvironment } from './private/back-end-environment';
import { scriptTag } from './private/script-tag';
import { PEAK_FACTOR } from './private/sender-concurrency';
import { Sender } from './sender';
import { validateProps } from './validate-props';

/**
 * A shop's own server-side connection to Pinterest: an HTTP endpoint receives conversion events from browsers and back
 * ends, a queue keeps them, a sender delivers them to the Pinterest Conversions API, and alarms report when something is
 * wrong.
 */
export class PinterestConversions extends MeteredConversions {
  /** Base URL of the endpoint, without a trailing slash. */
  public readonly endpoint: string;

  /** HTML tag that loads the browser script; replace `YOUR_TAG_ID` in it with the id of your Pinterest tag. */
  public readonly scriptTag: string;

  /** Target of the DNS record of `domainName`; undefined without a `domainName`. */
  public readonly domainTarget?: string;

  /** HTTP API that receives the events. */
  public readonly api: apigw.HttpApi;

  /** Queue of accepted events. */
  public readonly queue: sqs.Queue;

  /** Queue of accepted events that could not be delivered at once, many to a message. */
  public readonly backlogQueue: sqs.Queue;

  /** Dead-letter queue of events that could not be delivered, each with the reason in its attributes. */
  public readonly deadLetterQueue: sqs.Queue;

  /** Function that checks, hashes and queues events. */
  public readonly ingestFunction: lambda.Function;

  /** Function that delivers events to Pinterest. */
  public readonly senderFunction: lambda.Function;

  /** Secret with the Conversions API access token. */
  public readonly tokenSecret: secretsmanager.ISecret;

  /** Secret with the ingest key, which back ends send. */
  public readonly ingestKeySecret: secretsmanager.ISecret;

  /** SNS topic that the alarms notify. */
  public readonly topic: sns.ITopic;

  /** Every alarm by its name, such as `TokenRejected`. */
  public readonly alarms: { [name: string]: cloudwatch.AlarmBase };

  /** Dashboard that shows what arrives, what reaches Pinterest and what waits. */
  public readonly dashboard: cloudwatch.Dashboard;

  /** Address of the dashboard in the AWS console. */
  public readonly dashboardUrl: string;

  protected readonly pipeline: string;

  private readonly ingest: IngestApi;
  private readonly monitoring: Monitoring;

  public constructor(scope: Construct, id: string, props: PinterestConversionsProps) {
    super(scope, id);
    validateProps(this, props);

    const options = settled(props);
    this.pipeline = Names.uniqueResourceName(this, { maxLength: 100 });
    const { encryptionKey, vpc, vpcSubnets, securityGroups } = options;
    const settings = {
      logRetention: options.logRetention,
      encryptionKey,
      network: vpc && { vpc, vpcSubnets, securityGroups },
    };

    const events = new EventQueue(this, 'Events', {
      removalPolicy: options.removalPolicy,
      encryptionKey,
    });
    this.queue = events.queue;
    this.backlogQueue = events.backlogQueue;
    this.deadLetterQueue = events.deadLetterQueue;

    this.ingest = new IngestApi(this, 'Ingest', {
      options,
      pipeline: this.pipeline,
      events,
      settings: {
        ...settings,
        memorySize: options.ingestMemorySize,
        reservedConcurrency: options.ingestReservedConcurrency,
      },
    });
    this.api = this.ingest.api;
    const { domainName, certificateArn, hostedZoneId, cookieDomain } = options;
    const domain = domainName
      ? new CustomDomain(this, 'Domain', {
          api: this.api,
          stage: this.ingest.stage,
          domainName,
          certificateArn,
          hostedZoneId,
        })
      : undefined;
    this.endpoint = domainName ? `https://${domainName}` : this.api.apiEndpoint;
    this.domainTarget = domain?.target;
    this.scriptTag = scriptTag(this.endpoint, cookieDomain);
    this.ingestFunction = this.ingest.function;
    this.ingestKeySecret = this.ingest.ingestKeySecret;

    const sender = new Sender(this, 'Sender', {
      options,
      pipeline: this.pipeline,
      events,
      settings: { ...settings, memorySize: options.senderMemorySize },
    });
    this.senderFunction = sender.function;
    this.tokenSecret = sender.tokenSecret;

    this.monitoring = new Monitoring(this, 'Monitoring', {
      options,
      metrics: new PipelineMetrics(this.pipeline),
      api: this.api,
      queue: this.queue,
      backlogQueue: this.backlogQueue,
      deadLetterQueue: this.deadLetterQueue,
      tokenSecret: this.tokenSecret,
      ingestFunction: this.ingestFunction,
      senderFunction: this.senderFunction,
      ingestLogGroup: this.ingest.logGroup,
      senderLogGroup: sender.logGroup,
    });
    this.topic = this.monitoring.topic;
    this.alarms = this.monitoring.alarms;
    this.dashboard = this.monitoring.dashboard;
    this.dashboardUrl = this.monitoring.dashboardUrl;

    if (props.rolePermissionsBoundary) iam.PermissionsBoundary.of(this).apply(props.rolePermissionsBoundary);
    this.warnOfWhatIsEasilyForgotten(options);
  }

  /**
   * Allows `grantee` to send events as a back end: to read the ingest key or, with IAM authorization, to call the routes
   * for back ends. With a `serverAuthorizer` there is nothing to grant, and this method throws.
   *
   * Actions: `secretsmanager:GetSecretValue` and `secretsmanager:DescribeSecret`, with `kms:Decrypt` if the secret has an
   * `encryptionKey`; or `execute-api:Invoke`.
   *
   * @param grantee who may send events
   */
  public grantSend(grantee: iam.IGrantable): iam.Grant {
    return this.ingest.grantSend(grantee);
  }

  /**
   * Connects one of your functions as a back end: grants it what `grantSend` does, and sets environment variables that say
   * where to send.
   *
   * `CONVERSIONS_ENDPOINT` is the base URL. `CONVERSIONS_INGEST_KEY_SECRET_ARN` is the ARN of the secret with the ingest
   * key; it is not set if IAM or your own authorizer decides who may send.
   *
   * @param backEnd function that sends events
   * @param options how the variables are named
   */
  public connect(backEnd: lambda.Function, options: ConnectOptions = {}): void {
    if (this.ingest.hasGrants) this.grantSend(backEnd);
    addToEnvironment(this, backEnd, options, {
      ENDPOINT: this.endpoint,
      ...(this.ingest.asksForKey && { INGEST_KEY_SECRET_ARN: this.ingestKeySecret.secretArn }),
    });
  }

  /**
   * Adds actions to every alarm, in addition to notifying the topic; with `compositeAlarm`, only to the composite alarm.
   *
   * @param actions actions to run when an alarm is raised
   */
  public addAlarmAction(...actions: cloudwatch.IAlarmAction[]): void {
    this.monitoring.addAlarmAction(...actions);
  }

  /** Settings that are valid, but rarely meant to stay. */
  private warnOfWhatIsEasilyForgotten(options: Settled): void {
    if (options.alarmTopic === undefined && (options.alarmEmails ?? []).length === 0) {
      Validations.of(this).addWarning(
        'pinterest-conversions:noAlarmReceiver',
        'nobody receives alarm notifications; add an address to "alarmEmails", or set "alarmTopic"',
      );
    }
    if (options.expectedEventsPerDay === undefined) {
      Validations.of(this).addWarning(
        'pinterest-conversions:noExpectedEvents',
        'the volume alarms assume 1,000 events a day; set "expectedEventsPerDay" to the number of events on an ordinary day',
      );
    }
    const rate = options.throttleRateLimit;
    const peak = Math.ceil((PEAK_FACTOR * (options.expectedEventsPerDay ?? 0)) / 86_400);
    if (!Token.isUnresolved(peak) && !Token.isUnresolved(rate) && rate < peak) {
      Validations.of(this).addWarning(
        'pinterest-conversions:throttleTooLow',
        `"throttleRateLimit" is ${rate} requests a second, but ${options.expectedEventsPerDay} events a day can be ${peak} a ` +
          `second in a busy hour; requests above the limit are answered with 429, and those of browsers are lost. Set it to ${peak} or more`,
      );
    }
    if (options.testMode) {
      Validations.of(this).addWarning(
        'pinterest-conversions:testMode',
        '"testMode" is on: Pinterest checks every event but counts none; set it to false when you have finished testing',
      );
    }
  }
}
