import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { PinterestConversions } from '../../lib';
import { AD_ACCOUNT, conversionsStack, templateOf } from './stacks';

describe('stack', () => {
  const template = templateOf();

  it('puts out what the owner needs next', () => {
    expect(Object.keys(template.findOutputs('*')).sort()).toEqual([
      'AlarmTopicArn',
      'BacklogQueueUrl',
      'DashboardUrl',
      'DeadLetterQueueUrl',
      'Endpoint',
      'IngestKeySecretArn',
      'PinterestTokenSecretArn',
      'QueueUrl',
      'ScriptTag',
    ]);
  });

  it('puts out a script tag to paste', () => {
    const [output] = Object.values(template.findOutputs('ScriptTag'));
    const [start, endpoint, end] = output?.Value['Fn::Join'][1] ?? [];
    expect(start).toBe('<script src="');
    expect(endpoint).toEqual({ 'Fn::GetAtt': [expect.stringMatching('IngestApi'), 'ApiEndpoint'] });
    expect(end).toMatch(/^\/pinterest\.js\?v=[0-9a-f]{8}" integrity="sha384-.* async><\/script>$/);
  });

  it('never holds the value of a secret', () => {
    const text = JSON.stringify(template.toJSON());
    expect(text).not.toContain('{{resolve:secretsmanager');
    expect(text.match(/"SecretString":"[^"]*"/g)).toEqual(['"SecretString":"not-set"']);
  });
});

describe('warnings', () => {
  const warning = (id: string) => Match.stringLikeRegexp(`\\[ack: .*pinterest-conversions:${id}\\]`);

  it('alarmEmails, alarmTopic: tell that nobody gets the alarms, until somebody does', () => {
    Annotations.fromStack(conversionsStack({ alarmEmails: [] })).hasWarning('*', warning('noAlarmReceiver'));
    Annotations.fromStack(conversionsStack()).hasNoWarning('*', Match.anyValue());
  });

  it('expectedEventsPerDay: tell that nobody knows what is usual, until somebody says it', () => {
    const stack = conversionsStack({ expectedEventsPerDay: undefined });
    Annotations.fromStack(stack).hasWarning('*', warning('noExpectedEvents'));
  });

  it('throttleRateLimit: tell that a busy hour would be throttled', () => {
    const busy = { expectedEventsPerDay: 1_000_000 };
    Annotations.fromStack(conversionsStack(busy)).hasWarning('*', warning('throttleTooLow'));
    Annotations.fromStack(conversionsStack({ ...busy, throttleRateLimit: 200 })).hasNoWarning('*', Match.anyValue());
  });

  it('testMode: tell that it is on', () => {
    Annotations.fromStack(conversionsStack({ testMode: true })).hasWarning('*', warning('testMode'));
  });
});

it('works in an app without feature flags', () => {
  const stack = new Stack(new App(), 'Stack');
  new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT });
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 2);
});
