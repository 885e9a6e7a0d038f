import { Duration, Names, RemovalPolicy, Token, Validations } from 'aws-cdk-lib';
import type * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DEFAULT_API_URL, DEFAULT_MAXIMUM_EVENT_AGE_SECONDS } from '../lambda/runtime/environment';
import { detailMetric, METRIC_FAMILIES, METRICS } from '../lambda/telemetry/metric-names';
import type { ConnectOptions } from './connect-options';
import { CustomDomain } from './custom-domain';
import { EventQueue } from './event-queue';
import { IngestApi } from './ingest-api';
import { LateEvents } from './late-events';
import { Monitoring } from './monitoring';
import { PipelineMetrics } from './monitoring/metrics';
import { deliveryErrorRate, matchCoverage } from './monitoring/rates';
import type { PinterestConversionsProps } from './pinterest-conversions-props';
import { addToEnvironment } from './private/back-end-environment';
import { scriptTag } from './private/script-tag';
import { Sender } from './sender';
import { ServerAuthorization } from './server-authorization';
import { validateProps } from './validate-props';

/** Requests a second. */
const DEFAULT_THROTTLE_RATE = 100;

/** The busiest hour of an ordinary day has twice the average, and Black Friday eight times that. */
const PEAK_FACTOR = 16;

/**
 * A shop's own server-side line to Pinterest: an HTTP endpoint takes conversion events from browsers and back ends, a
 * queue keeps them, a sender delivers them to the Pinterest Conversions API, and alarms tell when something is wrong.
 */
export class PinterestConversions extends Construct {
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

  private readonly ingest: IngestApi;
  private readonly metrics: PipelineMetrics;
  private readonly monitoring: Monitoring;

  public constructor(scope: Construct, id: string, props: PinterestConversionsProps) {
    super(scope, id);
    validateProps(this, props);

    const pipeline = Names.uniqueResourceName(this, { maxLength: 100 });
    const common = {
      adAccountId: props.adAccountId,
      pipeline,
      maximumEventAge: props.maximumEventAge ?? Duration.seconds(DEFAULT_MAXIMUM_EVENT_AGE_SECONDS),
      detailedMetrics: props.detailedMetrics ?? true,
    };
    const { encryptionKey, vpc, vpcSubnets, securityGroups } = props;
    const settings = {
      logRetention: props.logRetention ?? logs.RetentionDays.ONE_MONTH,
      encryptionKey,
      network: vpc && { vpc, vpcSubnets, securityGroups },
    };
    this.metrics = new PipelineMetrics(pipeline);

    const events = new EventQueue(this, 'Events', {
      removalPolicy: props.removalPolicy ?? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      encryptionKey,
    });
    this.queue = events.queue;
    this.deadLetterQueue = events.deadLetterQueue;

    this.ingest = new IngestApi(this, 'Ingest', {
      ...common,
      events,
      allowedOrigins: props.allowedOrigins ?? [],
      testMode: props.testMode ?? false,
      eventMap: props.eventMap,
      defaultCountry: props.defaultCountry,
      respectGlobalPrivacyControl: props.respectGlobalPrivacyControl ?? true,
      ingestKeySecret: props.ingestKeySecret,
      serverAuthorization: props.serverAuthorization ?? ServerAuthorization.INGEST_KEY,
      serverAuthorizer: props.serverAuthorizer,
      cookieDomain: props.cookieDomain,
      throttle: {
        rateLimit: props.throttleRateLimit ?? DEFAULT_THROTTLE_RATE,
        burstLimit: props.throttleBurstLimit ?? 200,
      },
      settings: {
        ...settings,
        memorySize: props.ingestMemorySize,
        reservedConcurrency: props.ingestReservedConcurrency,
      },
    });
    this.api = this.ingest.api;
    const { domainName, certificateArn, hostedZoneId } = props;
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
    this.scriptTag = scriptTag(this.endpoint, props.cookieDomain);
    this.ingestFunction = this.ingest.function;
    this.ingestKeySecret = this.ingest.ingestKeySecret;

    const sender = new Sender(this, 'Sender', {
      ...common,
      events,
      pinterestApiUrl: props.pinterestApiUrl ?? DEFAULT_API_URL,
      tokenSecret: props.tokenSecret,
      lateEvents: props.lateEvents ?? LateEvents.DELIVER,
      maxConcurrency: props.senderMaxConcurrency,
      settings: { ...settings, memorySize: props.senderMemorySize },
    });
    this.senderFunction = sender.function;
    this.tokenSecret = sender.tokenSecret;

    this.monitoring = new Monitoring(this, 'Monitoring', {
      options: props,
      metrics: this.metrics,
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
    this.warnOfWhatIsEasilyForgotten(props);
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

  /**
   * Any metric of this pipeline. Sum over 5 minutes, unless the options say otherwise.
   *
   * @param metricName name of the metric
   * @param options what to change in it
   */
  public metric(metricName: string, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metrics.metric(metricName, options);
  }

  /**
   * Events that reached the endpoint with a valid authorization.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsReceived(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.received, options);
  }

  /**
   * Events that were safely queued.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsAccepted(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.accepted, options);
  }

  /**
   * Events that the endpoint refused, with a reason to the caller.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsRefused(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.refused, options);
  }

  /**
   * Events that may not be passed on: no consent, Global Privacy Control, or a bot.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsWithheld(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.withheld, options);
  }

  /**
   * Events that Pinterest processed.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsDelivered(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.delivered, options);
  }

  /**
   * Events that Pinterest refused; each is a dead letter.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsRejected(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.rejected, options);
  }

  /**
   * Deliveries that were put off; the event stays queued and is tried again.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsHeldBack(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.heldBack, options);
  }

  /**
   * Events that became dead letters without Pinterest's doing: late and expired ones, and defects.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsPutAside(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.putAside, options);
  }

  /**
   * Web events that were delivered, or put aside, more than an hour after they happened.
   *
   * @default - sum over 5 minutes
   */
  public metricEventsLate(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.late, options);
  }

  /**
   * Seconds that the oldest event has been queued when the sender last saw it.
   *
   * @default - maximum over 5 minutes
   */
  public metricLongestWait(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.longestWait, { statistic: cloudwatch.Stats.MAXIMUM, ...options });
  }

  /**
   * Answers of Pinterest that refuse the token or its rights, and runs without a token.
   *
   * @default - sum over 5 minutes
   */
  public metricTokenRejected(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.tokenRejected, options);
  }

  /**
   * Events that were accepted as tests: Pinterest checks them and counts none.
   *
   * @default - sum over 5 minutes
   */
  public metricTestEvents(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.tests, options);
  }

  /**
   * Events of one name that were safely queued. Needs `detailedMetrics`.
   *
   * @param eventName name at Pinterest, such as `checkout`
   * @default - sum over 5 minutes
   */
  public metricEventsAcceptedByName(eventName: string, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(detailMetric(METRIC_FAMILIES.acceptedByName, eventName), options);
  }

  /**
   * Share of the accepted events that carry a match key, in percent; no data where there are fewer than 20 events. Needs
   * `detailedMetrics`.
   *
   * @param matchKey field of `user_data`, such as `em`
   * @param period time over which events are counted; an hour by default
   */
  public metricMatchCoverage(matchKey: string, period?: Duration): cloudwatch.MathExpression {
    return matchCoverage(this.metrics, matchKey, period ?? Duration.hours(1));
  }

  /**
   * Share of the deliveries that were put off, in percent, over 5 minutes.
   */
  public metricDeliveryErrorRate(): cloudwatch.MathExpression {
    return deliveryErrorRate(this.metrics);
  }

  /**
   * Seconds from a web event to its delivery.
   *
   * @default - average over 5 minutes
   */
  public metricDeliveryDelay(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.deliveryDelay, { statistic: cloudwatch.Stats.AVERAGE, ...options });
  }

  /**
   * Calls of Pinterest.
   *
   * @default - sum over 5 minutes
   */
  public metricPinterestRequests(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.requests, options);
  }

  /**
   * Runs of the sender in which everything had to be put off.
   *
   * @default - sum over 5 minutes
   */
  public metricRunsHeld(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this.metric(METRICS.runsHeld, options);
  }

  /** Legal, but seldom meant to stay so. */
  private warnOfWhatIsEasilyForgotten(props: PinterestConversionsProps): void {
    if (props.alarmTopic === undefined && (props.alarmEmails ?? []).length === 0) {
      Validations.of(this).addWarning(
        'pinterest-conversions:noAlarmReceiver',
        'nobody gets the alarms; write an address into "alarmEmails", or give an "alarmTopic"',
      );
    }
    if (props.expectedEventsPerDay === undefined) {
      Validations.of(this).addWarning(
        'pinterest-conversions:noExpectedEvents',
        'the volume alarms assume 1,000 events a day; write what an ordinary day brings into "expectedEventsPerDay"',
      );
    }
    const rate = props.throttleRateLimit ?? DEFAULT_THROTTLE_RATE;
    const peak = Math.ceil((PEAK_FACTOR * (props.expectedEventsPerDay ?? 0)) / 86_400);
    if (!Token.isUnresolved(peak) && !Token.isUnresolved(rate) && rate < peak) {
      Validations.of(this).addWarning(
        'pinterest-conversions:throttleTooLow',
        `"throttleRateLimit" is ${rate} requests a second, and ${props.expectedEventsPerDay} events a day can be ${peak} a ` +
          `second in a busy hour; what is above is answered 429 and lost to browsers. Set it to ${peak} or more`,
      );
    }
    if (props.testMode === true) {
      Validations.of(this).addWarning(
        'pinterest-conversions:testMode',
        '"testMode" is on: Pinterest checks every event and counts none; set it to false when you are done testing',
      );
    }
  }
}
