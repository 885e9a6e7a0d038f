/** Tells the owner when something is wrong, and shows how things are: topic, alarms, dashboard. */
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { createAlarmTopic } from './monitoring/alarm-topic';
import { Alarms } from './monitoring/alarms';
import { ConversionsDashboard } from './monitoring/dashboard';
import type { MonitoredParts } from './monitoring/monitored-parts';

export interface MonitoringProps extends MonitoredParts {
  readonly adAccountId: string;
  readonly alarmTopic?: sns.ITopic | undefined;
  readonly alarmEmails: string[];
  readonly deliveryErrorRateThreshold: number;
  readonly minimumEventsPerHour?: number | undefined;
}

export class Monitoring extends Construct {
  public readonly topic: sns.ITopic;
  public readonly alarms: { [name: string]: cloudwatch.IAlarm };
  public readonly dashboard: cloudwatch.Dashboard;
  public readonly dashboardUrl: string;

  public constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id);
    this.topic = props.alarmTopic ?? createAlarmTopic(this, 'Topic');
    for (const address of props.alarmEmails) this.topic.addSubscription(new EmailSubscription(address));

    this.alarms = new Alarms(this, 'Alarms', { ...props, topic: this.topic }).byName;
    const { dashboard, url } = new ConversionsDashboard(this, 'Dashboard', {
      ...props,
      alarms: Object.values(this.alarms),
    });
    this.dashboard = dashboard;
    this.dashboardUrl = url;
  }
}
