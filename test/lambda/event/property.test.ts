/**
 * What holds for every event there is, by thousands of generated ones. A failure prints its seed and the smallest event
 * that fails; `SEED=<seed>` runs other events than those of every day.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { PinterestEvent } from '../../../contract/pinterest-event';
import { isAbsent } from '../../../contract/raw';
import { accept } from '../../../lambda/event/accept';
import { CUSTOM_DATA_ALIASES } from '../../../lambda/event/custom-data-names';
import { CONTENT_ALIASES } from '../../../lambda/event/order-lines';
import { USER_DATA_ALIASES } from '../../../lambda/event/user-data';
import { defectOf } from '../../../lambda/sender/last-gate';
import { checkStructure } from '../../../sim/pinterest/schema';
import { HASHED_FIELDS, hashedFields, USER_AGENT } from '../../helpers/arbitrary/person';
import { contents, customData, inOtherNames } from '../../helpers/arbitrary/purchase';
import { anySample, type Sample } from '../../helpers/event-arbitrary';
import { accepted, POLICY, rawEvent, SERVER, withCustom } from '../../helpers/factories';
import { deepFrozen, faultOfValues, keysIn, personalTexts } from './generated';

const SEED = Number(process.env.SEED ?? 20_260_301);

const always = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = 1_500): void =>
  fc.assert(fc.property(arbitrary, holds), { seed: SEED, numRuns });

const verdictOn = ({ raw, context, policy }: Sample) => accept(raw, context, policy);

/** What is told of a field stands where its key stood, so that another key may change the order. */
function onServer(raw: object) {
  const verdict = accept(raw, SERVER, POLICY);
  return {
    ...verdict,
    warnings: verdict.warnings.toSorted(),
    warningKinds: 'warningKinds' in verdict && verdict.warningKinds.toSorted(),
    problems: 'problems' in verdict && verdict.problems.toSorted(),
    reasons: 'reasons' in verdict && verdict.reasons.toSorted(),
  };
}

/** Asks this of every accepted event; returns how many there were, so that no test passes by refusing them. */
function ofAccepted(holds: (event: PinterestEvent, sample: Sample) => void): number {
  let count = 0;
  always(anySample, (sample) => {
    const verdict = verdictOn(sample);
    if (!verdict.accepted) return;
    count++;
    holds(verdict.event, sample);
  });
  return count;
}

const HALF = 750;

test('accept never throws, changes nothing that it is given, and says the same each time', () => {
  always(anySample, (sample) => {
    const first = verdictOn(deepFrozen(sample));
    expect(isDeepStrictEqual(verdictOn(sample), first)).toBe(true);
    if (!first.accepted) expect(first.problems.length).toBeGreaterThan(0);
  });
});

test('accept never throws, whatever is given for an event', () => {
  always(fc.anything({ withNullPrototype: true, withSparseArray: true, withDate: true }), (raw) => {
    const verdict = accept(raw, SERVER, POLICY);
    expect(verdict.accepted).toBe(false);
  });
});

test('an accepted event has the structure, the JSON types and the digests that Pinterest takes', () => {
  const count = ofAccepted((event) => {
    const structure = checkStructure({ data: [event] });
    const faults = ['problem' in structure && structure.problem, defectOf(event), faultOfValues(event)];
    expect(faults.filter((fault) => typeof fault === 'string')).toEqual([]);
    expect(isDeepStrictEqual(JSON.parse(JSON.stringify(event)), event)).toBe(true);
  });
  expect(count).toBeGreaterThan(HALF);
});

test('an accepted event, given again, leaves unchanged', () => {
  const count = ofAccepted((event, { policy }) => {
    const own = { [event.event_name]: { sendAs: event.event_name, advertiserDefined: true } };
    const again = accept(event, SERVER, { ...policy, eventMap: own });
    expect(again).toMatchObject({ accepted: true });
    // A number of items that one unreadable quantity forbade is not to be seen in what is left.
    const num_items = event.custom_data?.num_items;
    const custom_data = event.custom_data && { custom_data: { ...event.custom_data, num_items } };
    const secondly = again.accepted && again.event.custom_data && { ...again.event.custom_data, num_items };
    if (again.accepted)
      expect({ ...again.event, ...(secondly && { custom_data: secondly }) }).toEqual({ ...event, ...custom_data });
  });
  expect(count).toBeGreaterThan(HALF);
});

test('the order of the values of a field does not change which digests leave', () => {
  const reversed = (values: object) =>
    Object.fromEntries(
      // The first country that can be read is the one by which the other fields are read.
      Object.entries(values).map(([key, v]) => [key, Array.isArray(v) && key !== 'country' ? v.toReversed() : v]),
    );
  const digests = (user_data: object) => {
    const { event } = accepted(
      rawEvent({ user_data: { ...user_data, client_ip_address: '2001:db8::1', client_user_agent: USER_AGENT } }),
    );
    return HASHED_FIELDS.map((field) => event.user_data[field]?.toSorted());
  };
  always(hashedFields, (user_data) => expect(digests(reversed(user_data))).toEqual(digests(user_data)));
});

test('a spelled-out name of a hashed field means the field', () => {
  const aliases = new Map([...USER_DATA_ALIASES].map(([alias, field]): [string, string] => [field, alias]));
  always(hashedFields, (user_data) => {
    const spelled = Object.fromEntries(Object.entries(user_data).map(([key, v]) => [aliases.get(key) ?? key, v]));
    expect(onServer(rawEvent({ user_data: spelled }))).toEqual(onServer(rawEvent({ user_data })));
  });
});

/** An item of a list that is not Pinterest's: its name stands for an id that it has not. */
const namedById = (item: { id?: unknown; item_name?: unknown }) =>
  isAbsent(item.id) && !isAbsent(item.item_name) ? { ...item, id: item.item_name } : item;

test('a name of another vocabulary in custom_data means the field of Pinterest', () => {
  const others = Object.entries(CUSTOM_DATA_ALIASES).flatMap(([field, names]) => names.map((name) => [field, name]));
  const aliases = new Set(others.map(([, name]) => name));
  always(fc.tuple(customData, fc.constantFrom(...others)), ([data, [field = '', name = '']]) => {
    const plain = Object.fromEntries(Object.entries(data).filter(([key]) => !aliases.has(key)));
    const renamed = Object.fromEntries(Object.entries(plain).map(([key, v]) => [key === field ? name : key, v]));
    const { contents: given } = plain;
    const items = Array.isArray(given) ? { contents: given.map(namedById) } : {};
    const expected = field === 'contents' ? { ...plain, ...items } : plain;
    expect(onServer(withCustom(renamed))).toEqual(onServer(withCustom(expected)));
  });
});

test('items in the names of GA4, of the tag and of Segment are the contents of Pinterest', () => {
  expect(Object.keys(CONTENT_ALIASES).sort()).toEqual(
    ['id', 'item_brand', 'item_category', 'item_name', 'item_price', 'quantity'].sort(),
  );
  always(fc.tuple(contents, fc.constantFrom(0, 1, 2)), ([items, vocabulary]) => {
    expect(onServer(withCustom(inOtherNames(items, vocabulary)))).toEqual(
      onServer(withCustom({ contents: vocabulary === 0 ? items.map(namedById) : items })),
    );
  });
});

test('no problem and no warning repeats what an event says of a person', () => {
  let texts = 0;
  always(anySample, (sample) => {
    const verdict = verdictOn(sample);
    const said = [...verdict.warnings, ...(verdict.accepted ? [] : verdict.problems)].join('\n').toLowerCase();
    const keys = keysIn(sample.raw);
    const personal = personalTexts(sample.raw.user_data).filter((text) => !keys.has(text));
    texts += personal.length;
    const words = new Set(said.split(/[^a-z]+/));
    // A plain word counts as repeated when it stands alone, and is not the name of a key as well.
    const repeated = (text: string) => (/^[a-z]+$/.test(text) ? words.has(text) : said.includes(text));
    expect(personal.filter(repeated)).toEqual([]);
  });
  expect(texts).toBeGreaterThan(HALF);
});
