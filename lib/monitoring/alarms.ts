/** The alarms of a deployment: made of their definitions, less those that the owner does not want. */
import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { type AlarmDefinition, descriptionOf, runbookOf } from './alarm-definition';
import { COMPOSITE_ALARM, kindOf } from './alarm-names';
import { deliveryAlarms } from './alarms/delivery-alarms';
import { functionAlarms } from './alarms/function-alarms';
import { coverageAlarms, inputAlarms } from './alarms/input-alarms';
import { nameAlarms, volumeAlarms } from './alarms/volume-alarms';
import type { MonitoredParts } from './monitored-parts';
import type { Thresholds } from './thresholds';
import type { TrafficScale } from './traffic-scale';

export interface AlarmsProps extends MonitoredParts {
  readonly thresholds: Thresholds;
  readonly scale: TrafficScale;
  /** Names of events and match keys that have an alarm of their own. */
  readonly watchedEventNames: readonly string[];
  readonly watchedMatchKeys: readonly string[];
  readonly disabledAlarms: readonly string[];
  /** Whether one alarm stands for all of them to the outside. */
  readonly composite: boolean;
}

export function alarmDefinitions(props: Omit<AlarmsProps, 'disabledAlarms' | 'composite'>): AlarmDefinition[] {
  const { thresholds, scale, watchedEventNames, watchedMatchKeys } = props;
  return [
    ...volumeAlarms(props, thresholds, scale),
    ...nameAlarms(props, watchedEventNames, scale),
    ...inputAlarms(props, thresholds, scale),
    ...coverageAlarms(props, watchedMatchKeys, scale),
    ...deliveryAlarms(props, thresholds, scale),
    ...functionAlarms(props, thresholds),
  ];
}

export class Alarms extends Construct {
  public readonly byName: { readonly [name: string]: cloudwatch.AlarmBase };

  /** Those that tell somebody: each, or the one that stands for all. */
  public readonly telling: readonly cloudwatch.AlarmBase[];

  /** Those that a planned pause of the shop would raise, and that tell somebody. */
  public readonly ofTraffic: readonly cloudwatch.AlarmBase[];

  /** How far these look back: as long after a pause, its silence is still among what they see. */
  public readonly lookBack: Duration;

  public constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const wanted = alarmDefinitions(props).filter(
      ({ name }) => !props.disabledAlarms.includes(name) && !props.disabledAlarms.includes(kindOf(name)),
    );
    const made = wanted.map((definition) => ({ definition, alarm: this.make(definition) }));
    const each = made.map(({ alarm }) => alarm);
    const composite = props.composite && each.length > 0 ? [this.compose(each)] : [];
    this.byName = Object.fromEntries([
      ...made.map(({ definition, alarm }) => [definition.name, alarm] as const),
      ...composite.map((alarm) => [COMPOSITE_ALARM, alarm] as const),
    ]);
    const ofTraffic = made.filter(({ definition }) => definition.ofTraffic);
    // muting the one that stands for all is muting a refused token too: better a mail when the pause is over.
    const lookBacks = props.composite ? [] : ofTraffic.map(({ definition }) => lookBackMinutes(definition));
    this.lookBack = Duration.minutes(Math.max(0, ...lookBacks));
    this.telling = props.composite ? composite : each;
    this.ofTraffic = props.composite ? composite : ofTraffic.map(({ alarm }) => alarm);
  }

  private make(definition: AlarmDefinition): cloudwatch.Alarm {
    const { name, metric } = definition;
    const common = {
      metric,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      alarmDescription: descriptionOf(definition),
    };
    if ('window' in definition) {
      const { datapoints, periods, band } = definition.window;
      return new cloudwatch.AnomalyDetectionAlarm(this, name, {
        ...common,
        evaluationPeriods: periods,
        datapointsToAlarm: datapoints,
        stdDevs: band,
        comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_LOWER_THRESHOLD,
      });
    }
    const { threshold, isFloor = false, periods = 1, datapoints = periods } = definition;
    const { LESS_THAN_THRESHOLD, GREATER_THAN_THRESHOLD } = cloudwatch.ComparisonOperator;
    return new cloudwatch.Alarm(this, name, {
      ...common,
      threshold,
      evaluationPeriods: periods,
      datapointsToAlarm: datapoints,
      comparisonOperator: isFloor ? LESS_THAN_THRESHOLD : GREATER_THAN_THRESHOLD,
    });
  }

  private compose(alarms: readonly cloudwatch.AlarmBase[]): cloudwatch.CompositeAlarm {
    return new cloudwatch.CompositeAlarm(this, COMPOSITE_ALARM, {
      // by names: by ARNs, as many alarms as there can be would be longer than a rule may be.
      alarmRule: cloudwatch.AlarmRule.fromString(alarms.map(({ alarmName }) => `ALARM("${alarmName}")`).join(' OR ')),
      alarmDescription:
        'Pinterest conversions unhealthy: at least one of the alarms of this pipeline is raised. Look first: at the top of the ' +
        `dashboard, which alarm it is. Runbook: ${runbookOf(COMPOSITE_ALARM)}`,
    });
  }
}

function lookBackMinutes(definition: AlarmDefinition): number {
  if ('window' in definition) return definition.window.period.toMinutes() * definition.window.periods;
  const { metric, periods = 1 } = definition;
  return periods * ((metric as cloudwatch.Metric).period ?? Duration.minutes(5)).toMinutes();
}
