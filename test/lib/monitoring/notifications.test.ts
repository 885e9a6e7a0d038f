/** Who is notified of an alarm, and when not. */
import { Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { MATCH_KEYS } from '../../../contract/match-keys';
import { PinterestConversions } from '../../../lib';
import { ALARM_KINDS } from '../../../lib/monitoring/alarm-table';
import { AD_ACCOUNT, conversionsStack, REQUIRED, templateOf, testApp } from '../stacks';

const ALARM = 'AWS::CloudWatch::Alarm';
const COMPOSITE = 'AWS::CloudWatch::CompositeAlarm';
const MUTE_RULE = 'AWS::CloudWatch::AlarmMuteRule';

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

  it('alarmEmails: writes to every address', () => {
    const template = templateOf({ alarmEmails: ['a@shop.example', 'b@shop.example'] });
    template.resourceCountIs('AWS::SNS::Subscription', 2);
    template.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'b@shop.example' });
  });

  it('alarmTopic: can be one that exists already', () => {
    const stack = new Stack(testApp(), 'Stack');
    const alarmTopic = Topic.fromTopicArn(stack, 'Ours', 'arn:aws:sns:eu-west-1:111122223333:ours');
    const conversions = new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT, alarmTopic });
    const template = Template.fromStack(stack);
    expect(conversions.topic).toBe(alarmTopic);
    template.resourceCountIs('AWS::SNS::Topic', 0);
    template.allResourcesProperties(ALARM, { AlarmActions: ['arn:aws:sns:eu-west-1:111122223333:ours'] });
  });

  it('is not the only thing that an alarm can set off', () => {
    const stack = new Stack(testApp(), 'Stack');
    const conversions = new PinterestConversions(stack, 'Conversions', REQUIRED);
    conversions.addAlarmAction(new SnsAction(Topic.fromTopicArn(stack, 'Pager', 'arn:aws:sns:eu-west-1:1:pager')));
    Template.fromStack(stack).allResourcesProperties(ALARM, {
      AlarmActions: [{ Ref: Match.stringLikeRegexp('Topic') }, 'arn:aws:sns:eu-west-1:1:pager'],
    });
  });
});

describe('compositeAlarm', () => {
  const template = templateOf({ compositeAlarm: true });

  it('tells in place of all the others, and is raised with any of them', () => {
    template.resourceCountIs(COMPOSITE, 1);
    template.hasResourceProperties(COMPOSITE, {
      AlarmActions: [{ Ref: Match.stringLikeRegexp('Topic') }],
      OKActions: [{ Ref: Match.stringLikeRegexp('Topic') }],
      AlarmDescription: Match.stringLikeRegexp('^Pinterest conversions unhealthy'),
    });
    template.allResourcesProperties(ALARM, { AlarmActions: Match.absent(), OKActions: Match.absent() });
    const [composite] = Object.values(template.findResources(COMPOSITE));
    const rule = JSON.stringify(composite?.Properties.AlarmRule);
    for (const id of Object.keys(template.findResources(ALARM))) expect(rule).toContain(id);
  });

  it('is not there without others', () => {
    templateOf({ compositeAlarm: true, disabledAlarms: [...ALARM_KINDS] }).resourceCountIs(COMPOSITE, 0);
  });

  it('has a rule that CloudWatch takes, also for as many alarms as there can be', () => {
    const names = Array.from({ length: 20 }, (_, index) => `${index}`.padEnd(40, 'x'));
    const eventMap = Object.fromEntries(names.map((sendAs) => [sendAs, { sendAs, advertiserDefined: true }]));
    const props = { compositeAlarm: true, eventMap, watchedMatchKeys: [...MATCH_KEYS] };
    const [alarm] = Object.values(templateOf(props).findResources(COMPOSITE));
    const parts: (string | { Ref: string })[] = alarm?.Properties.AlarmRule['Fn::Join'][1];
    // A name is that of a stack, the logical id and twelve letters more, with hyphens between.
    const nameOf = (logicalId: string) => `${'s'.repeat(55)}-${logicalId}-${'x'.repeat(12)}`;
    const text = parts.map((part) => (typeof part === 'string' ? part : nameOf(part.Ref))).join('');
    expect(parts.length).toBeGreaterThan(90);
    expect(text.length).toBeLessThan(10_240);
  });

  it('is not there unless it is wanted', () => {
    templateOf().resourceCountIs(COMPOSITE, 0);
    expect(conversionsStack({ compositeAlarm: true }).conversions.alarms).toHaveProperty('Unhealthy');
  });
});

describe('plannedPauses', () => {
  const plannedPauses = [{ start: '2026-12-24T18:00', duration: Duration.hours(36), timeZone: 'Europe/Berlin' }];

  it('mutes the alarms that it would raise, and no others, until they no longer look back at it', () => {
    const stack = conversionsStack({ plannedPauses });
    const template = Template.fromStack(stack);
    const { alarms } = stack.conversions;
    const [rule] = Object.values(template.findResources(MUTE_RULE));
    expect(rule?.Properties.Rule).toEqual({
      Schedule: { Duration: 'P4DT12H', Expression: 'at(2026-12-24T18:00)', Timezone: 'Europe/Berlin' },
    });
    const muted = JSON.stringify(rule?.Properties.MuteTargets);
    const isMuted = (name: string) => muted.includes(stack.resolve(alarms[name]?.alarmName).Ref);
    const names = Object.keys(alarms).filter(isMuted);
    expect(names).toEqual([
      'NoEvents',
      'EventVolumeFloor',
      'EventVolumeDrop',
      'EventVolumeDrop.page_visit',
      'EventVolumeDrop.add_to_cart',
      'EventVolumeDrop.checkout',
      'MatchCoverageDrop.em',
    ]);
  });

  it('is nothing where no alarm is left that it would raise', () => {
    const disabledAlarms = ['NoEvents', 'EventVolumeFloor', 'EventVolumeDrop', 'MatchCoverageDrop'];
    templateOf({ plannedPauses, disabledAlarms }).resourceCountIs(MUTE_RULE, 0);
  });

  it('mutes the composite alarm, where that is the one that tells', () => {
    const template = templateOf({ plannedPauses, compositeAlarm: true });
    const [rule] = Object.values(template.findResources(MUTE_RULE));
    expect(JSON.stringify(rule?.Properties.MuteTargets)).toContain('Unhealthy');
    // No longer than the pause, since it mutes everything else too.
    expect(rule?.Properties.Rule.Schedule.Duration).toBe('P1DT12H');
  });
});
