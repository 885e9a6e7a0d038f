/** The alarms as they stand in the synthesised template, ready to be evaluated. */
import { App, Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { AlarmBase } from 'aws-cdk-lib/aws-cloudwatch';
import { PinterestConversionsStack, type PinterestConversionsStackProps } from '../../lib';
import type { AlarmSpec, MetricSource } from '../../sim/cloudwatch/alarm-spec';
import { parseMath } from '../../sim/cloudwatch/metric-math';
import { metricKey } from '../../sim/cloudwatch/metric-store';

export interface SynthesisedAlarms {
  readonly alarms: readonly AlarmSpec[];
  /** The value of the dimension of our own metrics. */
  readonly pipeline: string;
  /** What a planned pause of `PAUSE` mutes, and for how many minutes. */
  readonly mute: { readonly alarms: ReadonlySet<string>; readonly minutes: number };
}

/** A pause that every shop of the drill has planned; when it is does not matter here. */
export const PAUSE = Duration.hours(12);

interface MetricQuery {
  readonly Id: string;
  readonly Expression?: string;
  readonly ReturnData?: boolean;
  readonly MetricStat?: { readonly Metric: MetricOf; readonly Period: number; readonly Stat: string };
}

interface MetricOf {
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions?: readonly { readonly Value: unknown }[];
}

interface AlarmProperties extends Partial<MetricOf> {
  readonly AlarmDescription: unknown;
  readonly ComparisonOperator: string;
  readonly DatapointsToAlarm?: number;
  readonly EvaluationPeriods: number;
  readonly Threshold?: number;
  readonly ThresholdMetricId?: string;
  readonly TreatMissingData: string;
  readonly Period?: number;
  readonly Statistic?: string;
  readonly Metrics?: readonly MetricQuery[];
}

const BAND = /^ANOMALY_DETECTION_BAND\((\w+), ([\d.]+)\)$/;

export function synthesiseAlarms(props: Omit<PinterestConversionsStackProps, 'adAccountId'>): SynthesisedAlarms {
  const stack = new PinterestConversionsStack(new App(), 'Drill', {
    adAccountId: '549755885175',
    plannedPauses: [{ start: '2026-12-24T18:00', duration: PAUSE }],
    ...props,
  });
  const template = Template.fromStack(stack);
  const resources = template.findResources('AWS::CloudWatch::Alarm');
  const alarms = Object.entries(stack.conversions.alarms).map(([name, alarm]) => {
    const { Ref } = stack.resolve(alarm.alarmName);
    const properties: AlarmProperties | undefined = resources[Ref]?.Properties;
    if (properties === undefined) throw new Error(`${name} is not in the template`);
    return specOf(name, properties);
  });
  const [rule] = Object.values(template.findResources('AWS::CloudWatch::AlarmMuteRule'));
  const targets = JSON.stringify(rule?.Properties.MuteTargets);
  const isMuted = ([, alarm]: readonly [string, AlarmBase]) =>
    targets.includes(`"${stack.resolve(alarm.alarmName).Ref}"`);
  const mute = {
    alarms: new Set(
      Object.entries(stack.conversions.alarms)
        .filter(isMuted)
        .map(([name]) => name),
    ),
    minutes: Duration.parse(rule?.Properties.Rule.Schedule.Duration).toMinutes(),
  };
  return { mute, alarms, pipeline: stack.conversions.metricEventsAccepted().dimensions?.service as string };
}

function specOf(name: string, properties: AlarmProperties): AlarmSpec {
  if (properties.TreatMissingData !== 'notBreaching') throw new Error(`${name} treats missing data in an unknown way`);
  const queries = properties.Metrics ?? [];
  const bandQuery = queries.find(({ Id }) => Id === properties.ThresholdMetricId);
  const [, banded = '', width] = BAND.exec(bandQuery?.Expression ?? '') ?? [];
  const result = queries.find(({ Id, ReturnData }) => (bandQuery ? Id === banded : ReturnData));
  const single = properties.MetricName === undefined ? undefined : singleQuery(properties);
  const stats = [...queries, ...(single ? [single] : [])].filter(({ MetricStat }) => MetricStat !== undefined);
  const { EvaluationPeriods, DatapointsToAlarm = EvaluationPeriods } = properties;
  return {
    name,
    description: textOf(properties.AlarmDescription),
    period: (stats[0]?.MetricStat?.Period ?? 0) / 60,
    evaluationPeriods: EvaluationPeriods,
    datapointsToAlarm: DatapointsToAlarm,
    sources: stats.flatMap(sourceOf),
    value: parseMath(result?.Expression ?? result?.Id ?? single?.Id ?? ''),
    comparison: properties.ComparisonOperator,
    threshold: properties.Threshold,
    band: width === undefined ? undefined : Number(width),
  };
}

function singleQuery(properties: AlarmProperties): MetricQuery {
  const { Namespace = '', MetricName = '', Dimensions = [], Period = 0, Statistic = '' } = properties;
  return { Id: 'm', MetricStat: { Metric: { Namespace, MetricName, Dimensions }, Period, Stat: Statistic } };
}

function sourceOf({ Id, MetricStat }: MetricQuery): MetricSource[] {
  if (MetricStat === undefined) return [];
  const { Metric, Stat } = MetricStat;
  if (Stat !== 'Sum' && Stat !== 'Maximum') throw new Error(`this drill knows no statistic ${Stat}`);
  const dimensions = (Metric.Dimensions ?? []).map(({ Value }) => resourceOf(Value));
  return [{ id: Id, key: metricKey(Metric.Namespace, Metric.MetricName, dimensions), statistic: Stat }];
}

interface Reference {
  readonly Ref?: string;
  readonly 'Fn::GetAtt'?: readonly string[];
}

const idOf = ({ Ref, 'Fn::GetAtt': attribute }: Reference): string => Ref ?? attribute?.[0] ?? '';

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const { 'Fn::Join': [, parts] = [] } = value as { readonly 'Fn::Join'?: [string, (string | Reference)[]] };
  if (parts === undefined) throw new Error(`this drill cannot read the text ${JSON.stringify(value)}`);
  return parts.map((part) => (typeof part === 'string' ? part : idOf(part))).join('');
}

/** A name stands for itself, a reference for the part of the pipeline that it names. */
function resourceOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const id = idOf(value as Reference);
  const part = PARTS.find(([pattern]) => pattern.test(id));
  if (part === undefined) throw new Error(`nobody knows what ${id} is`);
  return part[1];
}

export const IN_FLIGHT = 'ApproximateNumberOfMessagesNotVisible';

export const PART = {
  events: 'events',
  backlog: 'backlog',
  deadLetters: 'dead-letters',
  ingest: 'ingest',
  sender: 'sender',
  api: 'api',
} as const;

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/EventsQueue/, PART.events],
  [/EventsBacklog/, PART.backlog],
  [/DeadLetters/, PART.deadLetters],
  [/IngestFunction/, PART.ingest],
  [/SenderFunction/, PART.sender],
  [/IngestApi/, PART.api],
];
