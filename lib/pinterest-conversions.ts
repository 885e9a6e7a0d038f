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
import { Sender } from './sender';
import { validateProps } from './validate-props';

/** The busiest hour of an ordinary day has twice the average, and Black Friday eight times that. */
const PEAK_FACTOR = 16;

/**
 * A shop's own server-side line to Pinterest: an HTTP endpoint takes conversion events from browsers and back ends, a
 * queue keeps them, a sender delivers them to the Pinterest Conversions API, and alarms tell when something is wrong.
 */
export class PinterestConversions extends MeteredConversions {
  /** Base URL of the endpoint, without a trailing slash. */
  public readonly endpoint: string;

  /** HTML tag that puts the browser script onto a page; the tag id in it is yours to fill in. */
  public readonly scriptTag: string;

  /** What the DNS record of `domainName` has to point at; undefined without a `domainName`. */
  public readonly domainTarget?: string;

  /** HTTP API that takes the events. */
  public readonly api: apigw.HttpApi;

  /** Queue of accepted events. */
  public readonly queue: sqs.Queue;

  /** Queue of events that Pinterest refused, each with the reason in its attributes. */
  public readonly deadLetterQueue: sqs.Queue;

  /** Function that checks, hashes and queues events. */
  public readonly ingestFunction: lambda.Function;

  /** Function that delivers events to Pinterest. */
  public readonly senderFunction: lambda.Function;

  /** Secret with the Conversions API access token. */
  public readonly tokenSecret: secretsmanager.ISecret;

  /** Secret with the key that back ends show. */
  public readonly ingestKeySecret: secretsmanager.ISecret;

  /** Topic that gets the alarms. */
  public readonly topic: sns.ITopic;

  /** Every alarm by its name, such as `TokenRejected`. */
  public readonly alarms: { [name: string]: cloudwatch.AlarmBase };

  /** Dashboard of what arrives, what reaches Pinterest and what waits. */
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
   * Lets `grantee` send events as a back end: it may read the ingest key, or with IAM authorization call the routes for
   * back ends. With a `serverAuthorizer` there is nothing to grant, and this fails.
   *
   * Actions: `secretsmanager:GetSecretValue` and `secretsmanager:DescribeSecret`, with `kms:Decrypt` where the key has an
   * `encryptionKey`; or `execute-api:Invoke`.
   *
   * @param grantee who may send events
   */
  public grantSend(grantee: iam.IGrantable): iam.Grant {
    return this.ingest.grantSend(grantee);
  }

  /**
   * Makes a function of yours a back end: grants it what `grantSend` does, and tells it through its environment where to
   * send.
   *
   * It finds the base URL in `CONVERSIONS_ENDPOINT`, and unless IAM or an authorizer of yours decides who may send, the
   * ARN of the secret with the ingest key in `CONVERSIONS_INGEST_KEY_SECRET_ARN`.
   *
   * @param backEnd function that sends events
   * @param options how the variables are called
   */
  public connect(backEnd: lambda.Function, options: ConnectOptions = {}): void {
    if (this.ingest.hasGrants) this.grantSend(backEnd);
    addToEnvironment(this, backEnd, options, {
      ENDPOINT: this.endpoint,
      ...(this.ingest.asksForKey && { INGEST_KEY_SECRET_ARN: this.ingestKeySecret.secretArn }),
    });
  }

  /**
   * Makes every alarm do something beside telling the topic; with `compositeAlarm`, the one that stands for all.
   *
   * @param actions what is done when an alarm is raised
   */
  public addAlarmAction(...actions: cloudwatch.IAlarmAction[]): void {
    this.monitoring.addAlarmAction(...actions);
  }

  /** Legal, but seldom meant to stay so. */
  private warnOfWhatIsEasilyForgotten(options: Settled): void {
    if (options.alarmTopic === undefined && (options.alarmEmails ?? []).length === 0) {
      Validations.of(this).addWarning(
        'pinterest-conversions:noAlarmReceiver',
        'nobody gets the alarms; write an address into "alarmEmails", or give an "alarmTopic"',
      );
    }
    if (options.expectedEventsPerDay === undefined) {
      Validations.of(this).addWarning(
        'pinterest-conversions:noExpectedEvents',
        'the volume alarms assume 1,000 events a day; write what an ordinary day brings into "expectedEventsPerDay"',
      );
    }
    const rate = options.throttleRateLimit;
    const peak = Math.ceil((PEAK_FACTOR * (options.expectedEventsPerDay ?? 0)) / 86_400);
    if (!Token.isUnresolved(peak) && !Token.isUnresolved(rate) && rate < peak) {
      Validations.of(this).addWarning(
        'pinterest-conversions:throttleTooLow',
        `"throttleRateLimit" is ${rate} requests a second, and ${options.expectedEventsPerDay} events a day can be ${peak} a ` +
          `second in a busy hour; what is above is answered 429 and lost to browsers. Set it to ${peak} or more`,
      );
    }
    if (options.testMode) {
      Validations.of(this).addWarning(
        'pinterest-conversions:testMode',
        '"testMode" is on: Pinterest checks every event and counts none; set it to false when you are done testing',
      );
    }
  }
}
