import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { METRICS } from '../../lambda/telemetry/metric-names';
import { PinterestConversions } from '../../lib';
import { AD_ACCOUNT, construct, conversionsStack, environmentOf, templateOf, testApp } from './stacks';

const ALARM = 'AWS::CloudWatch::Alarm';
const STANDARD_ALARMS = [
  'DeadLetters',
  'DeliveryErrorRate',
  'EventVolumeDrop',
  'EventsAboutToExpire',
  'IngestFaults',
  'OldestQueuedEvent',
  'TokenRejected',
];

const metricStat = (MetricName: string) =>
  expect.objectContaining({
    MetricStat: expect.objectContaining({ Stat: 'Maximum', Metric: expect.objectContaining({ MetricName }) }),
  });

describe('alarms', () => {
  const template = templateOf({ alarmEmails: ['owner@shop.example'] });
  const alarm = (name: string): unknown =>
    Object.entries(template.findResources(ALARM)).find(([id]) => id.includes(`Alarms${name}`))?.[1].Properties;

  it('exist by name, with a floor only when one is set', () => {
    expect(Object.keys(construct().alarms).sort()).toEqual(STANDARD_ALARMS);
    expect(Object.keys(construct({ minimumEventsPerDay: 5 }).alarms)).toContain('EventVolumeFloor');
  });

  it('tell the topic when they are raised and when they end, and say where to look', () => {
    const toTopic = [{ Ref: Match.stringLikeRegexp('MonitoringTopic') }];
    template.resourceCountIs(ALARM, STANDARD_ALARMS.length);
    template.allResourcesProperties(ALARM, { AlarmActions: toTopic, OKActions: toTopic });
    for (const { Properties } of Object.values(template.findResources(ALARM))) {
      expect(JSON.stringify(Properties.AlarmDescription)).toMatch(/Look first|put it into the secret/);
    }
  });

  it('watch the share of failed deliveries, where there are enough to speak of a share', () => {
    expect(alarm('DeliveryErrorRate')).toMatchObject({
      Threshold: 5,
      EvaluationPeriods: 3,
      DatapointsToAlarm: 2,
      TreatMissingData: 'notBreaching',
      Metrics: expect.arrayContaining([
        expect.objectContaining({ Expression: 'IF(all >= 10, 100 * failed / all, 0)', ReturnData: true }),
        expect.objectContaining({ Expression: 'FILL(delivered, 0) + failed' }),
        expect.objectContaining({ Expression: 'FILL(heldBack, 0) + FILL(rejected, 0)' }),
      ]),
    });
  });

  it('watch for a single refusal of the token', () => {
    expect(alarm('TokenRejected')).toMatchObject({
      MetricName: METRICS.tokenRejected,
      Threshold: 0,
      Period: 300,
      EvaluationPeriods: 1,
      ComparisonOperator: 'GreaterThanThreshold',
    });
  });

  it('watch for any dead letter, and for events that wait longer than 15 minutes', () => {
    expect(alarm('DeadLetters')).toMatchObject({ MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 0 });
    expect(alarm('OldestQueuedEvent')).toMatchObject({
      Threshold: 900,
      EvaluationPeriods: 12,
      DatapointsToAlarm: 1,
      Metrics: expect.arrayContaining([
        expect.objectContaining({ Expression: 'MAX([FILL(queued, 0), FILL(seen, 0)])' }),
        metricStat('ApproximateAgeOfOldestMessage'),
        metricStat(METRICS.longestWait),
      ]),
    });
  });

  it('call again two days before events expire', () => {
    expect(alarm('EventsAboutToExpire')).toMatchObject({ Threshold: 12 * 24 * 60 * 60 });
  });

  it('watch for fewer events than usual, by a metric that also counts silence', () => {
    expect(alarm('EventVolumeDrop')).toMatchObject({
      ComparisonOperator: 'LessThanLowerThreshold',
      ThresholdMetricId: 'expr_1',
      Metrics: expect.arrayContaining([
        expect.objectContaining({ Expression: 'ANOMALY_DETECTION_BAND(m0, 3)' }),
        expect.objectContaining({
          MetricStat: expect.objectContaining({
            Period: 3600,
            Metric: expect.objectContaining({ Namespace: 'AWS/SQS', MetricName: 'NumberOfMessagesSent' }),
          }),
        }),
      ]),
    });
  });

  it('hold the thresholds that are given', () => {
    const template = templateOf({ deliveryErrorRateThreshold: 12, minimumEventsPerDay: 30 });
    template.hasResourceProperties(ALARM, { Threshold: 12 });
    template.hasResourceProperties(ALARM, {
      MetricName: 'NumberOfMessagesSent',
      Threshold: 30,
      ComparisonOperator: 'LessThanThreshold',
    });
  });
});

describe('alarm topic', () => {
  it('lets CloudWatch of this account publish, over TLS only', () => {
    templateOf().hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('writes to every address', () => {
    const template = templateOf({ alarmEmails: ['a@shop.example', 'b@shop.example'] });
    template.resourceCountIs('AWS::SNS::Subscription', 2);
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'b@shop.example' });
  });

  it('can be one that exists already', () => {
    const stack = new Stack(testApp(), 'Stack');
    const alarmTopic = Topic.fromTopicArn(stack, 'Ours', 'arn:aws:sns:eu-west-1:111122223333:ours');
    const conversions = new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT, alarmTopic });
    const template = Template.fromStack(stack);
    expect(conversions.topic).toBe(alarmTopic);
    template.resourceCountIs('AWS::SNS::Topic', 0);
    template.allResourcesProperties(ALARM, { AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:ours'] });
  });
});

describe('metrics', () => {
  it('are those that the functions emit under the name of this pipeline', () => {
    const { conversions } = conversionsStack();
    const pipeline = environmentOf(Template.fromStack(conversionsStack()), 'sender').POWERTOOLS_SERVICE_NAME;
    const metrics = [
      conversions.metricEventsReceived(),
      conversions.metricEventsAccepted(),
      conversions.metricEventsRefused(),
      conversions.metricEventsWithheld(),
      conversions.metricEventsDelivered(),
      conversions.metricEventsRejected(),
      conversions.metricEventsHeldBack(),
      conversions.metricEventsPutAside(),
      conversions.metricEventsLate(),
      conversions.metricLongestWait(),
      conversions.metricTokenRejected(),
    ];
    expect(metrics.map(({ metricName }) => metricName)).toEqual(Object.values(METRICS));
    for (const metric of metrics) {
      expect(metric).toMatchObject({ namespace: 'PinterestConversions', dimensions: { service: pipeline } });
    }
  });

  it('can be changed by options', () => {
    expect(construct().metricEventsDelivered({ statistic: 'Maximum' }).statistic).toBe('Maximum');
  });
});

describe('dashboard', () => {
  it('shows what arrives, what reaches Pinterest and what waits', () => {
    const [dashboard] = Object.values(templateOf().findResources('AWS::CloudWatch::Dashboard'));
    const body = JSON.stringify(dashboard?.Properties.DashboardBody);
    for (const title of ['Alarms', 'Arriving', 'Reaching Pinterest', 'Waiting']) expect(body).toContain(title);
  });
});
