import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { AlarmOptions } from './alarm-options';
import type { EventMapEntry } from './event-map';
import type { LateEvents } from './late-events';
import type { ServerAuthorization } from './server-authorization';

/**
 * Properties of `PinterestConversions`.
 */
export interface PinterestConversionsProps extends AlarmOptions {
  /**
   * Pinterest ad account that the events belong to.
   *
   * Pinterest Ads Manager shows the number in the address bar after `/advertiser/`, and in the account menu at the top left.
   *
   * Valid range: 1 to 18 digits.
   */
  readonly adAccountId: string;

  /**
   * Origins of the pages that may send events from a browser.
   *
   * Each is an exact origin, such as `https://www.shop.example`, or one with `*` as its leftmost label, such as
   * `https://*.shop.example`, for every subdomain. For development, `http://localhost:*` is allowed too.
   *
   * @default - only back ends may send events, pages may not.
   */
  readonly allowedOrigins?: string[];

  /**
   * Whether every event is sent as a test, which Pinterest checks but does not count.
   *
   * @default false
   */
  readonly testMode?: boolean;

  /**
   * The events that matter to you: each of your own event names, and how it is sent to Pinterest.
   *
   * Names are compared ignoring case, spaces and punctuation. With a map, events that are not in it are refused.
   *
   * @default - every known event name is accepted: those of Pinterest, Google Analytics 4, Meta and Segment.
   */
  readonly eventMap?: { [name: string]: EventMapEntry };

  /**
   * Country assumed for phone numbers without a country code: an uppercase ISO 3166 two-letter code such as US.
   *
   * @default - the country of the event, if it has one.
   */
  readonly defaultCountry?: string;

  /**
   * Whether to withhold events from browsers that send Global Privacy Control (`Sec-GPC: 1`).
   *
   * @see https://www.w3.org/TR/gpc/
   *
   * @default true
   */
  readonly respectGlobalPrivacyControl?: boolean;

  /**
   * Secret that holds the Conversions API access token, as plain text.
   *
   * @default - an empty secret is created; events wait in the queue until you store the token in it.
   */
  readonly tokenSecret?: secretsmanager.ISecret;

  /**
   * Secret that holds the ingest key for your back ends, as plain text.
   *
   * @default - a secret is created, with a generated key of 40 letters and digits.
   */
  readonly ingestKeySecret?: secretsmanager.ISecret;

  /**
   * How back ends authenticate before their events are accepted.
   *
   * @default ServerAuthorization.INGEST_KEY
   */
  readonly serverAuthorization?: ServerAuthorization;

  /**
   * Steady-state rate limit of the API, in requests per second; requests above it are answered with 429.
   *
   * This limits the bill: 100 a second are 8 million requests a day, far more than most shops have. docs/security.md says
   * what it costs if somebody floods the endpoint with that many.
   *
   * Valid range: 1 to 10,000.
   *
   * @default 100
   */
  readonly throttleRateLimit?: number;

  /**
   * Burst limit of the API: requests that it accepts at once, above the rate.
   *
   * The default is twice the default rate: enough for the jump after a newsletter, and well below the 1,000 concurrent
   * executions that an AWS account usually has.
   *
   * Valid range: 1 to 10,000.
   *
   * @default 200
   */
  readonly throttleBurstLimit?: number;

  /**
   * How long CloudWatch Logs keeps the logs.
   *
   * @default logs.RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * Maximum age of an event, by its `event_time`. Older events are refused, with a message to the caller; an event that
   * gets older while it waits becomes a dead letter with the reason `expired`, at the earliest an hour after that.
   *
   * Pinterest documents no limit; users of its API report that events older than 7 days are refused.
   *
   * Valid range: 1 minute to 60 days.
   *
   * @default Duration.days(7)
   */
  readonly maximumEventAge?: Duration;

  /**
   * What to do with web events that would reach Pinterest more than an hour after they happened.
   *
   * @default LateEvents.DELIVER
   */
  readonly lateEvents?: LateEvents;

  /**
   * Base URL of Pinterest's API, without a trailing slash.
   *
   * Valid values: `https` URLs; `http` only on localhost, for an emulator.
   *
   * @default 'https://api.pinterest.com/v5'
   */
  readonly pinterestApiUrl?: string;

  /**
   * Custom domain name of the endpoint, such as `events.shop.example`.
   *
   * Under the domain of the shop, the endpoint's cookies are first-party. Requires `certificateArn` or `hostedZoneId`.
   *
   * @default - the default host name of the API.
   */
  readonly domainName?: string;

  /**
   * ARN of the ACM certificate for `domainName`, in the region of the stack.
   *
   * @default - a certificate is created and validated through `hostedZoneId`.
   */
  readonly certificateArn?: string;

  /**
   * ID of the Route 53 hosted zone in which the DNS record of `domainName` is created.
   *
   * @default - no record is created; create one yourself that points to the output `DomainTarget`.
   */
  readonly hostedZoneId?: string;

  /**
   * Whether to disable the default host name of the API, so that events arrive only through `domainName`. Requires
   * `domainName`.
   *
   * @default false
   */
  readonly disableExecuteApiEndpoint?: boolean;

  /**
   * Domain for which the endpoint sets the `_epik` cookie with the click id of an ad, such as `shop.example`. Your pages
   * and `domainName` must be under it. The cookie is set only after consent, because the script sends nothing before.
   *
   * @default - the endpoint sets no cookie; only the script keeps the click id.
   */
  readonly cookieDomain?: string;

  /**
   * What to do with the queue and the dead-letter queue when they are removed from the stack.
   *
   * By default they are retained, because they may hold events that are still to be delivered; an idle queue costs nothing.
   * If the first deployment fails, they are deleted.
   *
   * Everything else is deleted with the stack: the functions, the API, the alarms and their topic, the logs, and the
   * secrets created here. CloudFormation deletes the secrets at once, without the recovery window of Secrets Manager, so
   * that a token does not outlive its use. To retain more, use `RemovalPolicies.of(conversions)` of aws-cdk-lib.
   *
   * Valid values: RETAIN_ON_UPDATE_OR_DELETE, RETAIN, DESTROY.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Customer managed KMS key for the queues, the secrets and the alarm topic created here, and for the logs.
   *
   * At AWS's list prices a key costs 1 USD a month, and 10,000 requests to it 0.03 USD; the queues request a data key at
   * most every 5 minutes. The functions are granted the use that they need. The policy of a `kms.Key` is completed here.
   * The policy of an imported key must let IAM policies of the account allow its use, and must allow
   * `logs.<region>.amazonaws.com` to use it for the encryption context `aws:logs:arn` of the account's log groups, and
   * `cloudwatch.amazonaws.com` to use it; without the last, alarm notifications are lost silently. Secrets that you pass
   * keep their own key; import them with `encryptionKey`, so that the functions may read them.
   *
   * @default - AWS owned or AWS managed keys, at no cost.
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * VPC for both functions.
   *
   * The sender must reach Pinterest, so its subnets need a NAT gateway or another route to the internet; SQS and Secrets
   * Manager may be reached the same way, or through interface endpoints. The API stays public: API Gateway invokes the
   * function from outside the VPC.
   *
   * @default - no VPC; the functions reach Pinterest and AWS at no cost.
   */
  readonly vpc?: ec2.IVpc;

  /**
   * Subnets of `vpc` for the functions.
   *
   * @default - private subnets with egress.
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * Security groups in `vpc` for the functions, which need outbound HTTPS and no inbound traffic.
   *
   * Valid range: 1 to 5.
   *
   * @default - one is created per function; it allows all outbound traffic.
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * Permissions boundary for the roles of the functions. It must allow everything that their policies allow.
   *
   * A boundary that is applied to a scope with `iam.PermissionsBoundary.of(scope)`, to the stack or by an Aspect works too.
   *
   * @default - none, unless an enclosing scope has one.
   */
  readonly rolePermissionsBoundary?: iam.IManagedPolicy;

  /**
   * Your own authorizer for the routes for back ends, such as an `HttpJwtAuthorizer` or an `HttpLambdaAuthorizer`.
   *
   * It replaces `serverAuthorization`: the ingest key is not required. It protects unknown paths too. An authorizer belongs
   * to one API, so create one per construct.
   *
   * @default - `serverAuthorization` decides.
   */
  readonly serverAuthorizer?: apigw.IHttpRouteAuthorizer;

  /**
   * Memory of the ingest function, which receives events, in MB. Lambda allocates CPU in proportion to it.
   *
   * Valid range: 128 to 10,240.
   *
   * @default 512
   */
  readonly ingestMemorySize?: number;

  /**
   * Memory of the sender function, which delivers events, in MB. Lambda allocates CPU in proportion to it.
   *
   * Valid range: 128 to 10,240.
   *
   * @default 512
   */
  readonly senderMemorySize?: number;

  /**
   * Reserved concurrency of the ingest function: the concurrent executions reserved for it, which are also its limit.
   *
   * They are deducted from the concurrency of the account. A request above the limit is answered with 5xx, and the caller
   * should repeat it. The sender has no reserved concurrency, because messages of throttled invocations count towards the
   * receive count; use `senderMaxConcurrency` to limit it.
   *
   * Valid range: a whole number, 1 or more.
   *
   * @default - no concurrency is reserved; the function shares that of the account.
   */
  readonly ingestReservedConcurrency?: number;

  /**
   * Maximum concurrency of the sender: how many invocations the event source mapping may run at the same time.
   *
   * An invocation sends one POST after another, each with up to 1,000 events; Pinterest allows 5,000 POSTs a minute, which
   * about 190 invocations make together.
   *
   * Valid range: 2 to 1,000.
   *
   * @default - 2 for up to 0.93 million `expectedEventsPerDay`, and up to 176 for more.
   */
  readonly senderMaxConcurrency?: number;
}
