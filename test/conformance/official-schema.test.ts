/**
 * Holds the simulator's schema, and the tables that events are built from, against Pinterest's own API description.
 * That file is no part of this repository: without a copy on the machine this says so and counts as skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PINTEREST_EVENT_NAMES } from '../../contract/event-name';
import { AD_ACCOUNT_ID, EVENT, REQUIRED } from '../../contract/pinterest-event';
import { MAX_EVENTS_PER_REQUEST } from '../../contract/request-limits';
import { DIGEST_FIELDS } from '../../lambda/event/digest-fields';
import ownSchema from '../../local/pinterest-simulator/events.schema.json';
import { type Facts, type Structure, structureOfSchema, structureOfTable } from './structure';

const FILE = path.join(__dirname, '../../../shared/reference/pinterest-events-openapi.json');

/** Known from later versions than the file: 5.28.0 and 5.31.0. */
const LATER_FIELDS: Structure = new Map<string, Facts>([
  ['$.data[].custom_data.contents[].item_brand_id', { type: 'string' }],
  ['$.data[].user_data.customer_type', { type: 'string', enum: ['new', 'returning'] }],
]);
const LATER_NAMES = [
  ...['app_open', 'contact', 'customize_product', 'find_location', 'schedule', 'start_trial'],
  'submit_application',
];
/** Listed in the official descriptions, not in the structure. */
const LISTED_VALUES = new Map([['$.data[].action_source', ['web', 'app_android', 'app_ios', 'offline']]]);

const present = existsSync(FILE);
const reason = present ? '' : ` (skipped: no copy of ${path.basename(FILE)} on this machine)`;

(present ? describe : describe.skip)(`Pinterest's API description${reason}`, () => {
  // A skipped describe still runs its body, so nothing may be read before a test runs.
  const read = () => JSON.parse(readFileSync(FILE, 'utf8'));
  const officialStructure = () => {
    const document = read();
    return structureOfSchema(document, document.components.schemas.ConversionEvents);
  };
  const own = structureOfSchema(ownSchema, ownSchema);

  it('has every key that the simulator knows, and the later ones, and no other', () => {
    expect([...own.keys()].sort()).toEqual([...officialStructure().keys(), ...LATER_FIELDS.keys()].sort());
  });

  it.each([...own.keys()].filter((key) => !LATER_FIELDS.has(key)))('says the same as the simulator of %s', (key) => {
    expect(own.get(key)).toEqual(officialStructure().get(key));
  });

  it.each([...LATER_FIELDS])('is followed by the later addition %s', (key, facts) => {
    expect(own.get(key)).toEqual(facts);
  });

  it('has the keys, types and limits of the tables that events are built from', () => {
    const expected = [...officialStructure(), ...LATER_FIELDS]
      .filter(([key]) => key.startsWith('$.data[].'))
      .map(([key, facts]) => [key, saidByTables(key, facts)] as const);
    const tables = structureOfTable(EVENT, '$.data[]');
    expect(Object.fromEntries(tables)).toEqual(Object.fromEntries(expected));
  });

  it('requires what the tables require, and takes as many events', () => {
    const official = officialStructure();
    expect([...REQUIRED].sort()).toEqual(official.get('$.data[]')?.required);
    expect(MAX_EVENTS_PER_REQUEST).toBe(official.get('$.data')?.maxItems);
  });

  it('calls hashed exactly the fields that are hashed here', () => {
    const { properties } = read().components.schemas.ConversionEventsUserDataProperties;
    const hashed = Object.keys(properties).filter((key) => /sha256 hash/i.test(properties[key].description));
    expect(Object.keys(DIGEST_FIELDS).sort()).toEqual(hashed.sort());
  });

  it('lists the event names known here, but for the later ones', () => {
    const { event_name, action_source } = read().components.schemas.ConversionEvents.properties.data.items.properties;
    const listed = [...event_name.description.matchAll(/- `(\w+)`/g)].map(([, name]) => name);
    expect([...PINTEREST_EVENT_NAMES].sort()).toEqual([...listed, ...LATER_NAMES].sort());
    for (const source of EVENT.action_source.oneOf) expect(action_source.description).toContain(source);
  });

  it('has ad account ids of the form expected here', () => {
    const { pattern, maxLength } = read().components.parameters.path_ad_account_id.schema;
    expect(AD_ACCOUNT_ID.source).toBe(pattern.replace('+', `{1,${maxLength}}`));
  });
});

/** Facts without those that the tables leave to the code that reads by them. */
function saidByTables(key: string, facts: Facts): Facts {
  const { nullable, format, additionalProperties, required, oneOfThese, minItems, ...said } = facts;
  const listed = LISTED_VALUES.get(key);
  return listed === undefined ? said : { ...said, enum: listed };
}
