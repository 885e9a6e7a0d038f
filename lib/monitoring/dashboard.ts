/** One page for the owner: does everything that arrives reach Pinterest, and does anything wait? */
import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { METRICS, type MetricName } from '../../lambda/telemetry/metric-names';
import { deliveryErrorRate } from './delivery-error-rate';
import type { MonitoredParts } from './monitored-parts';

export interface ConversionsDashboardProps extends MonitoredParts {
  readonly adAccountId: string;
  readonly alarms: cloudwatch.IAlarm[];
}

const FULL_WIDTH = 24;
const { GREEN, ORANGE, RED, BLUE, GREY } = cloudwatch.Color;

export class ConversionsDashboard extends Construct {
  public readonly dashboard: cloudwatch.Dashboard;

  /** Where the owner finds it in the AWS console. */
  public readonly url: string;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: ConversionsDashboardProps,
  ) {
    super(scope, id);
    this.dashboard = new cloudwatch.Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    this.dashboard.addWidgets(
      new cloudwatch.TextWidget({
        width: FULL_WIDTH,
        height: 2,
        markdown: `# Pinterest conversions, ad account ${props.adAccountId}\nEvents arrive, are queued, and reach Pinterest.`,
      }),
    );
    this.dashboard.addWidgets(
      new cloudwatch.AlarmStatusWidget({ title: 'Alarms', alarms: props.alarms, width: FULL_WIDTH, height: 3 }),
    );
    this.dashboard.addWidgets(this.arriving(), this.reachingPinterest(), this.waiting());

    const { region } = Stack.of(this);
    const home = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
    this.url = `${home}#dashboards/dashboard/${this.dashboard.dashboardName}`;
  }

  private arriving(): cloudwatch.GraphWidget {
    return this.graph('Arriving', [
      this.events(METRICS.received, 'Received', GREY),
      this.events(METRICS.accepted, 'Accepted', GREEN),
      this.events(METRICS.refused, 'Refused', ORANGE),
      this.props.api.metricServerError({ label: 'Requests answered 5xx', statistic: cloudwatch.Stats.SUM, color: RED }),
    ]);
  }

  private reachingPinterest(): cloudwatch.GraphWidget {
    return this.graph(
      'Reaching Pinterest',
      [
        this.events(METRICS.delivered, 'Delivered', GREEN),
        this.events(METRICS.heldBack, 'Put off', ORANGE),
        this.events(METRICS.rejected, 'Refused by Pinterest', RED),
        this.events(METRICS.putAside, 'Put aside', GREY),
        this.events(METRICS.late, 'More than an hour late', BLUE),
      ],
      [deliveryErrorRate(this.props.metrics)],
    );
  }

  private waiting(): cloudwatch.GraphWidget {
    const { queue, deadLetterQueue } = this.props;
    const statistic = cloudwatch.Stats.MAXIMUM;
    return this.graph(
      'Waiting',
      [
        queue.metricApproximateNumberOfMessagesVisible({ label: 'In the queue', statistic, color: BLUE }),
        queue.metricApproximateNumberOfMessagesNotVisible({ label: 'Under way or put off', statistic, color: GREY }),
        deadLetterQueue.metricApproximateNumberOfMessagesVisible({ label: 'Dead letters', statistic, color: RED }),
      ],
      [this.props.metrics.metric(METRICS.longestWait, { label: 'Oldest event (s)', statistic, color: ORANGE })],
    );
  }

  private graph(title: string, left: cloudwatch.IMetric[], right: cloudwatch.IMetric[] = []): cloudwatch.GraphWidget {
    return new cloudwatch.GraphWidget({ title, left, right, width: FULL_WIDTH / 3, height: 8, leftYAxis: { min: 0 } });
  }

  private events(name: MetricName, label: string, color: string): cloudwatch.Metric {
    return this.props.metrics.metric(name, { label, color });
  }
}
