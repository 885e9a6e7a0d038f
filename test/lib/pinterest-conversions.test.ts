import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { PinterestConversions } from '../../lib';
import { AD_ACCOUNT, conversionsStack, environmentOf, templateOf, testApp } from './stacks';

describe('stack', () => {
  const template = templateOf();

  it('puts out what the owner needs next', () => {
    expect(Object.keys(template.findOutputs('*')).sort()).toEqual([
      'AlarmTopicArn',
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

  it('gives no resource a name of its own, so that a second one fits into the account', () => {
    expect(JSON.stringify(template.toJSON())).not.toMatch(
      /"(QueueName|TopicName|FunctionName|RoleName|LogGroupName|AlarmName|DashboardName)":"/,
    );
  });

  it('needs no look-up and no account or region', () => {
    const stack = conversionsStack();
    (stack.node.root as App).synth();
    expect(stack.environment).toBe('aws://unknown-account/unknown-region');
  });

  /** A changed logical id replaces the resource, and with it the events, the token or the key inside. */
  it('keeps the logical ids of what holds something', () => {
    const ids = ['AWS::SQS::Queue', 'AWS::SecretsManager::Secret', 'AWS::ApiGatewayV2::Api', 'AWS::SNS::Topic'].flatMap(
      (type) => Object.keys(template.findResources(type)),
    );
    expect(ids.sort()).toEqual([
      'ConversionsEventsDeadLettersCEE161F8',
      'ConversionsEventsQueue0DAB2CBB',
      'ConversionsIngestApi251DC6D3',
      'ConversionsIngestIngestKey2D6F6F91',
      'ConversionsMonitoringTopic00806D43',
      'ConversionsSenderToken19C97820',
    ]);
  });

  it('keeps the name of its metrics, so that alarms and history go on', () => {
    expect(environmentOf(template, 'ingest').POWERTOOLS_SERVICE_NAME).toBe('PinterestConversions06A0F9A3');
  });
});

describe('several constructs', () => {
  it('stand in one stack without getting into each other’s way', () => {
    const stack = new Stack(testApp(), 'Shops');
    for (const id of ['One', 'Two']) {
      new PinterestConversions(stack, id, { adAccountId: AD_ACCOUNT, alarmEmails: ['owner@shop.example'] });
    }
    const template = Template.fromStack(stack);
    const names = Object.values(template.findResources('AWS::Lambda::Function')).map(
      ({ Properties }) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME,
    );
    expect(new Set(names).size).toBe(2);
    expect(names).toHaveLength(4);
  });

  it('have different metrics in stacks of different names', () => {
    const app = testApp();
    const [first, second] = ['A', 'B'].map((id) => {
      const stack = new Stack(app, id);
      return new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT }).metricEventsDelivered();
    });
    expect(first?.dimensions).not.toEqual(second?.dimensions);
  });
});

describe('warnings', () => {
  const warning = (id: string) => Match.stringLikeRegexp(`\\[ack: .*pinterest-conversions:${id}\\]`);

  it('tell that nobody gets the alarms, until somebody does', () => {
    Annotations.fromStack(conversionsStack({ alarmEmails: [] })).hasWarning('*', warning('noAlarmReceiver'));
    Annotations.fromStack(conversionsStack()).hasNoWarning('*', Match.anyValue());
  });

  it('tell that test mode is on', () => {
    Annotations.fromStack(conversionsStack({ testMode: true })).hasWarning('*', warning('testMode'));
  });
});

it('works in an app without feature flags', () => {
  const stack = new Stack(new App(), 'Stack');
  new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT });
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 2);
});
