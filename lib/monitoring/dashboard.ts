/**
 * One page for the owner, in the order of an owner's questions: is anything wrong, are events arriving, are they
 * reaching Pinterest, are they matched, is anything waiting, and which events are these?
 */
import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { MATCH_KEYS } from '../../contract/match-keys';
import { detailMetric, METRIC_FAMILIES, METRICS, type MetricName } from '../../contract/metric-names';
import { WARNING_KINDS } from '../../contract/warning-kinds';
import type { EventMapEntry } from '../event-map';
import { eventMapTable } from './event-map-table';
import type { MonitoredParts } from './monitored-parts';
import { deliveryErrorRate, matchCoverage } from './rates';
import { RUNBOOK_URL } from './runbook';

export interface ConversionsDashboardProps extends MonitoredParts {
  readonly adAccountId: string;
  readonly alarms: cloudwatch.IAlarm[];
  readonly watchedEventNames: readonly string[];
  readonly detailedMetrics: boolean;
  readonly eventMap?: { [name: string]: EventMapEntry } | undefined;
}

const FULL_WIDTH = 24;
const HEIGHT = 7;
const { GREEN, ORANGE, RED, BLUE, GREY } = cloudwatch.Color;
const { MAXIMUM, SUM } = cloudwatch.Stats;

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
    const { adAccountId, alarms, eventMap } = props;
    this.dashboard = new cloudwatch.Dashboard(this, 'Dashboard', { defaultInterval: Duration.days(1) });
    const add = (...widgets: cloudwatch.IWidget[]) => this.dashboard.addWidgets(...widgets);
    add(
      text(
        `# Pinterest conversions, ad account ${adAccountId}\nWhat to do about an alarm: [runbook](${RUNBOOK_URL})`,
        2,
      ),
    );
    if (alarms.length > 0)
      add(new cloudwatch.AlarmStatusWidget({ title: 'Alarms', alarms, width: FULL_WIDTH, height: 4 }));
    add(text('## Are events arriving?'));
    add(...inRow(this.arriving()));
    add(text('## Are they reaching Pinterest?'));
    add(...inRow(this.reaching()));
    if (props.detailedMetrics) {
      add(text('## Can Pinterest match them?'));
      add(...inRow(this.matched()));
    }
    add(text('## Is anything waiting?'));
    add(...inRow(this.waiting()));
    add(text(eventMapTable(eventMap), 6));

    const { region } = Stack.of(this);
    const home = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
    this.url = `${home}#dashboards/dashboard/${this.dashboard.dashboardName}`;
  }

  private arriving(): Graph[] {
    const { watchedEventNames, detailedMetrics, api } = this.props;
    return [
      {
        title: 'Events',
        left: [
          this.events(METRICS.received, 'Received', GREY),
          this.events(METRICS.accepted, 'Accepted', GREEN),
          this.events(METRICS.refused, 'Refused', ORANGE),
          this.events(METRICS.withheld, 'Withheld', BLUE),
          this.events(METRICS.tests, 'Tests'),
        ],
      },
      ...(detailedMetrics && watchedEventNames.length > 0
        ? [{ title: 'Accepted, by name', left: watchedEventNames.map((name) => this.detail('acceptedByName', name)) }]
        : []),
      {
        title: 'Requests',
        left: [
          api.metricCount({ label: 'All', statistic: SUM, color: GREY }),
          api.metricClientError({ label: 'Answered 4xx', statistic: SUM, color: ORANGE }),
          api.metricServerError({ label: 'Answered 5xx', statistic: SUM, color: RED }),
        ],
      },
    ];
  }

  private reaching(): Graph[] {
    const { metrics } = this.props;
    const delay = (statistic: string) => metrics.metric(METRICS.deliveryDelay, { statistic, label: statistic });
    return [
      {
        title: 'Events',
        left: [
          this.events(METRICS.delivered, 'Delivered', GREEN),
          this.events(METRICS.heldBack, 'Held back', ORANGE),
          this.events(METRICS.rejected, 'Refused by Pinterest', RED),
          this.events(METRICS.putAside, 'Put aside', GREY),
          this.events(METRICS.late, 'More than an hour late', BLUE),
        ],
        right: [deliveryErrorRate(metrics)],
      },
      {
        title: 'Calls to Pinterest',
        left: [
          this.events(METRICS.requests, 'Calls', GREY),
          this.events(METRICS.tokenRejected, 'Token refused', RED),
          ...(this.props.detailedMetrics
            ? ['3xx', '4xx', '5xx', 'none'].map((status) => this.detail('requestFailure', status))
            : []),
        ],
      },
      { title: 'Seconds from event to delivery', left: [delay('p50'), delay('p99'), delay(MAXIMUM)] },
    ];
  }

  private matched(): Graph[] {
    const { metrics } = this.props;
    return [
      {
        title: 'Events with a match key (%)',
        left: MATCH_KEYS.map((key) => matchCoverage(metrics, key, Duration.hours(1))),
      },
      { title: 'Events with a warning', left: WARNING_KINDS.map((kind) => this.detail('warning', kind)) },
    ];
  }

  private waiting(): Graph[] {
    const { queue, backlogQueue, deadLetterQueue, metrics } = this.props;
    const statistic = MAXIMUM;
    return [
      {
        title: 'Events, and backlog messages of up to 250 events each',
        left: [
          queue.metricApproximateNumberOfMessagesVisible({ label: 'In the queue', statistic, color: BLUE }),
          queue.metricApproximateNumberOfMessagesNotVisible({
            label: 'In flight or held back',
            statistic,
            color: GREY,
          }),
          backlogQueue.metricApproximateNumberOfMessagesVisible({
            label: 'Backlog messages',
            statistic,
            color: ORANGE,
          }),
          backlogQueue.metricApproximateNumberOfMessagesNotVisible({
            label: 'Backlog messages in flight or held back',
            statistic,
            color: GREEN,
          }),
          deadLetterQueue.metricApproximateNumberOfMessagesVisible({ label: 'Dead letters', statistic, color: RED }),
        ],
      },
      { title: 'Oldest event (s)', left: [metrics.metric(METRICS.longestWait, { label: 'Oldest', statistic })] },
    ];
  }

  private events(name: MetricName, label: string, color?: string): cloudwatch.Metric {
    return this.props.metrics.metric(name, { label, ...(color && { color }) });
  }

  private detail(family: keyof typeof METRIC_FAMILIES, member: string): cloudwatch.Metric {
    return this.events(detailMetric(METRIC_FAMILIES[family], member), member);
  }
}

type Graph = Pick<cloudwatch.GraphWidgetProps, 'title' | 'left' | 'right'>;

const text = (markdown: string, height = 1): cloudwatch.TextWidget =>
  new cloudwatch.TextWidget({ markdown, width: FULL_WIDTH, height });

const inRow = (graphs: readonly Graph[]): cloudwatch.GraphWidget[] =>
  graphs.map(
    (graph) =>
      new cloudwatch.GraphWidget({
        ...graph,
        width: FULL_WIDTH / graphs.length,
        height: HEIGHT,
        leftYAxis: { min: 0 },
      }),
  );
