/**
 * Generated events, accepted, against Pinterest's own API description: the proof that no accepted event costs a batch an
 * answer 400. The file is no part of this repository: without a copy on the machine this says so and counts as skipped.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import fc from 'fast-check';
import { PINTEREST_EVENT_NAMES } from '../../contract/event-name';
import type { PinterestEvent } from '../../contract/pinterest-event';
import { accept } from '../../lambda/event/accept';
import { anySample } from '../helpers/event-arbitrary';
import { pinterestEvent } from '../helpers/factories';
import { readDescription, requestSchema } from './request-schema';
import { structureOfSchema } from './structure';

const FILE = path.join(__dirname, '../../../shared/reference/pinterest-events-openapi.json');
const SEED = Number(process.env.SEED ?? 20_260_302);
const GENERATED = 7_000;
const ENOUGH = 3_000;

const present = existsSync(FILE);
const reason = present ? '' : ` (skipped: no copy of ${path.basename(FILE)} on this machine)`;

(present ? describe : describe.skip)(`accepted events, by Pinterest's API description${reason}`, () => {
  let description: ReturnType<typeof readDescription>;
  let validate: ValidateFunction;
  let events: PinterestEvent[] = [];

  beforeAll(() => {
    description = readDescription(FILE);
    const ajv = new Ajv2020({ allowUnionTypes: true });
    ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
    validate = ajv.compile(requestSchema(description));
    events = fc.sample(anySample, { seed: SEED, numRuns: GENERATED }).flatMap(({ raw, context, policy }) => {
      const verdict = accept(raw, context, policy);
      return verdict.accepted ? [verdict.event] : [];
    });
  });

  /** What the description has against a request with these events. */
  const faults = (...data: object[]) => (validate({ data }) ? [] : validate.errors);

  it(`are at least ${ENOUGH} of ${GENERATED}, with every name and every field of Pinterest's among them, and no other field`, () => {
    expect(events.length).toBeGreaterThanOrEqual(ENOUGH);
    expect([...new Set(events.map(({ event_name }) => event_name))]).toEqual(
      expect.arrayContaining([...PINTEREST_EVENT_NAMES]),
    );
    const paths = new Set(pathsOf({ data: [] }, '$').concat(events.flatMap((event) => pathsOf(event, '$.data[]'))));
    const { ConversionEvents = {} } = description.components.schemas;
    expect([...paths].sort()).toEqual([...structureOfSchema(description, ConversionEvents).keys()].sort());
  });

  it(`all have the structure that it describes (seed ${SEED})`, () => {
    for (const event of events) expect({ event, faults: faults(event) }).toEqual({ event, faults: [] });
  });

  it('and it is held against them in earnest: an event with a fault is none', () => {
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
});

/** Every field under its path, as `structureOfSchema` writes it. */
function pathsOf(value: unknown, at: string): string[] {
  if (Array.isArray(value)) return [at, ...value.flatMap((item) => pathsOf(item, `${at}[]`))];
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${at}.${key}`))];
}
