/** The alarms as they are synthesised. Whether they do what they are for, test/drill/alarms and the drill itself show. */
import { Duration } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { METRICS } from '../../../contract/metric-names';
import type { PinterestConversionsProps } from '../../../lib';
import { ALARM_KINDS } from '../../../lib/monitoring/alarm-table';
import { construct, conversionsStack, templateOf } from '../stacks';

const ALARM = 'AWS::CloudWatch::Alarm';

type Props = Partial<PinterestConversionsProps>;

function alarmOf(name: string, props: Props = {}): { readonly [property: string]: unknown } {
  const stack = conversionsStack(props);
  const alarm = stack.conversions.alarms[name];
  if (alarm === undefined) throw new Error(`there is no alarm ${name}`);
  const { Ref } = stack.resolve(alarm.alarmName);
  return Template.fromStack(stack).findResources(ALARM)[Ref]?.Properties;
}

const namesOf = (props: Props = {}): string[] => Object.keys(construct(props).alarms);

const kindsOf = (props: Props = {}): string[] => [...new Set(namesOf(props).map((name) => name.split('.')[0] ?? ''))];

const expressionsOf = (alarm: { readonly [property: string]: unknown }): unknown[] =>
  (alarm.Metrics as { Expression?: string }[]).flatMap(({ Expression }) => Expression ?? []);

const metricIn = (MetricName: string, Period: number) =>
  expect.objectContaining({
    MetricStat: expect.objectContaining({ Period, Metric: expect.objectContaining({ MetricName }) }),
  });

describe('the alarms', () => {
  it('are one of each kind, with a floor when it is known what to expect', () => {
    expect(kindsOf().sort()).toEqual([...ALARM_KINDS].sort());
    expect(kindsOf({ expectedEventsPerDay: undefined })).not.toContain('EventVolumeFloor');
    expect(kindsOf({ expectedEventsPerDay: undefined, minimumEventsPerDay: 5 })).toContain('EventVolumeFloor');
  });

  it('tell the topic when they are raised and when they end, what it means, where to look and the runbook', () => {
    const template = templateOf();
    const toTopic = [{ Ref: Match.stringLikeRegexp('MonitoringTopic') }];
    template.allResourcesProperties(ALARM, { AlarmActions: toTopic, OKActions: toTopic });
    for (const { Properties } of Object.values(template.findResources(ALARM))) {
      const text = JSON.stringify(Properties.AlarmDescription);
      expect(text).toMatch(/\. First step: .*[.?] Runbook: https:\S+\/docs\/runbook\.md#[a-z]+"/);
      // CloudWatch takes 1,024 characters; names of resources come into it at deployment.
      expect(text.length).toBeLessThan(700);
    }
  });

  it('take what is missing as not bad, so that a new deployment raises nothing', () => {
    templateOf().allResourcesProperties(ALARM, { TreatMissingData: 'notBreaching' });
  });

  it('disabledAlarms: can be turned off by name, one by one or a whole kind', () => {
    const disabledAlarms = ['DeadLetters', 'EventVolumeDrop.checkout', 'MatchCoverageDrop'];
    const names = namesOf({ disabledAlarms, watchedMatchKeys: ['em', 'ph'] });
    expect(names).toContain('EventVolumeDrop.add_to_cart');
    for (const name of ['DeadLetters', 'EventVolumeDrop.checkout', 'MatchCoverageDrop.em', 'MatchCoverageDrop.ph']) {
      expect(names).not.toContain(name);
    }
  });

  it('can all be turned off', () => {
    expect(namesOf({ disabledAlarms: [...ALARM_KINDS] })).toEqual([]);
    templateOf({ disabledAlarms: [...ALARM_KINDS] }).resourceCountIs('AWS::CloudWatch::Dashboard', 1);
  });

  it('watchedEventNames: watch the names of the event map, or those that are named, or what shopping ads are steered by', () => {
    const names = (props: Props) => namesOf(props).filter((name) => name.startsWith('EventVolumeDrop.'));
    expect(names({})).toEqual(['page_visit', 'add_to_cart', 'checkout'].map((name) => `EventVolumeDrop.${name}`));
    const eventMap = { purchase: { sendAs: 'Checkout' }, 'own one': { sendAs: 'My_own', advertiserDefined: true } };
    expect(names({ eventMap })).toEqual(['EventVolumeDrop.checkout', 'EventVolumeDrop.My_own']);
    expect(names({ eventMap, watchedEventNames: ['My_own'] })).toEqual(['EventVolumeDrop.My_own']);
  });

  it('detailedMetrics, watchedMatchKeys: without detailed metrics no single name and no match key is watched', () => {
    expect(namesOf({ detailedMetrics: false }).filter((name) => name.includes('.'))).toEqual([]);
  });
});

describe('delivery', () => {
  it('DeliveryErrorRate, deliveryErrorRateThreshold: has failed when too large a share was put off, three times 5 minutes in a row', () => {
    const alarm = alarmOf('DeliveryErrorRate', { deliveryErrorRateThreshold: 12 });
    expect(alarm).toMatchObject({ Threshold: 12, EvaluationPeriods: 3, DatapointsToAlarm: 3 });
    expect(expressionsOf(alarm)).toEqual([
      'IF(FILL(heldBack, 0) >= 1, 100 * FILL(heldBack, 0) / (FILL(delivered, 0) + FILL(heldBack, 0)), 0)',
    ]);
  });

  it('RejectionRate, rejectionRateThreshold: too many of what was sent are refused', () => {
    expect(alarmOf('RejectionRate')).toMatchObject({ Threshold: 5 });
    expect(alarmOf('RejectionRate', { rejectionRateThreshold: 7 })).toMatchObject({ Threshold: 7 });
  });

  it('TokenRejected: is told of a single refusal of the token', () => {
    expect(alarmOf('TokenRejected')).toMatchObject({
      MetricName: METRICS.tokenRejected,
      Threshold: 0,
      Period: 300,
      EvaluationPeriods: 15,
      DatapointsToAlarm: 1,
      ComparisonOperator: 'GreaterThanThreshold',
    });
  });

  it('EventsDelayed, deliveryDelayThreshold: is late by the age that SQS tells and by the one that the sender saw, well before the hour', () => {
    const alarm = alarmOf('EventsDelayed');
    expect(alarm).toMatchObject({ Threshold: 1_800, EvaluationPeriods: 15, DatapointsToAlarm: 1 });
    expect(alarm.Metrics).toEqual(
      expect.arrayContaining([metricIn('ApproximateAgeOfOldestMessage', 300), metricIn(METRICS.longestWait, 300)]),
    );
    expect(alarmOf('EventsDelayed', { deliveryDelayThreshold: Duration.minutes(45) })).toMatchObject({
      Threshold: 2_700,
    });
  });

  it('InFlightLimit: tells when a queue comes close to what SQS allows', () => {
    const alarm = alarmOf('InFlightLimit');
    expect(alarm).toMatchObject({ Threshold: 100_000, ComparisonOperator: 'GreaterThanThreshold' });
    expect(expressionsOf(alarm)).toEqual(['MAX([FILL(queued, 0), FILL(waiting, 0)])']);
  });

  it('DeadLetters, deadLettersThreshold, EventsAboutToExpire: tells of dead letters, and again two days before they are deleted', () => {
    expect(alarmOf('DeadLetters', { deadLettersThreshold: 9 })).toMatchObject({
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 9,
    });
    expect(alarmOf('EventsAboutToExpire')).toMatchObject({ Threshold: 12 * 24 * 60 * 60 });
  });
});

describe('volume', () => {
  it('NoEvents, silenceThreshold: is nothing at all for as long as the traffic allows, by a metric that also counts silence', () => {
    const periods = (props: Props) => alarmOf('NoEvents', props).EvaluationPeriods;
    expect(alarmOf('NoEvents')).toMatchObject({
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      MetricName: 'NumberOfMessagesSent',
      Period: 300,
    });
    expect([100, 1_000, 10_000, 1_000_000].map((expectedEventsPerDay) => periods({ expectedEventsPerDay }))).toEqual([
      288, 72, 6, 2,
    ]);
    expect(periods({ silenceThreshold: Duration.hours(1) })).toBe(12);
  });

  it('EventVolumeFloor, minimumEventsPerDay: has a floor of two fifths of what is expected, on two days', () => {
    const floor = { Threshold: 400, EvaluationPeriods: 2, ComparisonOperator: 'LessThanThreshold' };
    expect(alarmOf('EventVolumeFloor')).toMatchObject(floor);
    expect(alarmOf('EventVolumeFloor', { minimumEventsPerDay: 30 })).toMatchObject({ Threshold: 30 });
  });

  it('EventVolumeDrop, volumeDropBand: has dropped when it leaves the band of what is expected', () => {
    const alarm = alarmOf('EventVolumeDrop', { expectedEventsPerDay: 1_000_000 });
    expect(alarm).toMatchObject({
      ComparisonOperator: 'LessThanLowerThreshold',
      ThresholdMetricId: 'expr_1',
      DatapointsToAlarm: 1,
      EvaluationPeriods: 72,
    });
    expect(alarm.Metrics).toContainEqual(metricIn('NumberOfMessagesSent', 600));
    expect(expressionsOf(alarm)).toEqual(['ANOMALY_DETECTION_BAND(m0, 5)']);
    expect(expressionsOf(alarmOf('EventVolumeDrop', { volumeDropBand: 2.5 }))).toEqual([
      'ANOMALY_DETECTION_BAND(m0, 2.5)',
    ]);
  });

  it('of one name has dropped by the same band, over a count that is zero where nothing was counted', () => {
    const alarm = alarmOf('EventVolumeDrop.checkout', { volumeDropBand: 2 });
    expect(alarm.Metrics).toContainEqual(metricIn('EventsAccepted.checkout', 86_400));
    expect(alarm.Metrics).toContainEqual(
      expect.objectContaining({ Expression: 'FILL(events, 0) + 0 * always', ReturnData: true }),
    );
    expect(expressionsOf(alarm)).toContain('ANOMALY_DETECTION_BAND(m0, 2)');
  });
});

describe('input', () => {
  it.each([
    ['RefusedInputRate', { refusedInputRateThreshold: 20 }, 20, 'refused', 'received'],
    ['EndpointErrors', { endpointErrorRateThreshold: 2 }, 2, 'errors', 'requests'],
  ])(
    'refusedInputRateThreshold, endpointErrorRateThreshold: %s is a share, where there are enough faults to speak of one',
    (name, props, threshold, part, whole) => {
      const alarm = alarmOf(name, props);
      expect(alarm.Threshold).toBe(threshold);
      expect(expressionsOf(alarm)).toEqual([
        `IF(FILL(${part}, 0) >= 5, 100 * FILL(${part}, 0) / (FILL(${whole}, 0)), 0)`,
      ]);
    },
  );

  it('TestModeLeftOn, testEventShareThreshold: is only tests when most of it was for a day', () => {
    expect(alarmOf('TestModeLeftOn')).toMatchObject({ Threshold: 50, EvaluationPeriods: 4 });
    expect(alarmOf('TestModeLeftOn', { testEventShareThreshold: 80 })).toMatchObject({ Threshold: 80 });
  });

  it('MatchCoverageDrop, matchCoverageBand: is matched by fewer addresses than usual, where there are enough events to tell', () => {
    const alarm = alarmOf('MatchCoverageDrop.em', { matchCoverageBand: 3 });
    expect(expressionsOf(alarm)).toEqual([
      'ANOMALY_DETECTION_BAND(m0, 3)',
      'IF(accepted >= 375, 100 * (FILL(with_em, 0) + 0 * accepted) / accepted)',
    ]);
  });
});

describe('functions', () => {
  it('FunctionErrors, functionErrorsThreshold: have failed', () => {
    const alarm = alarmOf('FunctionErrors', { functionErrorsThreshold: 2 });
    expect(alarm).toMatchObject({ Threshold: 2, EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    expect(expressionsOf(alarm)).toEqual(['FILL(ingest, 0) + FILL(sender, 0)']);
    expect(alarm.Metrics).toContainEqual(metricIn('Errors', 300));
  });

  it('FunctionThrottles, functionThrottlesThreshold: are throttled', () => {
    const alarm = alarmOf('FunctionThrottles', { functionThrottlesThreshold: 0 });
    expect(alarm).toMatchObject({ Threshold: 0 });
    expect(alarm.Metrics).toContainEqual(metricIn('Throttles', 300));
  });
});
