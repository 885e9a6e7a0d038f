/** conversions.schema.json, from the table of options and the doc comments of the props. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { PINTEREST_EVENT_NAMES } from '../contract/event-name';
import { EventOrigin } from '../lib';
import { COUNTRY_PATTERN } from '../lib/options/account-options';
import { duration, type JsonSchema } from '../lib/options/kind';
import type { Option } from '../lib/options/option';
import { OPTIONS_BY_THEME } from '../lib/options/table';
import { LONGEST, SHORTEST } from '../lib/private/pause-faults';
import { behaviourOf, type JsiiDocs, oneLine, propertiesOf } from './jsii-docs';

interface Row {
  readonly schema: JsonSchema;
  readonly example: unknown;
  readonly default?: unknown;
  readonly range?: string | undefined;
  readonly isDuration?: boolean;
}

/** Keys that are not options of the construct, but describe the file and the stack. */
const ABOUT_THE_FILE: { readonly [key: string]: JsonSchema } = {
  $schema: {
    type: 'string',
    description: 'This schema, so that an editor completes and checks the file.',
    examples: ['./conversions.schema.json'],
  },
  stackName: {
    type: 'string',
    pattern: '^[A-Za-z][A-Za-z0-9-]{0,127}$',
    description:
      'Name of the CloudFormation stack: letters, digits and hyphens, starting with a letter. If omitted: PinterestConversions, ' +
      'followed by the ad account id if the file contains several deployments.',
    examples: ['PinterestConversions-Shop'],
  },
};

const ENTRY: { readonly [key: string]: Row } = {
  sendAs: { schema: { type: 'string', minLength: 1 }, example: PINTEREST_EVENT_NAMES },
  advertiserDefined: { schema: { type: 'boolean' }, default: false, example: true },
  value: { schema: { type: 'number', minimum: 0 }, example: 40, range: '0 or more' },
  currency: { schema: { type: 'string', pattern: '^[A-Z]{3}$' }, example: 'USD' },
  defaultCountry: { schema: { type: 'string', pattern: COUNTRY_PATTERN.source }, example: 'US' },
  trigger: { schema: { type: 'string' }, example: 'the trial form was sent' },
  from: {
    schema: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        type: 'string',
        enum: Object.values(EventOrigin),
        description: 'browser for pages, server for back ends.',
        examples: [EventOrigin.BROWSER],
      },
    },
    example: [EventOrigin.BROWSER],
  },
};

const PAUSE_LENGTH = duration({ from: SHORTEST, to: LONGEST, step: SHORTEST });

const PAUSE: { readonly [key: string]: Row } = {
  start: {
    schema: {
      type: 'string',
      pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d$',
    },
    example: '2026-12-24T18:00',
  },
  duration: { ...PAUSE_LENGTH, schema: PAUSE_LENGTH.schema ?? {}, example: 'PT36H' },
  timeZone: { schema: { type: 'string' }, default: 'Etc/UTC', example: 'Europe/Berlin' },
};

export function configSchema(): string {
  const docs = new Map(
    propertiesOf('PinterestConversionsProps', 'AlarmOptions').map((property) => [property.name, property.docs]),
  );
  const options = Object.values(OPTIONS_BY_THEME)
    .flatMap((theme) => Object.entries(theme as { readonly [name: string]: Option<unknown> }))
    .flatMap(([name, { kind, default: value, example }]): [string, JsonSchema][] =>
      kind.schema === undefined
        ? []
        : [
            [
              name,
              described(docs.get(name), {
                ...kind,
                schema: kind.schema,
                isDuration: 'isDuration' in kind,
                default: value,
                example: example ?? value,
              }),
            ],
          ],
    );
  return formatted({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'conversions.json',
    description: 'What is deployed: one deployment, or a list of them, each in its own stack.',
    if: { type: 'array' },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { type: 'array', items: { $ref: '#/$defs/deployment' } },
    else: { $ref: '#/$defs/deployment' },
    $defs: {
      deployment: {
        type: 'object',
        additionalProperties: false,
        description: "One deployment: a shop's events for one Pinterest ad account.",
        properties: { ...ABOUT_THE_FILE, ...Object.fromEntries(options) },
      },
      plannedPause: {
        type: 'object',
        additionalProperties: false,
        required: ['start', 'duration'],
        description: 'A planned closure of the shop.',
        examples: [{ start: '2026-12-24T18:00', duration: 'PT36H' }],
        properties: part('PlannedPause', PAUSE),
      },
      eventMapEntry: {
        type: 'object',
        additionalProperties: false,
        required: ['sendAs'],
        dependentRequired: { value: ['currency'] },
        description: 'How one of your own events is sent to Pinterest.',
        examples: [{ sendAs: 'signup' }],
        properties: part('EventMapEntry', ENTRY),
      },
    },
  });
}

/** The keys of an interface, in the order of its rows; a test fails for a key without a row. */
function part(name: string, rows: { readonly [key: string]: Row }): { readonly [key: string]: JsonSchema } {
  const docs = new Map(propertiesOf(name).map((property) => [property.name, property.docs]));
  return Object.fromEntries(Object.entries(rows).map(([key, row]) => [key, described(docs.get(key), row)]));
}

function described(
  docs: JsiiDocs | undefined,
  { schema, range, isDuration, default: value, example }: Row,
): JsonSchema {
  if (docs === undefined) throw new Error('a row of the schema describes no prop');
  const behaviour = behaviourOf(docs.default);
  const description = [
    docs.summary,
    range && `Valid range: ${range}${isDuration ? ', as an ISO 8601 duration' : ''}.`,
    behaviour && `If omitted: ${behaviour}.`,
  ];
  const isExampleList = Array.isArray(example) && schema.type !== 'array';
  return {
    ...schema,
    ...(value !== undefined && behaviour === undefined && { default: inFile(value) }),
    description: oneLine(description.filter(Boolean).join(' ').replaceAll('`', '')),
    examples: isExampleList ? example : [inFile(example)],
  };
}

const inFile = (value: unknown): unknown => (value instanceof Duration ? value.toIsoString() : value);

/** Formatted as the linter requires. */
const formatted = (schema: JsonSchema): string =>
  execFileSync(
    path.join(__dirname, '..', 'node_modules', '.bin', 'biome'),
    ['format', '--stdin-file-path=conversions.schema.json'],
    { input: JSON.stringify(schema), encoding: 'utf8' },
  );
