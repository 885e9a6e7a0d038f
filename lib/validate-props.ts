/** What the props may be, as one table. All faults are told at once, in terms of what the owner wrote. */
import { type Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { isCountryCode } from '../contract/countries';
import { AD_ACCOUNT_ID } from '../contract/pinterest-event';
import { SENDER_LIMITS } from '../contract/sender-limits';
import { LateEvents } from './late-events';
import type { PinterestConversionsProps } from './pinterest-conversions-props';
import { ALARM_RULES } from './private/alarm-rules';
import { isApiUrl } from './private/api-url';
import { authorizerFaults } from './private/authorizer-faults';
import { CERTIFICATE_ARN, certificateRegionFaults, domainFaults, isHost } from './private/domain-faults';
import { environmentJsonBytes, MAX_ENVIRONMENT_JSON_BYTES } from './private/environment-json';
import { eventMapFaults } from './private/event-map-faults';
import { InvalidPropsError } from './private/invalid-props-error';
import { isOrigin, meantOrigin } from './private/origin';
import { eachMust, has, isOneOf, isToken, isWholeWithin, isWithin, must, type Rule } from './private/rules';
import { ServerAuthorization } from './server-authorization';

const DAY_SECONDS = 24 * 60 * 60;
const WHERE_THE_AD_ACCOUNT_ID_IS =
  'Pinterest Ads Manager shows it in the address bar after /advertiser/, and in the account menu at the top left';

/** A numeric enum lists its names too. */
const RETENTION_DAYS = Object.values(RetentionDays).filter((days) => typeof days === 'number');

const { DESTROY, RETAIN, RETAIN_ON_UPDATE_OR_DELETE } = RemovalPolicy;

const MEGABYTES = 'whole megabytes from 128 to 10,240';

const RULES: readonly Rule[] = [
  ({ adAccountId }) =>
    adAccountId ? [] : [`"adAccountId" is missing; ${WHERE_THE_AD_ACCOUNT_ID_IS}, such as "549755885175"`],
  must(
    'adAccountId',
    (id) => id === '' || (typeof id === 'string' && AD_ACCOUNT_ID.test(id)),
    'a text of 1 to 18 digits, such as "549755885175"',
    WHERE_THE_AD_ACCOUNT_ID_IS,
  ),
  eachMust(
    'allowedOrigins',
    isOrigin,
    'exact origins (https:// and a host, "*." at most before it, no path, no trailing slash)',
    (origin) => `write "${meantOrigin(origin) ?? 'https://www.shop.example'}"`,
  ),
  must(
    'respectGlobalPrivacyControl',
    (on) => typeof on === 'boolean',
    'true or false',
    'leave it out to withhold events of browsers that ask for it',
  ),
  must('testMode', (on) => typeof on === 'boolean', 'true or false', 'write it without quotes'),
  ({ eventMap }) => (eventMap === undefined || isToken(eventMap) ? [] : eventMapFaults(eventMap)),
  ({ eventMap, allowedOrigins }) => {
    const bytes = environmentJsonBytes(eventMap, allowedOrigins ?? []);
    return bytes <= MAX_ENVIRONMENT_JSON_BYTES
      ? []
      : [
          `"eventMap" and "allowedOrigins" together must be at most ${MAX_ENVIRONMENT_JSON_BYTES} bytes of JSON (Lambda ` +
            `takes 4 KB of environment), got ${bytes}; shorten names, or write one origin with "*." for many sub-domains`,
        ];
  },
  must('defaultCountry', isCountryCode, 'an upper-case ISO 3166 two-letter code', (code) =>
    String(code).toUpperCase() === 'UK' ? 'the United Kingdom is "GB"' : 'write one such as "US"',
  ),
  must(
    'serverAuthorization',
    isOneOf(Object.values(ServerAuthorization)),
    `ServerAuthorization.INGEST_KEY ("${ServerAuthorization.INGEST_KEY}") or IAM ("${ServerAuthorization.IAM}")`,
    'leave it out for the ingest key',
  ),
  must('throttleRateLimit', isWithin(1, 10_000), 'requests per second from 1 to 10,000', 'write a number such as 100'),
  must('throttleBurstLimit', isWholeWithin(1, 10_000), 'whole requests from 1 to 10,000', 'write a number such as 200'),
  must('logRetention', isOneOf(RETENTION_DAYS), 'a number of days that CloudWatch Logs knows', 'write one such as 30'),
  must('maximumEventAge', isAge, 'from 1 minute to 60 days', 'write one such as Duration.days(7)'),
  must(
    'lateEvents',
    isOneOf(Object.values(LateEvents)),
    `LateEvents.DELIVER ("${LateEvents.DELIVER}") or PUT_ASIDE ("${LateEvents.PUT_ASIDE}")`,
    'leave it out to deliver them',
  ),
  must(
    'pinterestApiUrl',
    isApiUrl,
    'an https URL (http on localhost) without a trailing slash',
    'leave it out for Pinterest itself, "https://api.pinterest.com/v5"',
  ),
  must('domainName', isHost, 'a host name in lower case, without https://', 'write one such as "events.shop.example"'),
  must(
    'certificateArn',
    (arn) => CERTIFICATE_ARN.test(arn),
    'the ARN of a certificate in AWS Certificate Manager',
    'copy it from the certificate’s page',
  ),
  must(
    'hostedZoneId',
    (id) => /^Z[A-Z0-9]{1,31}$/.test(id),
    'the id of a Route 53 hosted zone',
    'write one such as "Z0123456789ABCDEFGHIJ"',
  ),
  must('cookieDomain', isHost, 'a domain in lower case, without a leading dot', 'write one such as "shop.example"'),
  domainFaults,
  ...ALARM_RULES,
  must(
    'removalPolicy',
    isOneOf<RemovalPolicy>([DESTROY, RETAIN, RETAIN_ON_UPDATE_OR_DELETE]),
    `RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE ("${RETAIN_ON_UPDATE_OR_DELETE}"), RETAIN ("${RETAIN}") or DESTROY ("${DESTROY}")`,
    'leave it out to keep queues that may hold events',
  ),
  must('encryptionKey', has('keyArn'), 'a KMS key', 'import one with kms.Key.fromKeyArn'),
  must('vpc', has('vpcId'), 'a VPC', 'import one with ec2.Vpc.fromVpcAttributes'),
  must('vpcSubnets', isObject, 'a selection of subnets', 'write one such as { subnetGroupName: "private" }'),
  must('securityGroups', isSecurityGroups, '1 to 5 security groups in a list', 'leave it out to have them made'),
  needsVpc('vpcSubnets'),
  needsVpc('securityGroups'),
  must(
    'rolePermissionsBoundary',
    has('managedPolicyArn'),
    'a managed policy',
    'import one with iam.ManagedPolicy.fromManagedPolicyArn',
  ),
  authorizerFaults,
  must('ingestMemorySize', isWholeWithin(128, 10_240), MEGABYTES, 'leave it out for 512'),
  must('senderMemorySize', isWholeWithin(128, 10_240), MEGABYTES, 'leave it out for 512'),
  must(
    'ingestReservedConcurrency',
    isWholeWithin(1, 1e6),
    'a whole number of 1 or more',
    'leave it out to share the runs of the account',
  ),
  must(
    'senderMaxConcurrency',
    isWholeWithin(2, 1_000),
    'a whole number from 2 to 1,000',
    `leave it out for ${SENDER_LIMITS.maxConcurrency}`,
  ),
];

/** Everything wrong with the props, one message a fault. */
export const propFaults = (props: PinterestConversionsProps): string[] => RULES.flatMap((rule) => rule(props));

export function validateProps(scope: Construct, props: PinterestConversionsProps): void {
  const faults = [...propFaults(props), ...certificateRegionFaults(props.certificateArn, Stack.of(scope).region)];
  if (faults.length > 0) throw new InvalidPropsError(scope, faults);
}

function isAge(age: Duration): boolean {
  if (typeof age.toSeconds !== 'function') return false;
  return age.isUnresolved() || isWithin(60, 60 * DAY_SECONDS)(age.toSeconds({ integral: false }));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isSecurityGroups(groups: readonly unknown[]): boolean {
  return Array.isArray(groups) && groups.length >= 1 && groups.length <= 5 && groups.every(has('securityGroupId'));
}

function needsVpc(prop: 'vpcSubnets' | 'securityGroups'): Rule {
  return (props) =>
    props[prop] !== undefined && props.vpc === undefined ? [`"${prop}" needs "vpc"; give the VPC that it is of`] : [];
}
