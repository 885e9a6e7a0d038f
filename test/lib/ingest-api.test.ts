import { Duration } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ROUTES } from '../../contract/routes';
import { EventOrigin, ServerAuthorization } from '../../lib';
import { AD_ACCOUNT, environmentOf, templateOf } from './stacks';

const ROUTE = 'AWS::ApiGatewayV2::Route';
const STAGE = 'AWS::ApiGatewayV2::Stage';

const authorizationByRoute = (template: Template): { [key: string]: string } =>
  Object.fromEntries(
    Object.values(template.findResources(ROUTE)).map(({ Properties }) => [
      Properties.RouteKey,
      Properties.AuthorizationType ?? 'NONE',
    ]),
  );

describe('HTTP API', () => {
  const template = templateOf();

  it('has the routes that the function answers, and leads every other request to it too', () => {
    const keys = ROUTES.map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(authorizationByRoute(template)).sort()).toEqual([...keys, '$default'].sort());
  });

  it('throttleRateLimit, throttleBurstLimit: throttles, and deploys changes by itself', () => {
    template.hasResourceProperties(STAGE, {
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
    });
    templateOf({ throttleRateLimit: 7, throttleBurstLimit: 9 }).hasResourceProperties(STAGE, {
      DefaultRouteSettings: { ThrottlingRateLimit: 7, ThrottlingBurstLimit: 9 },
    });
  });

  it('logs requests without anything personal', () => {
    const [stage] = Object.values(template.findResources(STAGE));
    const format = stage?.Properties.AccessLogSettings.Format;
    expect(Object.keys(JSON.parse(format))).toContain('requestId');
    expect(format).not.toMatch(/identity|sourceIp|userAgent|\$context\.path|query/i);
  });

  it('leaves CORS to the function', () => {
    template.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      ProtocolType: 'HTTP',
      CorsConfiguration: Match.absent(),
    });
  });

  it('logRetention: keeps all logs for a month, or as long as told', () => {
    template.resourceCountIs('AWS::Logs::LogGroup', 3);
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    templateOf({ logRetention: RetentionDays.ONE_WEEK }).allResourcesProperties('AWS::Logs::LogGroup', {
      RetentionInDays: 7,
    });
  });
});

describe('ingest function', () => {
  it('allowedOrigins, testMode, defaultCountry, maximumEventAge, eventMap: the function gets them through its environment', () => {
    const template = templateOf({
      allowedOrigins: ['https://www.shop.example', 'https://*.shop.example'],
      testMode: true,
      defaultCountry: 'DE',
      maximumEventAge: Duration.hours(12),
      eventMap: {
        'trial started': {
          sendAs: 'signup',
          value: 40,
          currency: 'USD',
          trigger: 'the form was sent',
          from: [EventOrigin.BROWSER],
        },
      },
    });
    const environment = environmentOf(template, 'ingest');
    expect(environment).toMatchObject({
      adAccountId: AD_ACCOUNT,
      allowedOrigins: '["https://www.shop.example","https://*.shop.example"]',
      testMode: 'true',
      defaultCountry: 'DE',
      maximumEventAgeSeconds: '43200',
      serverAuthorization: 'key',
    });
    expect(JSON.parse(String(environment.eventMap))).toEqual({
      'trial started': { sendAs: 'signup', value: 40, currency: 'USD', from: ['browser'] },
    });
  });

  it('eventMap: the function gets it in one order, however it is written', () => {
    const written = { b: { sendAs: 'signup', value: 40, currency: 'USD' }, a: { sendAs: 'lead' } };
    const otherwise = { a: { sendAs: 'lead' }, b: { currency: 'USD', value: 40, sendAs: 'signup' } };
    const [one, other] = [written, otherwise].map((eventMap) => environmentOf(templateOf({ eventMap }), 'ingest'));
    expect(one).toEqual(other);
    expect(one?.eventMap).toBe('{"a":{"sendAs":"lead"},"b":{"currency":"USD","sendAs":"signup","value":40}}');
  });

  it('accepts every known event, of any country, up to seven days old when nothing is decided', () => {
    const environment = environmentOf(templateOf(), 'ingest');
    expect(environment).toMatchObject({
      allowedOrigins: '[]',
      testMode: 'false',
      maximumEventAgeSeconds: '604800',
    });
    expect(environment).not.toHaveProperty('eventMap');
    expect(environment).not.toHaveProperty('defaultCountry');
  });

  it.each([true, false])('respectGlobalPrivacyControl: the function is told %s', (respectGlobalPrivacyControl) => {
    expect(environmentOf(templateOf({ respectGlobalPrivacyControl }), 'ingest')).toMatchObject({
      respectGlobalPrivacyControl: String(respectGlobalPrivacyControl),
    });
  });

  it('ingestKeySecret: left out, a key is generated that fits into a header', () => {
    templateOf().hasResourceProperties('AWS::SecretsManager::Secret', {
      GenerateSecretString: { PasswordLength: 40, ExcludePunctuation: true },
    });
  });
});

describe('serverAuthorization: IAM', () => {
  const template = templateOf({ serverAuthorization: ServerAuthorization.IAM });

  it('asks for a signature on the routes for back ends and on unknown paths, never on those for browsers', () => {
    expect(authorizationByRoute(template)).toEqual({
      'POST /events': 'AWS_IAM',
      'POST /v5/ad_accounts/{ad_account_id}/events': 'AWS_IAM',
      $default: 'AWS_IAM',
      'POST /collect': 'NONE',
      'OPTIONS /collect': 'NONE',
      'GET /pinterest.js': 'NONE',
      'GET /health': 'NONE',
    });
  });

  it('tells the function', () => {
    expect(environmentOf(template, 'ingest')).toMatchObject({ serverAuthorization: 'iam' });
  });
});
