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
   * Ads Manager shows the number in the address bar after `/advertiser/`, and in the account menu at the top left.
   *
   * Valid range: 1 to 18 digits.
   */
  readonly adAccountId: string;

  /**
   * Origins of the pages that may send events from a browser.
   *
   * Each is an exact origin, such as `https://www.shop.example`, or one with `*` as its left-most label, such as
   * `https://*.shop.example`, for every sub-domain. For development, `http://localhost:*` is allowed too.
   *
   * @default - pages may not send events, only back ends may.
   */
  readonly allowedOrigins?: string[];

  /**
   * Whether every event is sent as a test: Pinterest checks it and counts nothing.
   *
   * @default false
   */
  readonly testMode?: boolean;

  /**
   * The events that matter to you: your own event name, and what it is at Pinterest.
   *
   * Names are compared without case, spaces and punctuation. Given a map, events outside it are refused.
   *
   * @default - every known event name is accepted: Pinterest's, and those of Google Analytics 4, Meta and Segment.
   */
  readonly eventMap?: { [name: string]: EventMapEntry };

  /**
   * Country in which phone numbers without a country code are read: an upper-case ISO 3166 two-letter code such as US.
   *
   * @default - such numbers are read in the country of their event, if that has one.
   */
  readonly defaultCountry?: string;

  /**
   * Whether events of browsers that send Global Privacy Control (`Sec-GPC: 1`) are withheld.
   *
   * @see https://www.w3.org/TR/gpc/
   *
   * @default true
   */
  readonly respectGlobalPrivacyControl?: boolean;

  /**
   * Secret that holds the Conversions API access token, as plain text.
   *
   * @default - an empty secret is created; events wait in the queue until you put the token there.
   */
  readonly tokenSecret?: secretsmanager.ISecret;

  /**
   * Secret that holds the ingest key for your back ends, as plain text.
   *
   * @default - a secret with a generated key of 40 letters and digits.
   */
  readonly ingestKeySecret?: secretsmanager.ISecret;

  /**
   * How back ends prove who they are before their events are taken.
   *
   * @default ServerAuthorization.INGEST_KEY
   */
  readonly serverAuthorization?: ServerAuthorization;

  /**
   * Requests per second that the API takes over time; more are answered 429.
   *
   * This is the brake on the bill: 100 a second are 8 million requests a day, far above most shops. docs/security.md says
   * what it costs when somebody floods the endpoint with that many.
   *
   * Valid range: 1 to 10,000.
   *
   * @default 100
   */
  readonly throttleRateLimit?: number;

  /**
   * Requests that the API takes in a burst above the rate.
   *
   * The default is two seconds' worth of the default rate: enough for the jump after a newsletter, and well below the
   * 1,000 concurrent executions that an AWS account usually has.
   *
   * Valid range: 1 to 10,000.
   *
   * @default 200
   */
  readonly throttleBurstLimit?: number;

  /**
   * How long logs are kept.
   *
   * @default logs.RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * Oldest event that is taken, by its `event_time`. Older ones are refused, with a message to the sender; one that gets
   * older while it waits is put aside as a dead letter with the reason `expired`, an hour after that at the earliest.
   *
   * Pinterest documents no limit; users of its API report that events of more than 7 days are refused.
   *
   * Valid range: 1 minute to 60 days.
   *
   * @default Duration.days(7)
   */
  readonly maximumEventAge?: Duration;

  /**
   * What happens to web events that would reach Pinterest more than an hour after they happened.
   *
   * @default LateEvents.DELIVER
   */
  readonly lateEvents?: LateEvents;

  /**
   * Base URL of Pinterest's API, without a trailing slash.
   *
   * Valid values: `https` URLs; `http` on this machine, for an emulator.
   *
   * @default 'https://api.pinterest.com/v5'
   */
  readonly pinterestApiUrl?: string;

  /**
   * Host of your own for the endpoint, such as `events.shop.example`.
   *
   * Under a host of the shop's own site the endpoint's cookies are first-party. Needs `certificateArn` or
   * `hostedZoneId`.
   *
   * @default - the host name that AWS gives the API.
   */
  readonly domainName?: string;

  /**
   * ARN of the certificate for `domainName`, in the region of the stack.
   *
   * @default - a certificate is created and validated through `hostedZoneId`.
   */
  readonly certificateArn?: string;

  /**
   * Id of the Route 53 hosted zone that gets the DNS record of `domainName`.
   *
   * @default - no record; point the host at the output `DomainTarget` yourself.
   */
  readonly hostedZoneId?: string;

  /**
   * Whether the host name that AWS gives the API is turned off, so that events arrive through `domainName` alone. Needs
   * `domainName`.
   *
   * @default false
   */
  readonly disableExecuteApiEndpoint?: boolean;

  /**
   * Domain for which the endpoint sets the `_epik` cookie with the click id of an ad, such as `shop.example`: your pages
   * and `domainName` have to lie under it. The cookie is set after consent only, because the script sends nothing before.
   *
   * @default - the endpoint sets no cookie; the script alone keeps the click id.
   */
  readonly cookieDomain?: string;

  /**
   * What happens to the queue and the dead-letter queue when they are removed from the stack.
   *
   * By default they stay, because they may hold events that are still to be delivered; an idle queue costs nothing. If the
   * first deployment fails, they are deleted again.
   *
   * Everything else goes with the stack: the functions, the API, the alarms and their topic, the logs, and the secrets
   * made here. CloudFormation deletes secrets at once, without Secrets Manager's time for recovery; a token must not
   * outlive what it was for. `RemovalPolicies.of(conversions)` of aws-cdk-lib keeps more.
   *
   * Valid values: RETAIN_ON_UPDATE_OR_DELETE, RETAIN, DESTROY.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * KMS key of your own for the queues, the secrets and the alarm topic created here, and for the logs.
   *
   * At AWS's list prices a key is 1 USD a month, and 10,000 requests to it are 0.03 USD; the queues ask for a data key
   * every 5 minutes at most. The functions get what they need of it. The policy of a `kms.Key` is completed here; that
   * of an imported key has to let IAM policies of the account allow its use, and `logs.<region>.amazonaws.com` use it
   * for the encryption context `aws:logs:arn` of the account's log groups, and `cloudwatch.amazonaws.com` use it: without
   * that, alarms are lost silently. Secrets that you give stay under their own
   * key; import those with `encryptionKey`, so that the functions may read them.
   *
   * @default - keys that AWS owns or manages, at no cost.
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * VPC for both functions.
   *
   * The sender has to reach Pinterest, so its subnets need a NAT gateway or another way to the internet; SQS and Secrets
   * Manager may be reached that way too, or by interface endpoints. The API stays public: Lambda is called from outside.
   *
   * @default - no VPC; the functions reach Pinterest and AWS at no cost.
   */
  readonly vpc?: ec2.IVpc;

  /**
   * Subnets of `vpc` for the functions.
   *
   * @default - private subnets with a way out.
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * Security groups of `vpc` for the functions. These need outbound HTTPS, and no inbound traffic.
   *
   * Valid range: 1 to 5.
   *
   * @default - one is created for each function; it allows all outbound traffic.
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * Permissions boundary for the roles of the functions. It has to allow what their policies do.
   *
   * One that is put onto a scope with `iam.PermissionsBoundary.of(scope)`, by an Aspect or onto the stack holds as well.
   *
   * @default - none, unless a scope around the construct has one.
   */
  readonly rolePermissionsBoundary?: iam.IManagedPolicy;

  /**
   * Authorizer of your own for the routes for back ends, such as an `HttpJwtAuthorizer` or an `HttpLambdaAuthorizer`.
   *
   * It takes the place of `serverAuthorization`: the ingest key is not asked for. It guards unknown paths too. An
   * authorizer belongs to one API, so make one for each construct.
   *
   * @default - `serverAuthorization` decides.
   */
  readonly serverAuthorizer?: apigw.IHttpRouteAuthorizer;

  /**
   * Memory of the function that takes events, in MB. CPU grows with it.
   *
   * Valid range: 128 to 10,240.
   *
   * @default 512
   */
  readonly ingestMemorySize?: number;

  /**
   * Memory of the function that delivers events, in MB. CPU grows with it.
   *
   * Valid range: 128 to 10,240.
   *
   * @default 512
   */
  readonly senderMemorySize?: number;

  /**
   * Reserved concurrency of the function that takes events: concurrent executions that are kept for it, and its limit.
   *
   * They are taken from what the account has for all functions. A request beyond the limit is answered 5xx, and the caller
   * should repeat it. The sender has no reserved concurrency, because messages that Lambda throttles still count as
   * received; use `senderMaxConcurrency` to limit it.
   *
   * Valid range: a whole number, 1 or more.
   *
   * @default - none is reserved; the function shares the concurrency of the account.
   */
  readonly ingestReservedConcurrency?: number;

  /**
   * Maximum concurrency of the sender: how many invocations the queue may start at the same time.
   *
   * An invocation makes one POST after another, each of up to 1,000 events; Pinterest allows 5,000 POSTs a minute.
   *
   * Valid range: 2 to 1,000.
   *
   * @default 2
   */
  readonly senderMaxConcurrency?: number;
}
