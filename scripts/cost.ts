/**
 * What a deployment costs, from the template it synthesizes to and list prices (us-east-1, November 2026, no free
 * tier). Prices: the AWS price pages of API Gateway, Lambda, SQS, CloudWatch, Secrets Manager and EC2 data transfer.
 */
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { METRICS } from '../contract/metric-names';
import { SENDER_LIMITS } from '../contract/sender-limits';
import { createIngest, KINDS } from '../drill/alarms/visitors';
import { PinterestConversionsStack, type PinterestConversionsStackProps } from '../lib';
import { ALARM_KINDS } from '../lib/monitoring/alarm-table';

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
  secretRead: 0.05 / 1e4,
} as const;

/** What traffic is taken to look like. */
export const ASSUMED = {
  ingestSeconds: 0.02,
  senderSeconds: 0.5,
  memoryGigabytes: 0.5,
  eventsPerSenderRun: 100,
  accessLogKilobytesPerRequest: 0.4,
  sentKilobytesPerEvent: 1,
  /** SQS hands over and deletes ten messages a call. */
  messagesPerSqsCall: 10,
  /** Of an event source mapping. */
  idlePollers: 5,
  longPollSeconds: 20,
} as const;

const EVENTS = 1e6;

/** Event source mappings of the sender. */
const FEEDS = 2;

function perMillionEvents(eventsPerRequest: number, metricBytes: number): number {
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
    ((requests * (ASSUMED.accessLogKilobytesPerRequest * 1e3 + metricBytes)) / 1e9) * PRICES.logGigabyte +
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

/** Metrics in detail that a shop usually has: so many names, match keys, kinds of warnings and classes of failures. */
const USUAL_DETAILS = { names: 5, matchKeys: 8, warnings: 2, failures: 2 };

/** Bytes of metric lines for an event that comes alone, on average over what visitors do. */
async function metricBytes(detailed: boolean): Promise<number> {
  const ingest = createIngest('PinterestConversions06A0F9A3', detailed);
  const bytes = await Promise.all(KINDS.map(async (kind) => kind.share * (await ingest(kind)).bytes));
  return bytes.reduce((sum, share) => sum + share, 0);
}

function deploymentOf(props: Partial<PinterestConversionsStackProps>) {
  const stack = new PinterestConversionsStack(new App(), 'Cost', {
    adAccountId: '549755885175',
    expectedEventsPerDay: 10_000,
    ...props,
  });
  const template = Template.fromStack(stack);
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')) as Alarm[];
  return {
    secrets: Object.keys(template.findResources('AWS::SecretsManager::Secret')).length,
    alarms: alarms.length,
    alarmMetrics: alarms.reduce((sum, alarm) => sum + alarmMetrics(alarm), 0),
  };
}

function fixedRow(what: string, detailed: boolean, props: Partial<PinterestConversionsStackProps>): string {
  const { secrets, alarms, alarmMetrics: charged } = deploymentOf({ detailedMetrics: detailed, ...props });
  const details = detailed ? Object.values(USUAL_DETAILS).reduce((sum, count) => sum + count, 0) : 0;
  const metrics = Object.keys(METRICS).length + details;
  const fixed = secrets * PRICES.secretMonth + metrics * PRICES.metricMonth + charged * PRICES.alarmMetricMonth;
  return (
    `| a month, ${what}: ${secrets} secrets, ${metrics} metrics (${usd(metrics * PRICES.metricMonth)}), ` +
    `${alarms} alarms over ${charged} metrics (${usd(charged * PRICES.alarmMetricMonth)}) | ${usd(fixed)} |`
  );
}

export async function costTable(): Promise<string> {
  const [full, basic] = [await metricBytes(true), await metricBytes(false)];
  const environments = FEEDS * SENDER_LIMITS.maxConcurrency;
  const tokenReads = (environments * 30 * 86_400) / SENDER_LIMITS.tokenSeconds;
  const idleReceives = FEEDS * ASSUMED.idlePollers * ((30 * 86_400) / ASSUMED.longPollSeconds);
  const logged = (bytes: number) => usd(((EVENTS * bytes) / 1e9) * PRICES.logGigabyte);
  return [
    '| what | list price |',
    '| --- | --- |',
    fixedRow('all alarms and metrics', true, {}),
    fixedRow('`detailedMetrics: false`', false, {}),
    fixedRow('that, and no alarms', false, { disabledAlarms: [...ALARM_KINDS] }),
    `| a month, the token read every ${SENDER_LIMITS.tokenSeconds} s in ${environments} environments, at most | ${usd(tokenReads * PRICES.secretRead)} |`,
    `| a month, Lambda's long polling of the queue and the backlog queue while they are empty | ${usd(idleReceives * PRICES.sqsRequest)} |`,
    `| a million events, one a request (browsers) | ${usd(perMillionEvents(1, full))} |`,
    `| a million events, ten a request (back ends) | ${usd(perMillionEvents(10, full))} |`,
    `| of these, lines of metrics for a million single events: ${Math.round(full)} bytes each, or ${Math.round(basic)} without details | ${logged(full)}, ${logged(basic)} |`,
  ].join('\n');
}
