import type { Duration, RemovalPolicy } from 'aws-cdk-lib';
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
   * @default - no page may send events; back ends may.
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
   * @default - a secret is created that says the token is not set; events wait in the queue until you put it there.
   */
  readonly tokenSecret?: secretsmanager.ISecret;

  /**
   * Secret that holds the ingest key for your back ends, as plain text.
   *
   * @default - a secret with a generated key of 40 letters and digits.
   */
  readonly ingestKeySecret?: secretsmanager.ISecret;

  /**
   * What a back end has to show before its events are taken.
   *
   * @default ServerAuthorization.INGEST_KEY
   */
  readonly serverAuthorization?: ServerAuthorization;

  /**
   * Requests per second that the API takes over time; more are answered 429.
   *
   * This is the brake on the bill: 100 a second are 8 million requests a day, far above most shops, and whoever floods
   * the endpoint with that many costs some 20 USD a day.
   *
   * Valid range: 1 to 10,000.
   *
   * @default 100
   */
  readonly throttleRateLimit?: number;

  /**
   * Requests that the API takes at one moment, above the rate.
   *
   * The default is two seconds' worth of the default rate: enough for the jump after a newsletter, and well below the
   * 1,000 function runs at once that an AWS account usually has.
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
   * What becomes of web events that would reach Pinterest more than an hour after they happened.
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
   * @default - the API's own host name, which AWS makes.
   */
  readonly domainName?: string;

  /**
   * ARN of the certificate for `domainName`, in the region of the stack.
   *
   * @default - a certificate is created and proven through `hostedZoneId`.
   */
  readonly certificateArn?: string;

  /**
   * Id of the Route 53 hosted zone that gets the DNS record of `domainName`.
   *
   * @default - no record; you point the host at the output `DomainTarget` yourself.
   */
  readonly hostedZoneId?: string;

  /**
   * Domain for which the endpoint sets the `_epik` cookie with the click id of an ad, such as `shop.example`: your pages
   * and `domainName` have to lie under it. The cookie is set after consent only, because the script sends nothing before.
   *
   * @default - the endpoint sets no cookie; the script alone keeps the click id.
   */
  readonly cookieDomain?: string;

  /**
   * What becomes of the queue and the dead-letter queue when they are removed from the stack.
   *
   * By default they stay, because they may hold events that were promised to be delivered; an idle queue costs nothing.
   * A first deployment that fails takes them away again. Secrets are always deleted, with Secrets Manager's time for
   * recovery: a token must not outlive what it was for.
   *
   * Valid values: RETAIN_ON_UPDATE_OR_DELETE, RETAIN, DESTROY.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;
}
