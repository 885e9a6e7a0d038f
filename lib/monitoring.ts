/** Notifies the owner when something is wrong, and shows the current state: topic, alarms, dashboard. */
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { createAlarmTopic } from './monitoring/alarm-topic';
import { Alarms } from './monitoring/alarms';
import { ConversionsDashboard } from './monitoring/dashboard';
import type { MonitoredParts } from './monitoring/monitored-parts';
import { addMuteRules } from './monitoring/mute-rules';
import { scaleOf, thresholdsOf } from './monitoring/thresholds';
import { watchedEventNames } from './monitoring/watched';
import type { Settled } from './options/table';

export interface MonitoringProps extends MonitoredParts {
  readonly options: Settled;
}

export class Monitoring extends Construct {
  public readonly topic: sns.ITopic;
  public readonly alarms: { readonly [name: string]: cloudwatch.AlarmBase };
  public readonly dashboard: cloudwatch.Dashboard;
  public readonly dashboardUrl: string;
  private readonly notifying: readonly cloudwatch.AlarmBase[];

  public constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    const { options, ...parts } = props;
    const names = watchedEventNames(options);

    this.topic = options.alarmTopic ?? createAlarmTopic(this, 'Topic', options.encryptionKey);
    for (const address of options.alarmEmails) this.topic.addSubscription(new EmailSubscription(address));

    const alarms = new Alarms(this, 'Alarms', {
      ...parts,
      thresholds: thresholdsOf(options),
      scale: scaleOf(options),
      watched: options.detailedMetrics
        ? { eventNames: names, matchKeys: options.watchedMatchKeys }
        : { eventNames: [], matchKeys: [] },
      disabledAlarms: options.disabledAlarms,
      composite: options.compositeAlarm,
    });
    this.alarms = alarms.byName;
    this.notifying = alarms.notifying;
    const action = new SnsAction(this.topic);
    this.addAlarmAction(action);
    for (const alarm of this.notifying) alarm.addOkAction(action);
    addMuteRules(this, options.plannedPauses ?? [], alarms.ofTraffic, alarms.lookBack);

    const { dashboard, url } = new ConversionsDashboard(this, 'Dashboard', {
      ...parts,
      adAccountId: options.adAccountId,
      alarms: Object.values(alarms.byName),
      watchedEventNames: names,
      detailedMetrics: options.detailedMetrics,
      eventMap: options.eventMap,
    });
    this.dashboard = dashboard;
    this.dashboardUrl = url;
  }

  public addAlarmAction(...actions: cloudwatch.IAlarmAction[]): void {
    for (const alarm of this.notifying) alarm.addAlarmAction(...actions);
  }
}
