/** Back ends: what they are granted and told, and an authorizer that decides in our place. */
import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { HttpMethod, HttpNoneAuthorizer, type IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer, HttpLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpUrlIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Function as BackEnd, Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import { PinterestConversions, type PinterestConversionsProps, ServerAuthorization } from '../../lib';
import { AD_ACCOUNT, environmentOf, testApp } from './stacks';

function backEnd(stack: Stack, id = 'BackEnd'): BackEnd {
  return new BackEnd(stack, id, {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    description: 'Sends orders',
    code: Code.fromInline('exports.handler = async () => undefined;'),
  });
}

function shop(props: Partial<PinterestConversionsProps> = {}) {
  const stack = new Stack(testApp(), 'Shop');
  const pipeline = (id: string) => new PinterestConversions(stack, id, { adAccountId: AD_ACCOUNT, ...props });
  return { stack, pipeline, conversions: pipeline('Conversions'), backEnd: backEnd(stack) };
}

const grantedTo = (template: Template, id: string): string[] =>
  Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([policy]) => policy.startsWith(id))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .flatMap(({ Action }) => Action)
    .sort();

const variablesOf = (template: Template, id: string): { [name: string]: unknown } =>
  Object.entries(template.findResources('AWS::Lambda::Function')).find(([name]) => name.startsWith(id))?.[1].Properties
    .Environment?.Variables ?? {};

const READ_SECRET = ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'];

describe('grantSend', () => {
  it.each([
    [ServerAuthorization.INGEST_KEY, READ_SECRET],
    [ServerAuthorization.IAM, ['execute-api:Invoke']],
  ])('gives a back end what it needs with %s', (serverAuthorization, actions) => {
    const { stack, conversions, backEnd } = shop({ serverAuthorization });
    conversions.grantSend(backEnd).assertSuccess();
    expect(grantedTo(Template.fromStack(stack), 'BackEnd')).toEqual(actions);
  });
});

describe('connect', () => {
  it('grants, and tells the endpoint and the secret with the key', () => {
    const { stack, conversions, backEnd } = shop();
    conversions.connect(backEnd);
    const template = Template.fromStack(stack);
    expect(grantedTo(template, 'BackEnd')).toEqual(READ_SECRET);
    expect(variablesOf(template, 'BackEnd')).toEqual({
      CONVERSIONS_ENDPOINT: stack.resolve(conversions.endpoint),
      CONVERSIONS_INGEST_KEY_SECRET_ARN: stack.resolve(conversions.ingestKeySecret.secretArn),
    });
  });

  it('tells of no key where IAM decides', () => {
    const { stack, conversions, backEnd } = shop({ serverAuthorization: ServerAuthorization.IAM });
    conversions.connect(backEnd);
    const template = Template.fromStack(stack);
    expect(Object.keys(variablesOf(template, 'BackEnd'))).toEqual(['CONVERSIONS_ENDPOINT']);
    expect(grantedTo(template, 'BackEnd')).toEqual(['execute-api:Invoke']);
  });

  it('takes several ad accounts under prefixes of their own, and never one for another', () => {
    const { stack, pipeline, conversions, backEnd: shared } = shop();
    const second = pipeline('Second');
    conversions.connect(shared);
    conversions.connect(shared);
    expect(() => second.connect(shared)).toThrow(
      /^"Shop\/BackEnd" is already connected to "Shop\/Conversions" under the prefix "CONVERSIONS_"; connect "Shop\/Second" with another "environmentPrefix"/,
    );
    second.connect(shared, { environmentPrefix: 'SECOND_' });
    second.connect(backEnd(stack, 'Another'));
    const template = Template.fromStack(stack);
    expect(variablesOf(template, 'BackEnd').SECOND_ENDPOINT).toEqual(stack.resolve(second.endpoint));
    expect(variablesOf(template, 'Another').CONVERSIONS_ENDPOINT).toEqual(stack.resolve(second.endpoint));
  });

  it.each(['', '1_', 'MY-', 'MY '])('refuses the prefix %j', (environmentPrefix) => {
    const { conversions, backEnd } = shop();
    expect(() => conversions.connect(backEnd, { environmentPrefix })).toThrow(
      /"environmentPrefix" must consist of letters/,
    );
  });
});

describe('serverAuthorizer', () => {
  const WAYS: readonly [string, (stack: Stack) => IHttpRouteAuthorizer][] = [
    ['JWT', () => new HttpJwtAuthorizer('Own', 'https://issuer.example', { jwtAudience: ['shop'] })],
    ['CUSTOM', (stack) => new HttpLambdaAuthorizer('Own', backEnd(stack, 'Judge'))],
  ];

  describe.each(WAYS)('(%s)', (type, authorizerOf) => {
    const stack = new Stack(testApp(), 'Shop');
    const conversions = new PinterestConversions(stack, 'Conversions', {
      adAccountId: AD_ACCOUNT,
      serverAuthorizer: authorizerOf(stack),
    });
    const sender = backEnd(stack);
    conversions.connect(sender);
    const template = Template.fromStack(stack);

    it('guards the routes for back ends and unknown paths, never those for browsers', () => {
      const byRoute = Object.values(template.findResources('AWS::ApiGatewayV2::Route')).map(({ Properties }) => [
        Properties.RouteKey,
        Properties.AuthorizationType ?? 'NONE',
        Properties.AuthorizerId !== undefined,
      ]);
      expect(byRoute.sort()).toEqual([
        ['$default', type, true],
        ['GET /health', 'NONE', false],
        ['GET /pinterest.js', 'NONE', false],
        ['OPTIONS /collect', 'NONE', false],
        ['POST /collect', 'NONE', false],
        ['POST /events', type, true],
        ['POST /v5/ad_accounts/{ad_account_id}/events', type, true],
      ]);
      template.resourceCountIs('AWS::ApiGatewayV2::Authorizer', 1);
    });

    it('makes the function ask for nothing but that', () => {
      expect(environmentOf(template, 'ingest')).toMatchObject({ serverAuthorization: 'authorizer' });
    });

    it('leaves nothing to grant: connect tells the endpoint alone, and grantSend says why it cannot', () => {
      expect(Object.keys(variablesOf(template, 'BackEnd'))).toEqual(['CONVERSIONS_ENDPOINT']);
      expect(grantedTo(template, 'BackEnd')).toEqual([]);
      expect(() => conversions.grantSend(sender)).toThrow(
        /^grantSend of "Shop\/Conversions" has nothing to grant: "serverAuthorizer" decides who may send/,
      );
    });
  });
});

it('routes of the owner’s stand beside ours on the same API', () => {
  const { stack, conversions } = shop({
    serverAuthorizer: new HttpJwtAuthorizer('Own', 'https://issuer.example', { jwtAudience: ['shop'] }),
  });
  conversions.api.addRoutes({
    path: '/status',
    methods: [HttpMethod.GET],
    integration: new HttpUrlIntegration('Status', 'https://status.shop.example'),
    authorizer: new HttpNoneAuthorizer(),
  });
  const template = Template.fromStack(stack);
  template.resourceCountIs('AWS::ApiGatewayV2::Route', 8);
  template.hasResourceProperties('AWS::ApiGatewayV2::Route', {
    RouteKey: 'GET /status',
    ApiId: stack.resolve(conversions.api.apiId),
    AuthorizationType: 'NONE',
  });
  template.hasResourceProperties('AWS::ApiGatewayV2::Stage', { AutoDeploy: true, ApiId: Match.anyValue() });
});
