/** The options of docs/options.md: their texts from the assembly of the last build, their order by what they are about. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { markdownTable } from './tables';

const ASSEMBLY = path.join(__dirname, '..', '.jsii');

const THEMES: Readonly<Record<string, readonly string[]>> = {
  'Account and events': [
    ...['adAccountId', 'allowedOrigins', 'eventMap', 'defaultCountry', 'testMode', 'maximumEventAge', 'lateEvents'],
    'respectGlobalPrivacyControl',
  ],
  "A host of the shop's own": ['domainName', 'hostedZoneId', 'certificateArn', 'cookieDomain'],
  'Who may send, and how much': [
    ...['serverAuthorization', 'serverAuthorizer', 'throttleRateLimit', 'throttleBurstLimit'],
    'ingestReservedConcurrency',
  ],
  'Who is told': ['alarmEmails', 'alarmTopic', 'compositeAlarm', 'disabledAlarms', 'plannedPauses'],
  'What alarms go by': [
    ...['expectedEventsPerDay', 'minimumEventsPerDay', 'silenceThreshold', 'volumeDropBand', 'watchedEventNames'],
    ...['watchedMatchKeys', 'matchCoverageBand', 'deliveryErrorRateThreshold', 'rejectionRateThreshold'],
    ...['refusedInputRateThreshold', 'endpointErrorRateThreshold', 'testEventShareThreshold', 'deliveryDelayThreshold'],
    ...['deadLettersThreshold', 'functionErrorsThreshold', 'functionThrottlesThreshold', 'detailedMetrics'],
  ],
  'Secrets, keys, network and rights of your own': [
    ...['tokenSecret', 'ingestKeySecret', 'encryptionKey', 'vpc', 'vpcSubnets', 'securityGroups'],
    'rolePermissionsBoundary',
  ],
  'Running it': [
    ...['ingestMemorySize', 'senderMemorySize', 'senderMaxConcurrency', 'logRetention', 'removalPolicy'],
    'pinterestApiUrl',
  ],
};

interface JsiiType {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: JsiiType };
}

interface JsiiProperty {
  readonly name: string;
  readonly optional?: boolean;
  readonly type: JsiiType;
  readonly docs: { readonly summary: string; readonly remarks?: string; readonly default?: string };
}

export function optionTables(): string {
  const { types } = JSON.parse(readFileSync(ASSEMBLY, 'utf8'));
  const properties: readonly JsiiProperty[] = ['PinterestConversionsProps', 'AlarmOptions'].flatMap(
    (type) => types[`cdk-pinterest-conversions.${type}`].properties,
  );
  const sorted = Object.values(THEMES).flat();
  const astray = [
    ...properties.map(({ name }) => name).filter((name) => !sorted.includes(name)),
    ...sorted.filter((name, index) => sorted.indexOf(name) !== index || !properties.some((one) => one.name === name)),
  ];
  if (astray.length > 0)
    throw new Error(`not in exactly one theme of scripts/options-by-theme.ts: ${astray.join(', ')}`);
  return Object.entries(THEMES)
    .map(([theme, names]) => `## ${theme}\n\n${table(properties, names)}`)
    .join('\n\n');
}

const table = (properties: readonly JsiiProperty[], names: readonly string[]): string =>
  markdownTable(
    ['option', 'type', 'meaning', 'default'],
    names.flatMap((name) => properties.filter((property) => property.name === name).map(row)),
  );

function row({ name, type, optional, docs }: JsiiProperty): readonly string[] {
  const limits = docs.remarks?.split('\n\n').filter((paragraph) => paragraph.startsWith('Valid ')) ?? [];
  const meaning = [docs.summary, ...limits].join(' ').replace(/\s+/g, ' ');
  return [`\`${name}\``, typeName(type), meaning, optional ? defaultText(docs.default ?? '') : 'required'];
}

function typeName({ primitive, fqn, collection }: JsiiType): string {
  if (collection) {
    const element = typeName(collection.elementtype);
    return collection.kind === 'array' ? `${element}[]` : `map of ${element}`;
  }
  return primitive ?? fqn?.split('.').at(-1) ?? 'any';
}

/** In the CDK's convention a default is a value, or behaviour after a dash. */
const defaultText = (text: string): string =>
  text.startsWith('- ') ? text.slice(2).replace(/\.$/, '') : `\`${text}\``;
