/**
 * Alarms on too few events: none at all, fewer than a fixed number, or fewer than usual for the time of the week.
 *
 * The count of all events is a metric of SQS instead of ours. The number is the same, but SQS also reports zeros. Ours
 * stops when there is nothing to count, so a silence would go unnoticed.
 */
import { Duration } from 'aws-cdk-lib';
import { type Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { detailMetric, METRIC_FAMILIES } from '../../../contract/metric-names';
import { type AlarmRows, text } from '../alarm-row';
import type { MonitoredParts } from '../monitored-parts';
import { filled } from '../rates';

const FIVE_MINUTES = Duration.minutes(5);

const WHY_FEWER =
  'check whether a release removed the script from some pages, a back end stopped sending, or events are refused: "Are events arriving?" on the dashboard.';

export const VOLUME_ALARMS = {
  NoEvents: {
    metric: (watch) => arriving(watch, FIVE_MINUTES),
    // several periods instead of one long one: a new queue reports no zeros yet, so the alarm is not raised too early.
    condition: ({ thresholds: { silence } }) => ({
      below: 1,
      periods: silence.toMinutes() / FIVE_MINUTES.toMinutes(),
    }),
    options: ['silenceThreshold', 'expectedEventsPerDay'],
    raisedWhen: ({ busiest, quietest }) =>
      `no event at all for ${busiest.silence.toMinutes()} minutes to ${quietest.silence.toHours()} hours, depending on \`expectedEventsPerDay\``,
    meaning: ({ thresholds: { silence } }) =>
      `No event has arrived for ${silence.toHumanString()}. Pinterest does not learn of any sale.`,
    firstStep: () =>
      'open the shop and check that its pages still load the script, then that the back end still sends.',
    ofTraffic: true,
  },
  EventVolumeFloor: {
    metric: (watch) => arriving(watch, Duration.days(1)),
    // two whole days, so that the first day after a deployment raises nothing.
    condition: ({ thresholds: { minimumEventsPerDay } }) =>
      minimumEventsPerDay === undefined ? undefined : { below: minimumEventsPerDay, periods: 2 },
    options: ['minimumEventsPerDay', 'expectedEventsPerDay'],
    raisedWhen: ({ thresholds }) =>
      `fewer events than ${thresholds.minimumEventsPerDay}% of \`expectedEventsPerDay\`, on each of two days`,
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
        ? 'Far fewer events are arriving than usual for this time of the week.'
        : `Far fewer "${name}" events are being accepted than usual for this time of the week.`,
    firstStep: () => WHY_FEWER,
    ofTraffic: true,
  },
} as const satisfies AlarmRows;

const arriving = ({ queue }: MonitoredParts, period: Duration): Metric =>
  queue.metricNumberOfMessagesSent({ statistic: Stats.SUM, period });
