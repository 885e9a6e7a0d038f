/**
 * What a deployment costs, from the template it synthesises to and list prices (us-east-1, November 2026, no free
 * tier). Prices: the AWS price pages of API Gateway, Lambda, SQS, CloudWatch, Secrets Manager and EC2 data transfer.
 */
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { METRICS } from '../lambda/telemetry/metric-names';
import { PinterestConversionsStack } from '../lib';

/** USD. */
export const PRICES = {
  apiRequest: 1 / 1e6,
  lambdaRequest: 0.2 / 1e6,
  lambdaGigabyteSecond: 0.0000133334,
  sqsRequest: 0.4 / 1e6,
  logGigabyte: 0.5,
  egressGigabyte: 0.09,
  metricMonth: 0.3,
  alarmMetricMonth: 0.1,
  secretMonth: 0.4,
} as const;

/** What traffic is taken to look like. */
export const ASSUMED = {
  ingestSeconds: 0.02,
  senderSeconds: 0.5,
  memoryGigabytes: 0.5,
  eventsPerSenderRun: 100,
  logKilobytesPerRequest: 0.9,
  sentKilobytesPerEvent: 1,
  /** SQS hands over and deletes ten messages a call. */
  messagesPerSqsCall: 10,
} as const;

const EVENTS = 1e6;

function perMillionEvents(eventsPerRequest: number): number {
  const requests = EVENTS / eventsPerRequest;
  const senderRuns = EVENTS / ASSUMED.eventsPerSenderRun;
  const sends = EVENTS / Math.min(eventsPerRequest, ASSUMED.messagesPerSqsCall);
  const receivesAndDeletes = (2 * EVENTS) / ASSUMED.messagesPerSqsCall;
  const seconds = requests * ASSUMED.ingestSeconds + senderRuns * ASSUMED.senderSeconds;
  return (
    requests * PRICES.apiRequest +
    (requests + senderRuns) * PRICES.lambdaRequest +
    seconds * ASSUMED.memoryGigabytes * PRICES.lambdaGigabyteSecond +
    (sends + receivesAndDeletes) * PRICES.sqsRequest +
    ((requests * ASSUMED.logKilobytesPerRequest) / 1e6) * PRICES.logGigabyte +
    ((EVENTS * ASSUMED.sentKilobytesPerEvent) / 1e6) * PRICES.egressGigabyte
  );
}

interface Alarm {
  readonly Properties: {
    readonly Metrics?: readonly { readonly MetricStat?: unknown; readonly Expression?: string }[];
  };
}

/** An alarm is charged by the metrics in it; an anomaly band counts as two more. */
function alarmMetrics({ Properties: { Metrics } }: Alarm): number {
  if (Metrics === undefined) return 1;
  const band = Metrics.some(({ Expression }) => Expression?.startsWith('ANOMALY_DETECTION_BAND'));
  return Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length + (band ? 2 : 0);
}

const usd = (amount: number): string => `${amount.toFixed(2)} USD`;

export function costTable(): string {
  const template = Template.fromStack(
    new PinterestConversionsStack(new App(), 'Cost', { adAccountId: '549755885175' }),
  );
  const secrets = Object.keys(template.findResources('AWS::SecretsManager::Secret')).length;
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')) as Alarm[];
  const charged = alarms.reduce((sum, alarm) => sum + alarmMetrics(alarm), 0);
  const metrics = Object.keys(METRICS).length;
  const fixed = secrets * PRICES.secretMonth + metrics * PRICES.metricMonth + charged * PRICES.alarmMetricMonth;
  return [
    '| what | list price |',
    '| --- | --- |',
    `| fixed, a month: ${secrets} secrets, ${metrics} metrics, ${alarms.length} alarms over ${charged} metrics | ${usd(fixed)} |`,
    `| a million events, one a request (browsers) | ${usd(perMillionEvents(1))} |`,
    `| a million events, ten a request (back ends) | ${usd(perMillionEvents(10))} |`,
  ].join('\n');
}
