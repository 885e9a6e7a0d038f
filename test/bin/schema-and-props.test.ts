/** conversions.json is checked twice, by its schema and as props. The two must be of one opinion. */

import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import ts from 'typescript';
import { propsOf } from '../../bin/props-of';
import { readConfig } from '../../bin/read-config';
import { addStacks } from '../../bin/stacks';
import { PINTEREST_EVENT_NAMES } from '../../contract/event-name';
import { MATCH_KEYS } from '../../contract/match-keys';
import schema from '../../conversions.schema.json';
import { EventOrigin, LateEvents, ServerAuthorization } from '../../lib';
import { ALARM_KINDS } from '../../lib/monitoring/alarm-table';
import { AD_ACCOUNT, construct, testApp } from '../lib/stacks';

const { deployment, eventMapEntry, plannedPause } = schema.$defs;

/** Names of the members of an exported interface. */
function membersOf(file: string, name: string): string[] {
  const source = ts.createSourceFile(file, ts.sys.readFile(file) ?? '', ts.ScriptTarget.Latest);
  const found = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === name);
  if (found === undefined || !ts.isInterfaceDeclaration(found)) return [];
  return found.members.flatMap(({ name }) => (name !== undefined && ts.isIdentifier(name) ? [name.text] : []));
}

const RESOURCES = [
  'alarmTopic',
  'tokenSecret',
  'ingestKeySecret',
  'encryptionKey',
  'vpc',
  'vpcSubnets',
  'securityGroups',
  'rolePermissionsBoundary',
  'serverAuthorizer',
];
const ABOUT_THE_FILE = ['$schema', 'stackName'];

describe('keys of the schema', () => {
  it('are the props of the construct, less those that are resources of AWS', () => {
    const props = [
      ...membersOf('lib/pinterest-conversions-props.ts', 'PinterestConversionsProps'),
      ...membersOf('lib/alarm-options.ts', 'AlarmOptions'),
    ];
    const keys = Object.keys(deployment.properties).filter((key) => !ABOUT_THE_FILE.includes(key));
    expect(keys.sort()).toEqual(props.filter((prop) => !RESOURCES.includes(prop)).sort());
  });

  it('are those of a planned pause', () => {
    expect(Object.keys(plannedPause.properties).sort()).toEqual(
      membersOf('lib/planned-pause.ts', 'PlannedPause').sort(),
    );
  });

  it('are those of an event map entry', () => {
    expect(Object.keys(eventMapEntry.properties).sort()).toEqual(membersOf('lib/event-map.ts', 'EventMapEntry').sort());
  });

  it('offer the values that there are', () => {
    expect(eventMapEntry.properties.sendAs.examples).toEqual(PINTEREST_EVENT_NAMES);
    expect(eventMapEntry.properties.from.items.enum).toEqual(Object.values(EventOrigin));
    expect(deployment.properties.serverAuthorization.enum).toEqual(Object.values(ServerAuthorization));
    expect(deployment.properties.lateEvents.enum).toEqual(Object.values(LateEvents));
    expect(deployment.properties.watchedMatchKeys.items.enum).toEqual(MATCH_KEYS);
    expect(ALARM_KINDS).toEqual(deployment.properties.disabledAlarms.items.examples.slice(0, ALARM_KINDS.length));
    const days = Object.values(RetentionDays).filter((value) => typeof value === 'number');
    expect(deployment.properties.logRetention.enum).toEqual(days.sort((a, b) => a - b));
  });
});

describe('values', () => {
  const asProps = (config: object) => construct(propsOf({ adAccountId: AD_ACCOUNT, ...config }));

  it.each<object>([
    { adAccountId: 'abc' },
    { adAccountId: '1'.repeat(19) },
    { allowedOrigins: ['*'] },
    { allowedOrigins: ['https://shop.example/'] },
    { allowedOrigins: ['https://shop.example/cart'] },
    { allowedOrigins: ['http://shop.example'] },
    { allowedOrigins: ['https://*.example'] },
    { allowedOrigins: ['https://SHOP.example'] },
    { allowedOrigins: 'https://shop.example' },
    { alarmEmails: ['owner'] },
    { alarmEmails: ['owner@shop'] },
    { testMode: 'true' },
    { eventMap: {} },
    { eventMap: { a: { sendAs: 'lead', value: -1, currency: 'USD' } } },
    { eventMap: { a: { sendAs: 'lead', value: 1 } } },
    { eventMap: { a: { sendAs: 'lead', value: 1, currency: 'usd' } } },
    { eventMap: { a: { sendAs: 'lead', from: ['app'] } } },
    { eventMap: { a: { sendAs: 'lead', from: [] } } },
    { eventMap: { a: { sendAs: 'lead', defaultCountry: 'us' } } },
    { respectGlobalPrivacyControl: 'no' },
    { defaultCountry: 'us' },
    { defaultCountry: 'USA' },
    { defaultCountry: 'UK' },
    { serverAuthorization: 'none' },
    { lateEvents: 'drop' },
    { throttleRateLimit: 0 },
    { throttleRateLimit: 10_001 },
    { throttleBurstLimit: 1.5 },
    { logRetention: 8 },
    { pinterestApiUrl: 'http://api.pinterest.com/v5' },
    { pinterestApiUrl: 'https://api.pinterest.com/v5/' },
    { pinterestApiUrl: 'http://localhost.example/v5' },
    { pinterestApiUrl: 'https://u:p@api.pinterest.com/v5' },
    { deliveryErrorRateThreshold: 0 },
    { deliveryErrorRateThreshold: 101 },
    { minimumEventsPerDay: 0 },
    { minimumEventsPerDay: 1.5 },
    { expectedEventsPerDay: 0 },
    { volumeDropBand: 0 },
    { matchCoverageBand: 21 },
    { rejectionRateThreshold: 0 },
    { refusedInputRateThreshold: 101 },
    { endpointErrorRateThreshold: 0 },
    { testEventShareThreshold: '50' },
    { deadLettersThreshold: -1 },
    { functionErrorsThreshold: 0.5 },
    { functionThrottlesThreshold: -1 },
    { watchedEventNames: ['add to cart'] },
    { watchedEventNames: Array.from({ length: 21 }, (_, index) => `name_${index}`) },
    { watchedMatchKeys: ['email'] },
    { disabledAlarms: ['Everything'] },
    { disabledAlarms: ['Unhealthy'] },
    { disabledAlarms: ['TokenRejected.em'] },
    { compositeAlarm: 'yes' },
    { detailedMetrics: 1 },
    { plannedPauses: [{ start: '24.12.2026', duration: 'PT1H' }] },
    { domainName: 'events' },
    { domainName: 'events.shop.example', hostedZoneId: 'Z01', disableExecuteApiEndpoint: 'true' },
    { domainName: 'EVENTS.shop.example', hostedZoneId: 'Z01' },
    { domainName: 'events.shop.example', hostedZoneId: 'z01' },
    { domainName: 'events.shop.example', certificateArn: 'arn:aws:acm:us-east-1:1:certificate/a' },
    { domainName: 'events.shop.example', hostedZoneId: 'Z01', cookieDomain: '.shop.example' },
    { removalPolicy: 'snapshot' },
    { ingestMemorySize: 127 },
    { ingestMemorySize: 512.5 },
    { senderMemorySize: 10_241 },
    { senderMemorySize: '512' },
    { ingestReservedConcurrency: 0 },
    { senderMaxConcurrency: 1 },
    { senderMaxConcurrency: 1_001 },
  ])('%j is refused by both', (config) => {
    expect(() => readConfig(JSON.stringify(config), 'c.json')).toThrow();
    expect(() => asProps(config)).toThrow();
  });

  it.each<object>([
    {
      allowedOrigins: [
        'https://www.shop.example',
        'https://*.shop.example',
        'http://localhost:*',
        'http://127.0.0.1:3000',
      ],
    },
    { alarmEmails: ['owner@mail.shop.example'] },
    {
      eventMap: {
        'trial started': { sendAs: 'signup', value: 40, currency: 'USD', trigger: 'form', from: ['browser'] },
      },
    },
    { eventMap: { own: { sendAs: 'My_own-1', advertiserDefined: true } } },
    { defaultCountry: 'GB', serverAuthorization: 'iam', logRetention: 9999, removalPolicy: 'destroy' },
    { lateEvents: 'put-aside' },
    { pinterestApiUrl: 'http://[::1]:8080/v5' },
    {
      throttleRateLimit: 0.5 + 0.5,
      throttleBurstLimit: 10_000,
      deliveryErrorRateThreshold: 0.1,
      minimumEventsPerDay: 1,
    },
    {
      domainName: 'events.shop.example',
      hostedZoneId: 'Z0123456789',
      cookieDomain: 'shop.example',
      disableExecuteApiEndpoint: true,
    },
    { maximumEventAge: 'P1DT12H' },
    { maximumEventAge: 'PT90M' },
    { silenceThreshold: 'PT1H', deliveryDelayThreshold: 'PT45M', volumeDropBand: 2.5, matchCoverageBand: 20 },
    {
      deadLettersThreshold: 0,
      functionErrorsThreshold: 10,
      functionThrottlesThreshold: 0,
      testEventShareThreshold: 100,
    },
    { rejectionRateThreshold: 0.1, refusedInputRateThreshold: 100, endpointErrorRateThreshold: 5 },
    { watchedEventNames: ['checkout', 'signup'], watchedMatchKeys: ['em', 'click_id'] },
    {
      eventMap: { mine: { sendAs: 'my-own_1', advertiserDefined: true } },
      watchedEventNames: ['my-own_1'],
      disabledAlarms: ['EventVolumeDrop.my-own_1'],
    },
    { disabledAlarms: ['DeadLetters', 'EventVolumeDrop', 'EventVolumeDrop.checkout', 'MatchCoverageDrop.em'] },
    { compositeAlarm: true, detailedMetrics: false, expectedEventsPerDay: 1 },
    { plannedPauses: [{ start: '2026-12-24T18:00', duration: 'PT36H', timeZone: 'Europe/Berlin' }] },
    { ingestMemorySize: 128, senderMemorySize: 10_240, ingestReservedConcurrency: 1, senderMaxConcurrency: 1_000 },
  ])('%j is taken by both', (config) => {
    expect(() => readConfig(JSON.stringify(config), 'c.json')).not.toThrow();
    expect(() => asProps(config)).not.toThrow();
  });

  it('of a planned pause that only the clock can judge are refused with its place', () => {
    const plannedPauses = [{ start: '2026-12-24T18:00', duration: 'PT1H', timeZone: 'Mars/Olympus' }];
    expect(() => asProps({ plannedPauses })).toThrow(/"plannedPauses\[0\]\.timeZone" must be an IANA time zone/);
  });

  it.each([
    [{ maximumEventAge: 'P90D' }, '"maximumEventAge" must be a duration from 1 minute to 60 days, got 90 days'],
    [
      { silenceThreshold: 'PT7M' },
      '"silenceThreshold" must be a duration from 5 minutes to 24 hours, in steps of 5 minutes, got 7 minutes',
    ],
    [{ silenceThreshold: 'P2D' }, '"silenceThreshold" must be a duration from 5 minutes to 24 hours'],
    [{ deliveryDelayThreshold: 'PT1H' }, '"deliveryDelayThreshold" must be a whole number of minutes from 5 to 55'],
    [
      { plannedPauses: [{ start: '2026-12-24T18:00', duration: 'P16D' }] },
      '"plannedPauses[0].duration" must be a whole number of minutes from 1 minute to 11 days, got 16 days',
    ],
  ])('%j is out of range, and refused with the file’s name', (config, fault) => {
    const add = () => addStacks(testApp(), [{ adAccountId: AD_ACCOUNT, ...config }], 'c.json');
    expect(add).toThrow(`c.json cannot be used:\n- ${fault}`);
  });
});
