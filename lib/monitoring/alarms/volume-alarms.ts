/**
 * Alarms on fewer events than there should be: none, too few by a number, and too few for the time of the week.
 *
 * All events are counted by SQS instead of by us. It is the same number, but SQS reports zeros too, where a metric that
 * nothing is counted in just stops: a silence would never be noticed.
 */
import { Duration } from 'aws-cdk-lib';
import { type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { detailMetric, METRIC_FAMILIES } from '../../../contract/metric-names';
import { type AlarmDefinition, text } from '../alarm-definition';
import type { MonitoredParts } from '../monitored-parts';
import { filled } from '../rates';
import type { Thresholds } from '../thresholds';
import type { TrafficScale } from '../traffic-scale';

const FIVE_MINUTES = Duration.minutes(5);

const WHY_FEWER =
  'did a release take the script off some pages, did a back end stop, or are events refused? See "Are events arriving?" on the dashboard.';

export function volumeAlarms(parts: MonitoredParts, thresholds: Thresholds, scale: TrafficScale): AlarmDefinition[] {
  const { minimumEventsPerDay, silence } = thresholds;
  return [
    {
      name: 'NoEvents',
      metric: arriving(parts, FIVE_MINUTES),
      threshold: 1,
      isFloor: true,
      // several periods instead of a long one: a new queue has no zeros yet, and raises nothing before its time.
      periods: silence.toMinutes() / FIVE_MINUTES.toMinutes(),
      ofTraffic: true,
      happened: `No event at all has arrived for ${silence.toHumanString()}. Pinterest learns of no sale.`,
      lookFirst: 'open the shop and see whether its pages still load the script; then whether the back end sends.',
    },
    ...(minimumEventsPerDay === undefined ? [] : [floor(parts, minimumEventsPerDay)]),
    {
      name: 'EventVolumeDrop',
      metric: arriving(parts, scale.volume.period),
      window: scale.volume,
      ofTraffic: true,
      happened: 'Far fewer events arrive than is usual for this time of the week.',
      lookFirst: WHY_FEWER,
    },
  ];
}

export function nameAlarms(parts: MonitoredParts, names: readonly string[], scale: TrafficScale): AlarmDefinition[] {
  return names.map((name) => ({
    name: `EventVolumeDrop.${name}` as const,
    metric: filled(
      parts.metrics.metric(detailMetric(METRIC_FAMILIES.acceptedByName, name)),
      arriving(parts, scale.name.period),
      name,
      scale.name.period,
    ),
    window: scale.name,
    ofTraffic: true,
    happened: `Far fewer "${name}" events are accepted than is usual for this time of the week.`,
    lookFirst: WHY_FEWER,
  }));
}

/** Two whole days, so that the first day after a deployment raises nothing. */
const floor = (parts: MonitoredParts, minimum: number): AlarmDefinition => ({
  name: 'EventVolumeFloor',
  metric: arriving(parts, Duration.days(1)),
  threshold: minimum,
  isFloor: true,
  periods: 2,
  ofTraffic: true,
  happened: `Fewer than ${text(minimum)} events arrived on each of the last two days.`,
  lookFirst: WHY_FEWER,
});

const arriving = ({ queue }: MonitoredParts, period: Duration): Metric =>
  queue.metricNumberOfMessagesSent({ statistic: Stats.SUM, period });
