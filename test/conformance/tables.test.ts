/** The tables that events are built from say what Pinterest's description says: the facts of events.schema.json. */
import { PINTEREST_EVENT_NAMES } from '../../contract/event-name';
import { AD_ACCOUNT_ID, EVENT, REQUIRED } from '../../contract/pinterest-event';
import { MAX_EVENTS_PER_REQUEST } from '../../contract/request-limits';
import { DIGEST_FIELDS } from '../../lambda/event/digest-fields';
import { AD_ACCOUNT_ID_FACTS, NAMES_ADDED, OWN_FACTS } from '../../scripts/schema/facts';
import type { Facts } from '../../scripts/schema/structure';
import { structureOfTable } from './structure-of-table';

const ofEvents = [...OWN_FACTS].filter(([path]) => path.startsWith('$.data[].'));
const tables = structureOfTable(EVENT, '$.data[]');

/** Facts without those that the tables leave to the code that reads by them. */
function saidByTables(path: string, facts: Facts): Facts {
  const { nullable, format, additionalProperties, required, oneOfThese, minItems, listed, hashed, ...said } = facts;
  // the names of events have a table of their own.
  return listed === undefined || path.endsWith('.event_name') ? said : { ...said, enum: listed };
}

const sorted = (facts: Facts | undefined): unknown =>
  facts?.enum === undefined ? facts : { ...facts, enum: [...(facts.enum as string[])].sort() };

it('have every field of an event, and no other', () => {
  expect([...tables.keys()].sort()).toEqual(ofEvents.map(([path]) => path).sort());
});

it.each(ofEvents)('say the same of %s', (path, facts) => {
  expect(sorted(tables.get(path))).toEqual(sorted(saidByTables(path, facts)));
});

it('require what is required, and take as many events', () => {
  expect([...REQUIRED].sort()).toEqual(OWN_FACTS.get('$.data[]')?.required);
  expect(MAX_EVENTS_PER_REQUEST).toBe(OWN_FACTS.get('$.data')?.maxItems);
});

it('hash exactly the fields that have to be hashed', () => {
  const hashed = ofEvents.filter(([, facts]) => facts.hashed).map(([path]) => path.split('.').at(-1));
  expect(Object.keys(DIGEST_FIELDS).sort()).toEqual(hashed.sort());
});

it('know every name of an event', () => {
  const listed = OWN_FACTS.get('$.data[].event_name')?.listed as string[];
  expect([...PINTEREST_EVENT_NAMES].sort()).toEqual([...listed, ...NAMES_ADDED].sort());
});

it('have ad account ids of the same form', () => {
  const { pattern, maxLength } = AD_ACCOUNT_ID_FACTS;
  expect(AD_ACCOUNT_ID.source).toBe(pattern.replace('+', `{1,${maxLength}}`));
});
