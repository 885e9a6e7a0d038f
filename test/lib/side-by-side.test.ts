/** Several constructs and several stages stand side by side, in any stack, and nothing is asked of an account at synth. */
import { App, Stack, Stage, Tags } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { INGEST_ENVIRONMENT } from '../../contract/ingest-environment';
import { PinterestConversions, PinterestConversionsStack } from '../../lib';
import { ownResources, ownStack } from './own-resources';
import { AD_ACCOUNT, conversionsStack, environmentOf, testApp } from './stacks';

/** Types whose name is unique in an account and region, and the property that would fix it. */
const NAMED: { readonly [type: string]: string } = {
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::AnomalyDetector': 'MetricName',
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::EC2::SecurityGroup': 'GroupName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SecretsManager::Secret': 'Name',
};

/** Types whose names mean something only inside of another resource of the stack, or that have none. */
const NAMED_WITHIN = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::IAM::Policy',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Permission',
  'AWS::Logs::MetricFilter',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
];

/** A host is unique in the world, and the owner's. */
const OWNERS = ['AWS::ApiGatewayV2::DomainName'];

const resourcesOf = (template: Template) =>
  Object.entries(template.toJSON().Resources as { [id: string]: { Type: string; Properties?: object } });

/** What tells pipelines apart in metrics and logs. */
const pipelinesOf = (template: Template): string[] =>
  Object.values(template.findResources('AWS::Lambda::Function')).map(
    ({ Properties }) => Properties.Environment.Variables[INGEST_ENVIRONMENT.names.pipeline],
  );

describe('several constructs', () => {
  it('stand in one stack, each with metrics of its own', () => {
    const stack = new Stack(testApp(), 'Shops');
    for (const id of ['One', 'Two']) new PinterestConversions(stack, id, { adAccountId: AD_ACCOUNT });
    const pipelines = pipelinesOf(Template.fromStack(stack));
    expect(pipelines).toHaveLength(4);
    expect(new Set(pipelines).size).toBe(2);
  });

  it('share what the owner brings along', () => {
    const stack = new Stack(testApp(), 'Shops');
    const { serverAuthorizer: _, domainName: __, certificateArn: ___, ...shared } = ownResources(stack);
    for (const id of ['One', 'Two']) new PinterestConversions(stack, id, { adAccountId: AD_ACCOUNT, ...shared });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::SQS::Queue', 6);
    template.resourceCountIs('AWS::SecretsManager::Secret', 0);
    template.resourceCountIs('AWS::SNS::Topic', 0);
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

describe('one stack a stage', () => {
  it('has the same logical ids, and different metrics although all go into one account', () => {
    const app = testApp();
    const [test, live] = ['Test', 'Live'].map((id) =>
      Template.fromStack(
        new PinterestConversionsStack(new Stage(app, id), 'PinterestConversions', { adAccountId: AD_ACCOUNT }),
      ),
    );
    if (test === undefined || live === undefined) throw new Error('no template');
    expect(Object.keys(test.toJSON().Resources)).toEqual(Object.keys(live.toJSON().Resources));
    expect(environmentOf(test, 'ingest').pipeline).not.toBe(environmentOf(live, 'ingest').pipeline);
  });
});

describe('any stack', () => {
  it.each([
    ['the standard one', conversionsStack()],
    ['one with everything of the owner’s', ownStack()],
  ])('%s gives no resource a name, so that a second one fits into the account', (_, stack) => {
    for (const [id, { Type, Properties = {} }] of resourcesOf(Template.fromStack(stack))) {
      if (NAMED_WITHIN.includes(Type) || OWNERS.includes(Type)) continue;
      // a type that is in neither list has to be looked up and put into one.
      expect([Type, NAMED[Type]]).toEqual([Type, expect.any(String)]);
      expect([id, Object.keys(Properties)]).not.toEqual([id, expect.arrayContaining([NAMED[Type]])]);
    }
  });

  it.each([
    ['the standard one', conversionsStack()],
    ['one with everything of the owner’s', ownStack()],
  ])('%s needs no look-up and no account or region', (_, stack) => {
    const { manifest } = (stack.node.root as App).synth();
    expect(manifest.missing ?? []).toEqual([]);
    expect(stack.environment).toBe('aws://unknown-account/unknown-region');
  });

  it('hands its tags on to all that can have some', () => {
    const stack = conversionsStack();
    Tags.of(stack.conversions).add('team', 'shop');
    const template = Template.fromStack(stack);
    const counts = {
      'AWS::SQS::Queue': 3,
      'AWS::SecretsManager::Secret': 2,
      'AWS::Lambda::Function': 2,
      'AWS::IAM::Role': 2,
    };
    for (const [type, count] of Object.entries(counts)) {
      const all = Object.values(template.findResources(type));
      expect(all).toHaveLength(count);
      for (const { Properties } of all) expect(Properties.Tags).toContainEqual({ Key: 'team', Value: 'shop' });
    }
  });

  it('may be of an app without feature flags', () => {
    const stack = new Stack(new App(), 'Stack');
    new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT, ...ownResources(stack) });
    Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 2);
  });
});
