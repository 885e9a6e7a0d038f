/**
 * Alarms on fewer events than there should be: none, too few by a number, and too few for the time of the week.
 *
 * All events are counted by SQS instead of by us. It is the same number, but SQS reports zeros too, where a metric that
 * nothing is counted in just stops: a silence would never be noticed.
 */
import { Duration } from 'aws-cdk-lib';
import { type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { detailMetric, METRIC_FAMILIES } from '../../../contract/metric-names';
import { type AlarmRows, text } from '../alarm-row';
import type { MonitoredParts } from '../monitored-parts';
import { filled } from '../rates';

const FIVE_MINUTES = Duration.minutes(5);

const WHY_FEWER =
  'did a release take the script off some pages, did a back end stop, or are events refused? See "Are events arriving?" on the dashboard.';

export const VOLUME_ALARMS = {
  NoEvents: {
    metric: (watch) => arriving(watch, FIVE_MINUTES),
    // several periods instead of a long one: a new queue has no zeros yet, and raises nothing before its time.
    condition: ({ thresholds: { silence } }) => ({
      below: 1,
      periods: silence.toMinutes() / FIVE_MINUTES.toMinutes(),
    }),
    options: ['silenceThreshold', 'expectedEventsPerDay'],
    raisedWhen: ({ busiest, quietest }) =>
      `no event at all for ${busiest.silence.toMinutes()} minutes to ${quietest.silence.toHours()} hours, by \`expectedEventsPerDay\``,
    meaning: ({ thresholds: { silence } }) =>
      `No event at all has arrived for ${silence.toHumanString()}. Pinterest learns of no sale.`,
    firstStep: () => 'open the shop and see whether its pages still load the script; then whether the back end sends.',
    ofTraffic: true,
  },
  EventVolumeFloor: {
    metric: (watch) => arriving(watch, Duration.days(1)),
    // two whole days, so that the first day after a deployment raises nothing.
    condition: ({ thresholds: { minimumEventsPerDay } }) =>
      minimumEventsPerDay === undefined ? undefined : { below: minimumEventsPerDay, periods: 2 },
    options: ['minimumEventsPerDay', 'expectedEventsPerDay'],
    raisedWhen: ({ thresholds }) =>
      `two days with less than ${thresholds.minimumEventsPerDay} % of \`expectedEventsPerDay\``,
    meaning: ({ thresholds: { minimumEventsPerDay = 0 } }) =>
      `Fewer than ${text(minimumEventsPerDay)} events arrived on each of the last two days.`,
    firstStep: () => WHY_FEWER,
    ofTraffic: true,
  },
  EventVolumeDrop: {
    members: ({ eventNames }) => ['', ...eventNames],
    metric: (watch, name) => {
      const { volume, name: ofName } = watch.scale;
      if (name === '') return arriving(watch, volume.period);
      const accepted = watch.metrics.metric(detailMetric(METRIC_FAMILIES.acceptedByName, name));
      return filled(accepted, arriving(watch, ofName.period), name, ofName.period);
    },
    condition: ({ scale }, name) => ({ belowBand: name === '' ? scale.volume : scale.name }),
    options: ['volumeDropBand', 'expectedEventsPerDay', 'watchedEventNames'],
    raisedWhen: () => 'fewer events than the band that CloudWatch has learned for this hour and weekday',
    meaning: (_, name) =>
      name === ''
        ? 'Far fewer events arrive than is usual for this time of the week.'
        : `Far fewer "${name}" events are accepted than is usual for this time of the week.`,
    firstStep: () => WHY_FEWER,
    ofTraffic: true,
  },
} as const satisfies AlarmRows;

const arriving = ({ queue }: MonitoredParts, period: Duration): Metric =>
  queue.metricNumberOfMessagesSent({ statistic: Stats.SUM, period });
