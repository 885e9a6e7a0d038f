/**
 * Generated events, accepted, against the facts of Pinterest's API description, and against the description itself where a
 * copy lies on the machine: the proof that no accepted event costs a batch an answer 400.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import fc from 'fast-check';
import { PINTEREST_EVENT_NAMES } from '../../contract/event-name';
import type { PinterestEvent } from '../../contract/pinterest-event';
import { accept } from '../../lambda/event/accept';
import { OWN_FACTS } from '../../scripts/schema/facts';
import { readDescription, requestSchema } from '../../scripts/schema/request-schema';
import ownSchema from '../../sim/pinterest/events.schema.json';
import { anySample } from '../helpers/event-arbitrary';
import { pinterestEvent } from '../helpers/factories';

const FILE = path.join(__dirname, '../../../shared/reference/pinterest-events-openapi.json');
const SEED = Number(process.env.SEED ?? 20_260_302);
const GENERATED = 7_000;
const ENOUGH = 3_000;

const present = existsSync(FILE);
const reason = present ? '' : ` (skipped: no copy of ${path.basename(FILE)} on this machine)`;

const events: PinterestEvent[] = [];

beforeAll(() => {
  for (const { raw, context, policy } of fc.sample(anySample, { seed: SEED, numRuns: GENERATED })) {
    const verdict = accept(raw, context, policy);
    if (verdict.accepted) events.push(verdict.event);
  }
});

it(`of ${GENERATED} generated events at least ${ENOUGH} are accepted, with every name and field of Pinterest's, and no other field`, () => {
  expect(events.length).toBeGreaterThanOrEqual(ENOUGH);
  expect([...new Set(events.map(({ event_name }) => event_name))]).toEqual(
    expect.arrayContaining([...PINTEREST_EVENT_NAMES]),
  );
  const paths = new Set(pathsOf({ data: [] }, '$').concat(events.flatMap((event) => pathsOf(event, '$.data[]'))));
  expect([...paths].sort()).toEqual([...OWN_FACTS.keys()].sort());
});

describe('by the facts in events.schema.json', () => conformance(() => ownSchema));

(present ? describe : describe.skip)(`by Pinterest's API description${reason}`, () =>
  conformance(() => requestSchema(readDescription(FILE))),
);

function conformance(schema: () => object): void {
  let validate: ValidateFunction;

  beforeAll(() => {
    const ajv = new Ajv2020({ allowUnionTypes: true });
    ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
    ajv.addVocabulary(['x-since', 'x-listed', 'x-listed-since', 'x-hashed', 'x-path']);
    validate = ajv.compile(schema());
  });

  /** What the schema has against a request with these events. */
  const faults = (...data: object[]) => (validate({ data }) ? [] : validate.errors);

  it(`all have the structure that it describes (seed ${SEED})`, () => {
    for (const event of events) expect({ event, faults: faults(event) }).toEqual({ event, faults: [] });
  });

  it('an event with a fault has not', () => {
    const event = pinterestEvent('one');
    expect(faults(event)).toEqual([]);
    for (const fault of [
      { user_data: { click_id: 'x' } },
      { user_data: { em: 'not a list' } },
      { custom_data: { value: 1 } },
      { custom_data: { unknown: '1' } },
      { unknown: '1' },
      { event_time: '1' },
      { device_info: { form_factor: 'fridge' } },
    ]) {
      expect(faults({ ...event, ...fault })).not.toEqual([]);
    }
  });
}

/** Every field under its path, as `structureOfSchema` writes it. */
function pathsOf(value: unknown, at: string): string[] {
  if (Array.isArray(value)) return [at, ...value.flatMap((item) => pathsOf(item, `${at}[]`))];
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${at}.${key}`))];
}
