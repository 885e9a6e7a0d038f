import { CfnParameter, Duration, Lazy, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { HttpNoneAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { Construct } from 'constructs';
import { EventOrigin, PinterestConversions, type PinterestConversionsProps, ServerAuthorization } from '../../lib';
import { construct, templateOf, testApp } from './stacks';

/** What somebody without a type checker may write. */
const untyped = (props: object): Partial<PinterestConversionsProps> => props;

const GROUP = { securityGroupId: 'sg-1' };

const map = (entry: object): Partial<PinterestConversionsProps> => untyped({ eventMap: { 'trial started': entry } });

describe('props that cannot work are refused', () => {
  it.each<[string, Partial<PinterestConversionsProps>, RegExp]>([
    ['no ad account', { adAccountId: '' }, /"adAccountId" is missing; .*after \/advertiser\//],
    [
      'an ad account with letters',
      { adAccountId: '54975x' },
      /"adAccountId" must be a string of 1 to 18 digits.* got "54975x"/,
    ],
    ['an ad account that is too long', { adAccountId: '1'.repeat(19) }, /"adAccountId" must be/],
    ['an ad account as a number', untyped({ adAccountId: 549755885175 }), /"adAccountId" must be a string/],
    [
      'any origin',
      { allowedOrigins: ['*'] },
      /"allowedOrigins" must contain exact origins .* got "\*"; write "https:\/\/www\.shop\.example"/,
    ],
    ['an origin with a path', { allowedOrigins: ['https://shop.example/cart'] }, /; write "https:\/\/shop\.example"/],
    [
      'an origin with a trailing slash',
      { allowedOrigins: ['https://shop.example/'] },
      /; write "https:\/\/shop\.example"/,
    ],
    ['an origin without a scheme', { allowedOrigins: ['shop.example'] }, /; write "https:\/\/shop\.example"/],
    ['an origin without TLS', { allowedOrigins: ['http://shop.example'] }, /; write "https:\/\/shop\.example"/],
    [
      'an origin as browsers never send it',
      { allowedOrigins: ['https://Böcke.example'] },
      /; write "https:\/\/xn--bcke-5qa\.example"/,
    ],
    ['a wildcard for a whole top-level domain', { allowedOrigins: ['https://*.example'] }, /"allowedOrigins"/],
    ['a wildcard in the middle', { allowedOrigins: ['https://www.*.example'] }, /"allowedOrigins"/],
    [
      'origins that are no list',
      untyped({ allowedOrigins: 'https://shop.example' }),
      /"allowedOrigins" must be a list/,
    ],
    ['an address that is none', { alarmEmails: ['owner'] }, /"alarmEmails" must contain e-mail addresses, got "owner"/],
    ['a test mode in quotes', untyped({ testMode: 'true' }), /"testMode" must be true or false, got "true"/],
    ['an empty map', { eventMap: {} }, /"eventMap" is empty/],
    [
      'a misspelt name',
      map({ sendAs: 'singup' }),
      /"eventMap\.trial started\.sendAs" .* got "singup"; did you mean signup\?/,
    ],
    ['an unknown name', map({ sendAs: 'zzzzzzzzzzzz' }), /write one of add_payment_info, .*"advertiserDefined"/],
    [
      'a name of its own with a blank',
      map({ sendAs: 'my event', advertiserDefined: true }),
      /1 to 100 of the characters/,
    ],
    [
      'a negative value',
      map({ sendAs: 'signup', value: -1, currency: 'USD' }),
      /value" must be a number of 0 or more, got -1/,
    ],
    ['an endless value', map({ sendAs: 'signup', value: Number.POSITIVE_INFINITY, currency: 'USD' }), /got Infinity/],
    ['a value without currency', map({ sendAs: 'signup', value: 1 }), /currency" is missing/],
    [
      'a currency that is none',
      map({ sendAs: 'signup', value: 1, currency: 'usd' }),
      /currency" must be an ISO 4217 code/,
    ],
    [
      'an unknown sender',
      map({ sendAs: 'signup', from: ['app'] }),
      /from" must list "browser", "server" or both, got \["app"\]/,
    ],
    ['nobody as a sender', map({ sendAs: 'signup', from: [] }), /from" must list/],
    [
      'two names that count as one',
      { eventMap: { 'Sign Up': { sendAs: 'signup' }, sign_up: { sendAs: 'lead' } } },
      /"Sign Up" and "sign_up", which count as one name/,
    ],
    ['a name without letters', { eventMap: { '--': { sendAs: 'lead' } } }, /"eventMap" has the name "--"/],
    [
      'a map too large for the environment',
      { eventMap: Object.fromEntries(Array.from({ length: 90 }, (_, i) => [`own event ${i}`, { sendAs: 'signup' }])) },
      /"eventMap" and "allowedOrigins" together must be at most 3000 bytes .* got \d{4};/,
    ],
    ['a country in lower case', { defaultCountry: 'de' }, /"defaultCountry" must be an uppercase ISO 3166/],
    ['a country that is none', { defaultCountry: 'XX' }, /"defaultCountry"/],
    ['a common mistake for Great Britain', { defaultCountry: 'UK' }, /the United Kingdom is "GB"/],
    ['an unknown authorization', untyped({ serverAuthorization: 'none' }), /"serverAuthorization" must be/],
    [
      'no requests',
      { throttleRateLimit: 0 },
      /"throttleRateLimit" must be a number of requests per second from 1 to 10,000, got 0/,
    ],
    ['too large a burst', { throttleBurstLimit: 10_001 }, /"throttleBurstLimit"/],
    ['a retention that AWS has not', untyped({ logRetention: 8 }), /"logRetention" must be a number of days .* got 8/],
    [
      'too young an age',
      { maximumEventAge: Duration.seconds(59) },
      /"maximumEventAge" must be a duration from 1 minute to 60 days/,
    ],
    ['too old an age', { maximumEventAge: Duration.days(61) }, /"maximumEventAge" .* got 61 days/],
    ['an age as a number', untyped({ maximumEventAge: 7 }), /"maximumEventAge" .* got 7/],
    [
      'an API URL without TLS',
      { pinterestApiUrl: 'http://api.pinterest.com/v5' },
      /"pinterestApiUrl" must be an https URL/,
    ],
    ['an API URL with a trailing slash', { pinterestApiUrl: 'https://api.pinterest.com/v5/' }, /"pinterestApiUrl"/],
    ['an API URL with a password', { pinterestApiUrl: 'https://u:p@api.pinterest.com/v5' }, /"pinterestApiUrl"/],
    [
      'an alarm that is always on',
      { deliveryErrorRateThreshold: 0 },
      /"deliveryErrorRateThreshold" must be a percentage/,
    ],
    ['a share above all', { deliveryErrorRateThreshold: 101 }, /"deliveryErrorRateThreshold"/],
    ['part of an event', { minimumEventsPerDay: 1.5 }, /"minimumEventsPerDay" must be a whole number/],
    ['a floor of nothing', { minimumEventsPerDay: 0 }, /"minimumEventsPerDay"/],
    ['snapshots of queues', { removalPolicy: RemovalPolicy.SNAPSHOT }, /"removalPolicy" must be/],
    [
      'the ARN of a key',
      untyped({ encryptionKey: 'arn:aws:kms:eu-west-1:1:key/a' }),
      /"encryptionKey" must be a KMS key, got "arn:.*"; import one with kms\.Key\.fromKeyArn/,
    ],
    [
      'another resource as a key',
      untyped({ encryptionKey: new Construct(new Stack(), 'Other') }),
      /"encryptionKey" .* got "Default\/Other";/,
    ],
    ['the id of a VPC', untyped({ vpc: 'vpc-1' }), /"vpc" must be a VPC, got "vpc-1"; import one with ec2\.Vpc/],
    [
      'the id of a subnet',
      untyped({ vpc: { vpcId: 'a' }, vpcSubnets: 'subnet-1' }),
      /"vpcSubnets" must be a selection/,
    ],
    ['subnets of no VPC', { vpcSubnets: {} }, /"vpcSubnets" needs "vpc"; set it to the VPC that contains them/],
    ['security groups of no VPC', untyped({ securityGroups: [GROUP] }), /"securityGroups" needs "vpc"/],
    [
      'no security group',
      untyped({ vpc: { vpcId: 'a' }, securityGroups: [] }),
      /"securityGroups" must be 1 to 5 .* \[\]/,
    ],
    [
      'more security groups than Lambda takes',
      untyped({ vpc: { vpcId: 'a' }, securityGroups: Array(6).fill(GROUP) }),
      /"securityGroups" must be 1 to 5/,
    ],
    ['the ids of security groups', untyped({ vpc: { vpcId: 'a' }, securityGroups: ['sg-1'] }), /got \["sg-1"\]/],
    [
      'the ARN of a boundary',
      untyped({ rolePermissionsBoundary: 'arn:aws:iam::1:policy/a' }),
      /"rolePermissionsBoundary" must be a managed policy/,
    ],
    ['an authorizer that is none', untyped({ serverAuthorizer: 'jwt' }), /"serverAuthorizer" must be an authorizer/],
    [
      'an authorizer that lets everybody in',
      { serverAuthorizer: new HttpNoneAuthorizer() },
      /"serverAuthorizer" must be one that authorizes, got HttpNoneAuthorizer/,
    ],
    [
      'IAM as an authorizer',
      { serverAuthorizer: new HttpIamAuthorizer() },
      /"serverAuthorizer" must be a JWT or Lambda .* ServerAuthorization\.IAM instead/,
    ],
    [
      'two ways to authorize',
      {
        serverAuthorizer: new HttpJwtAuthorizer('Jwt', 'https://issuer.example', { jwtAudience: ['shop'] }),
        serverAuthorization: ServerAuthorization.INGEST_KEY,
      },
      /"serverAuthorization" and "serverAuthorizer" exclude each other/,
    ],
    [
      'too little memory',
      { ingestMemorySize: 127 },
      /"ingestMemorySize" must be a whole number of megabytes .* got 127; leave/,
    ],
    [
      'too much memory',
      { senderMemorySize: 10_241 },
      /"senderMemorySize" must be a whole number of megabytes from 128 to 10,240/,
    ],
    ['no runs', { ingestReservedConcurrency: 0 }, /"ingestReservedConcurrency" must be a whole number of 1 or more/],
    ['a single run', { senderMaxConcurrency: 1 }, /"senderMaxConcurrency" must be a whole number from 2 to 1,000/],
    [
      'an event name of another vocabulary to watch',
      { watchedEventNames: ['purchase'] },
      /"watchedEventNames" must contain names under which events are sent to Pinterest, got "purchase"; write "checkout"/,
    ],
    [
      'an event name to watch that the map never sends',
      { eventMap: { a: { sendAs: 'lead' } }, watchedEventNames: ['checkout'] },
      /got "checkout"; write one of lead/,
    ],
    [
      'an alarm that is misspelt',
      { disabledAlarms: ['TokenRejcted'] },
      /"disabledAlarms" .* did you mean "TokenRejected"\?/,
    ],
    [
      'an alarm of a name that is not watched',
      { disabledAlarms: ['EventVolumeDrop.chekout'] },
      /did you mean "EventVolumeDrop\.checkout"\?/,
    ],
    ['the composite alarm as one to turn off', { disabledAlarms: ['Unhealthy'] }, /set "compositeAlarm" to false/],
    ['the same twice', { watchedMatchKeys: ['em', 'em'] }, /"watchedMatchKeys" contains "em" twice; remove one/],
    [
      'half a minute of delay',
      { deliveryDelayThreshold: Duration.seconds(330) },
      /"deliveryDelayThreshold" must be a whole number of minutes from 5 to 55/,
    ],
    [
      'a pause on a day that there is not',
      { plannedPauses: [{ start: '2026-02-30T18:00', duration: Duration.hours(1) }] },
      /"plannedPauses\[0\]\.start" must be an existing day and time, got "2026-02-30T18:00"/,
    ],
    [
      'a pause of half a minute',
      { plannedPauses: [{ start: '2026-12-24T18:00', duration: Duration.seconds(30) }] },
      /"plannedPauses\[0\]\.duration" must be a whole number of minutes/,
    ],
    [
      'a time zone that is an offset',
      { plannedPauses: [{ start: '2026-12-24T18:00', duration: Duration.hours(1), timeZone: '+02:00' }] },
      /"plannedPauses\[0\]\.timeZone" must be an IANA time zone/,
    ],
    ['no pause', untyped({ plannedPauses: [null] }), /"plannedPauses\[0\]" must be a pause, got null/],
    [
      'a floor above what is expected',
      { expectedEventsPerDay: 100, minimumEventsPerDay: 101 },
      /"minimumEventsPerDay" must be at most "expectedEventsPerDay", 100, got 101/,
    ],
  ])('fails if given %s', (_, props, message) => {
    expect(() => construct(props)).toThrow(message);
  });

  it('tells every fault at once, where it happened', () => {
    const faulty = () => construct({ adAccountId: 'x', allowedOrigins: ['*', 'a'], throttleRateLimit: 0 });
    expect(faulty).toThrow(
      /"adAccountId"[\s\S]*"\*"[\s\S]*"a"[\s\S]*"throttleRateLimit"[\s\S]*at path \[Stack\/Conversions\]/,
    );
    expect(faulty).toThrow(expect.objectContaining({ name: 'ValidationError' }));
  });
});

describe('props that work are taken', () => {
  it.each<[string, Partial<PinterestConversionsProps>]>([
    [
      'origins',
      { allowedOrigins: ['https://www.shop.example', 'https://*.shop.example', 'https://shop.example:8443'] },
    ],
    ['origins of a developer', { allowedOrigins: ['http://localhost:*', 'http://localhost:3000', 'http://127.0.0.1'] }],
    ['names in any spelling', map({ sendAs: 'Order Completed' })],
    ['names of their own', map({ sendAs: 'My_own-1', advertiserDefined: true })],
    ['a value with currency', map({ sendAs: 'signup', value: 0, currency: 'JPY', from: [EventOrigin.SERVER] })],
    ['notes of any length', map({ sendAs: 'signup', trigger: 'x'.repeat(5_000) })],
    ['an emulator', { pinterestApiUrl: 'http://127.0.0.1:8080/v5' }],
    [
      'the bounds of functions',
      { ingestMemorySize: 128, senderMemorySize: 10_240, ingestReservedConcurrency: 1, senderMaxConcurrency: 1_000 },
    ],
    ['the bounds', { throttleRateLimit: 10_000, throttleBurstLimit: 1, maximumEventAge: Duration.days(60) }],
  ])('takes %s', (_, props) => {
    expect(() => construct(props)).not.toThrow();
  });

  it('leaves values alone that are known only at deployment', () => {
    const text = Lazy.string({ produce: () => 'x' });
    const stack = new Stack(testApp(), 'Stack');
    const number = new CfnParameter(stack, 'Number', { type: 'Number' }).valueAsNumber;
    expect(
      () =>
        new PinterestConversions(stack, 'Conversions', {
          adAccountId: text,
          allowedOrigins: [text],
          alarmEmails: [text],
          defaultCountry: text,
          pinterestApiUrl: text,
          throttleRateLimit: number,
          throttleBurstLimit: number,
          deliveryErrorRateThreshold: number,
          rejectionRateThreshold: number,
          refusedInputRateThreshold: number,
          endpointErrorRateThreshold: number,
          testEventShareThreshold: number,
          deadLettersThreshold: number,
          functionErrorsThreshold: number,
          functionThrottlesThreshold: number,
          minimumEventsPerDay: number,
          ingestMemorySize: number,
          senderMemorySize: number,
          ingestReservedConcurrency: number,
          senderMaxConcurrency: number,
          maximumEventAge: Duration.seconds(number),
          eventMap: { a: { sendAs: text, value: number, currency: text } },
        }),
    ).not.toThrow();
    // A number that is not known yet stands in texts as the reference that it is, and not as its placeholder.
    expect(JSON.stringify(Template.fromStack(stack).toJSON())).not.toMatch(/Token\[|e\+289/);
    expect(() => construct({ allowedOrigins: Token.asList({ Ref: 'Origins' }) })).not.toThrow();
  });

  it.each<[string, Partial<PinterestConversionsProps>]>([
    ['expectedEventsPerDay', { expectedEventsPerDay: Token.asNumber({ Ref: 'A' }) }],
    ['silenceThreshold', { silenceThreshold: Duration.minutes(Token.asNumber({ Ref: 'A' })) }],
    ['deliveryDelayThreshold', { deliveryDelayThreshold: Duration.minutes(Token.asNumber({ Ref: 'A' })) }],
    ['watchedEventNames', { watchedEventNames: Token.asList({ Ref: 'A' }) }],
    ['disabledAlarms', { disabledAlarms: Token.asList({ Ref: 'A' }) }],
    ['watchedEventNames', { watchedEventNames: [Lazy.string({ produce: () => 'x' })] }],
    ['alarmEmails', { alarmEmails: Token.asList({ Ref: 'A' }) }],
  ])('takes no %s that only the deployment knows, because it shapes the template', (prop, props) => {
    expect(() => construct(props)).toThrow(`"${prop}" must be known at synthesis`);
  });

  it('keeps the environment of ingest within what Lambda takes', () => {
    const eventMap = Object.fromEntries(Array.from({ length: 85 }, (_, i) => [`own event ${i}`, { sendAs: 'lead' }]));
    const template = JSON.stringify(templateOf({ eventMap }).findResources('AWS::Lambda::Function'));
    const [environment = ''] = /"EVENT_MAP":"(\\.|[^"])*"/.exec(template) ?? [];
    expect(JSON.parse(`{${environment}}`).EVENT_MAP.length).toBeGreaterThan(2_500);
  });
});
