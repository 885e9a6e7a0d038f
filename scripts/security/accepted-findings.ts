/**
 * Findings of cdk-nag that stay, and why: one table for test/lib/compliance.test.ts, which fails on a finding that is not
 * in it and on an entry that is found no more, and for docs/security.md.
 */
import { markdownTable } from '../tables';

/** Options that make a finding go, or come. */
export type Setting =
  | 'alarmTopic'
  | 'compositeAlarm'
  | 'encryptionKey'
  | 'ingestKeySecret'
  | 'ingestReservedConcurrency'
  | 'ServerAuthorization.IAM'
  | 'serverAuthorizer'
  | 'tokenSecret'
  | 'vpc';

export interface AcceptedFinding {
  readonly rule: string;
  /** Paths below the construct; `Monitoring/Alarms` is each alarm. */
  readonly at: readonly string[];
  readonly reason: string;
  readonly goneWith?: readonly Setting[];
  readonly onlyWith?: Setting;
}

const NIST = 'NIST.800.53.R5';
const FUNCTIONS = ['Ingest/Function/Resource', 'Sender/Function/Resource'];
const POLICIES = ['Ingest/Function/Role/DefaultPolicy', 'Sender/Function/Role/DefaultPolicy'];
const NO_ROTATION = 'only the owner can create a new one: ';

/** With either of them, API Gateway itself refuses requests. */
const GUARDED_BY_GATEWAY = ['ServerAuthorization.IAM', 'serverAuthorizer'] as const;

const rotation = (rule: string): readonly AcceptedFinding[] => [
  {
    rule,
    at: ['Sender/Token'],
    reason: `${NO_ROTATION}Pinterest has no API that issues conversion tokens`,
    goneWith: ['tokenSecret'],
  },
  {
    rule,
    at: ['Ingest/IngestKey'],
    reason: `${NO_ROTATION}the back ends that send it must change with it. The previous key stays valid beside the current one, so that a rotation interrupts nothing`,
    goneWith: ['ingestKeySecret'],
  },
];

export const ACCEPTED_FINDINGS: readonly AcceptedFinding[] = [
  {
    rule: 'AwsSolutions-APIG4',
    at: ['Ingest/PostCollect'],
    reason: 'browsers have no credentials; the function checks the origin and returns no data',
  },
  {
    rule: 'AwsSolutions-APIG4',
    at: ['Ingest/OptionsCollect'],
    reason: 'by the standard, browsers send preflight requests without credentials',
  },
  {
    rule: 'AwsSolutions-APIG4',
    at: ['Ingest/GetPinterestJs'],
    reason: 'the script is public; it contains nothing about the deployment',
  },
  {
    rule: 'AwsSolutions-APIG4',
    at: ['Ingest/GetHealth'],
    reason: 'monitors have no credentials; the answer says nothing about the deployment',
  },
  {
    rule: 'AwsSolutions-APIG4',
    at: ['Ingest/PostEvents', 'Ingest/PostV5AdAccountsEvents'],
    reason: 'the function checks the ingest key itself, in constant time',
    goneWith: GUARDED_BY_GATEWAY,
  },
  {
    rule: 'AwsSolutions-APIG4',
    at: ['Ingest/AnyOther'],
    reason: 'answers 404 to every request',
    goneWith: GUARDED_BY_GATEWAY,
  },
  ...rotation('AwsSolutions-SMG4'),
  {
    rule: 'AwsSolutions-IAM5[Resource::*]',
    at: POLICIES,
    reason: 'Lambda creates network interfaces with the permissions of the role; AWS documents no narrower resource',
    onlyWith: 'vpc',
  },
  ...rotation(`${NIST}-SecretsManagerRotationEnabled`),
  {
    rule: `${NIST}-SecretsManagerUsingKMSKey`,
    at: ['Sender/Token', 'Ingest/IngestKey'],
    reason: 'encrypted with the AWS managed key for Secrets Manager; a customer managed key is an option',
    goneWith: ['encryptionKey'],
  },
  {
    rule: `${NIST}-CloudWatchLogGroupEncrypted`,
    at: ['Ingest/Function/Logs', 'Ingest/AccessLog', 'Sender/Function/Logs'],
    reason: 'encrypted with an AWS owned key, and without personal values; a customer managed key is an option',
    goneWith: ['encryptionKey'],
  },
  {
    rule: `${NIST}-SNSEncryptedKMS`,
    at: ['Monitoring/Topic'],
    reason: 'with the AWS managed key for SNS, CloudWatch could not publish; alarm texts contain nothing personal',
    goneWith: ['encryptionKey', 'alarmTopic'],
  },
  {
    rule: `${NIST}-CloudWatchAlarmAction`,
    at: ['Monitoring/Alarms'],
    reason: 'the composite alarm has the action for all of them',
    onlyWith: 'compositeAlarm',
  },
  {
    rule: `${NIST}-IAMNoInlinePolicy`,
    at: POLICIES,
    reason:
      'the policy belongs to one role, names resources of this construct, and is deleted with it; it could not be attached elsewhere',
  },
  {
    rule: `${NIST}-IAMNoInlinePolicy`,
    at: ['Ingest/Function/NoInterfacesFromCode', 'Sender/Function/NoInterfacesFromCode'],
    reason: 'denies permissions to the code of one function; as above',
    onlyWith: 'vpc',
  },
  {
    rule: `${NIST}-LambdaConcurrency`,
    at: ['Ingest/Function/Resource'],
    reason: 'limited by the throttle of the API; reserved concurrency would be deducted from that of the account',
    goneWith: ['ingestReservedConcurrency'],
  },
  {
    rule: `${NIST}-LambdaConcurrency`,
    at: ['Sender/Function/Resource'],
    reason:
      'limited by the event source mapping (`senderMaxConcurrency`); with reserved concurrency, throttled invocations would increase the receive count',
  },
  {
    rule: `${NIST}-LambdaDLQ`,
    at: FUNCTIONS,
    reason:
      'for asynchronous invocations, of which there are none: a caller of ingest gets an answer, and the sender’s events are in a queue with a dead-letter queue',
  },
  {
    rule: `${NIST}-LambdaInsideVPC`,
    at: FUNCTIONS,
    reason:
      'both must reach AWS, and the sender also Pinterest, which from a VPC requires a NAT gateway; only Lambda’s own API can reach them',
    goneWith: ['vpc'],
  },
];

/** What cdk-nag has to find in a stack with these options, as `rule path`. */
export const expectedFindings = (settings: readonly Setting[]): string[] =>
  ACCEPTED_FINDINGS.filter(
    ({ goneWith = [], onlyWith }) =>
      !goneWith.some((setting) => settings.includes(setting)) &&
      (onlyWith === undefined || settings.includes(onlyWith)),
  ).flatMap(({ rule, at }) => at.map((place) => `${rule} ${place}`));

const codes = (texts: readonly string[]): string => texts.map((text) => `\`${text}\``).join(', ');

function changedBy({ goneWith = [], onlyWith }: AcceptedFinding): string {
  if (onlyWith !== undefined) return `only with \`${onlyWith}\``;
  return goneWith.length > 0 ? `resolved by ${codes(goneWith)}` : '';
}

export const findingsTable = (): string =>
  markdownTable(
    ['finding', 'at', 'why it stays', 'option'],
    ACCEPTED_FINDINGS.map((finding) => [finding.rule, codes(finding.at), finding.reason, changedBy(finding)]),
  );
