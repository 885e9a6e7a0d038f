/** The alarms of a deployment: one for each row of the table, without those that the owner has disabled. */
import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Watch, Watched } from './alarm-row';
import { type AlarmDefinition, alarmDefinitions, COMPOSITE_ALARM } from './alarm-table';
import { runbookOf } from './runbook';

export interface AlarmsProps extends Watch {
  readonly watched: Watched;
  readonly disabledAlarms: readonly string[];
  /** Whether one composite alarm sends the notifications for all of them. */
  readonly composite: boolean;
}

export class Alarms extends Construct {
  public readonly byName: { readonly [name: string]: cloudwatch.AlarmBase };

  /** Those that send notifications: each of them, or only the composite alarm. */
  public readonly notifying: readonly cloudwatch.AlarmBase[];

  /** Those that a planned pause of the shop would raise, and that send notifications. */
  public readonly ofTraffic: readonly cloudwatch.AlarmBase[];

  /** How far these look back: for that long after a pause, they still see its silence. */
  public readonly lookBack: Duration;

  public constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const wanted = alarmDefinitions(props, props.watched).filter(
      ({ kind, name }) => !props.disabledAlarms.includes(name) && !props.disabledAlarms.includes(kind),
    );
    const made = wanted.map((definition) => ({ definition, alarm: this.make(definition) }));
    const each = made.map(({ alarm }) => alarm);
    const composite = props.composite && each.length > 0 ? [this.compose(each)] : [];
    this.byName = Object.fromEntries([
      ...made.map(({ definition, alarm }) => [definition.name, alarm] as const),
      ...composite.map((alarm) => [COMPOSITE_ALARM, alarm] as const),
    ]);
    const ofTraffic = made.filter(({ definition }) => definition.ofTraffic);
    // muting the composite alarm also mutes a refused token: better one notification when the pause is over.
    const lookBacks = props.composite ? [] : ofTraffic.map(({ definition }) => lookBackMinutes(definition));
    this.lookBack = Duration.minutes(Math.max(0, ...lookBacks));
    this.notifying = props.composite ? composite : each;
    this.ofTraffic = props.composite ? composite : ofTraffic.map(({ alarm }) => alarm);
  }

  private make({ kind, name, metric, condition, meaning, firstStep }: AlarmDefinition): cloudwatch.Alarm {
    const common = {
      metric,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      alarmDescription: `${meaning} First step: ${firstStep} Runbook: ${runbookOf(kind)}`,
    };
    if ('belowBand' in condition) {
      const { datapoints, periods, band } = condition.belowBand;
      return new cloudwatch.AnomalyDetectionAlarm(this, name, {
        ...common,
        evaluationPeriods: periods,
        datapointsToAlarm: datapoints,
        stdDevs: band,
        comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_LOWER_THRESHOLD,
      });
    }
    const { periods = 1, datapoints = periods } = condition;
    const { LESS_THAN_THRESHOLD, GREATER_THAN_THRESHOLD } = cloudwatch.ComparisonOperator;
    return new cloudwatch.Alarm(this, name, {
      ...common,
      threshold: 'below' in condition ? condition.below : condition.above,
      evaluationPeriods: periods,
      datapointsToAlarm: datapoints,
      comparisonOperator: 'below' in condition ? LESS_THAN_THRESHOLD : GREATER_THAN_THRESHOLD,
    });
  }

  private compose(alarms: readonly cloudwatch.AlarmBase[]): cloudwatch.CompositeAlarm {
    return new cloudwatch.CompositeAlarm(this, COMPOSITE_ALARM, {
      // by names: with ARNs, the largest number of alarms would exceed the length that a rule may have.
      alarmRule: cloudwatch.AlarmRule.fromString(alarms.map(({ alarmName }) => `ALARM("${alarmName}")`).join(' OR ')),
      alarmDescription:
        'Pinterest conversions unhealthy: at least one alarm of this pipeline is raised. First step: see at the top of the ' +
        `dashboard which alarm it is. Runbook: ${runbookOf(COMPOSITE_ALARM)}`,
    });
  }
}

function lookBackMinutes({ condition, metric }: AlarmDefinition): number {
  if ('belowBand' in condition) return condition.belowBand.period.toMinutes() * condition.belowBand.periods;
  const { periods = 1 } = condition;
  return periods * ((metric as cloudwatch.Metric).period ?? Duration.minutes(5)).toMinutes();
}
