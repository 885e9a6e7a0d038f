/** Promise 4, at the door: whatever got into the queue, nothing leaves that is not as it has to be. */
import fc from 'fast-check';
import { accept } from '../../../lambda/event/accept';
import { SHA256_HEX } from '../../../lambda/event/sha256';
import { defectOf } from '../../../lambda/sender/last-gate';
import { readMessage } from '../../../lambda/sender/read-message';
import { anySample } from '../../helpers/event-arbitrary';
import { digest, pinterestEvent, received } from '../../helpers/factories';
import { createSender } from './sender';

const EM = digest('user@example.com');

const HASHED = ['em', 'ph', 'ge', 'db', 'ln', 'fn', 'ct', 'st', 'zp', 'country', 'external_id', 'hashed_maids'];

describe('promise 4: an event with a hashed field that is not 64 lower-case hex is never posted', () => {
  test.each(HASHED)('user_data.%s', async (field) => {
    for (const value of [
      ['Zoe@example.com'],
      'x',
      [EM, 'x'],
      EM,
      [EM.toUpperCase()],
      [` ${EM}`],
      [`${EM}\n`],
      [null],
      {},
      null,
    ]) {
      const sender = createSender();
      const event = pinterestEvent('bad', { user_data: { em: [EM], [field]: value } });
      expect(await sender.run([received('good'), received('bad', { event })])).toEqual([]);
      expect(sender.posts.map(({ ids }) => ids)).toEqual([['good']]);
      expect(sender.letters()).toEqual([
        expect.objectContaining({ Reason: 'defect', Message: `"user_data.${field}" is not hashed` }),
      ]);
    }
  });
});

describe('an event with a key that would make Pinterest refuse a whole batch is never posted', () => {
  test.each([
    ['on top', { test_event_code: 'T1' }],
    ['in user_data', { user_data: { em: [EM], email: [EM] } }],
    ['in custom_data', { custom_data: { coupon: 'x' } }],
    ['in contents', { custom_data: { contents: [{ id: 'a' }, { sku: 'x' }] } }],
    ['in app_info', { app_info: { zoe: 1 } }],
    ['in device_info', { device_info: { constructor: 1 } }],
  ])('%s', (_, changes) => {
    expect(defectOf(pinterestEvent('a', changes))).toMatch(/^a key under "[\w.]*" is no field of Pinterest's$/);
  });

  test.each([
    ['user_data', 5],
    ['custom_data', null],
    ['custom_data', []],
    ['app_info', 'x'],
  ])('nor one whose %s is %j', (key, value) => {
    expect(defectOf(pinterestEvent('a', { [key]: value }))).toBe(`"${key}" is no object`);
  });

  test.each(['event_name', 'action_source', 'event_time', 'event_id', 'user_data'])('nor one without %s', (key) => {
    expect(defectOf(pinterestEvent('a', { [key]: undefined }))).toBe(`"${key}" is missing`);
  });
});

describe('an event of a JSON type that Pinterest does not take is never posted', () => {
  test.each<[string, object, string]>([
    ['event_time', { event_time: '1772366400' }, 'is no whole number that Pinterest takes'],
    ['event_time', { event_time: 1.5 }, 'is no whole number that Pinterest takes'],
    ['event_name', { event_name: 5 }, 'is no text that Pinterest takes'],
    ['event_id', { event_id: null }, 'is no text that Pinterest takes'],
    ['action_source', { action_source: 'shop' }, 'is no text that Pinterest takes'],
    ['opt_out', { opt_out: 'false' }, 'is no boolean'],
    ['custom_data.value', { custom_data: { value: 12.5 } }, 'is no decimal text'],
    ['custom_data.value', { custom_data: { value: '1e3' } }, 'is no decimal text'],
    ['custom_data.num_items', { custom_data: { num_items: '3' } }, 'is no whole number that Pinterest takes'],
    ['custom_data.content_ids', { custom_data: { content_ids: 'a' } }, 'is no list of texts'],
    ['custom_data.content_ids', { custom_data: { content_ids: [1] } }, 'is no list of texts'],
    ['custom_data.contents', { custom_data: { contents: {} } }, 'is no list'],
    ['custom_data.contents', { custom_data: { contents: ['a'] } }, 'is no object'],
    [
      'custom_data.contents.quantity',
      { custom_data: { contents: [{ id: 'a' }, { quantity: '1' }] } },
      'is no whole number that Pinterest takes',
    ],
    ['app_info.app_id', { app_info: { app_id: 'x'.repeat(201) } }, 'is no text that Pinterest takes'],
    ['device_info.battery_level', { device_info: { battery_level: 101 } }, 'is no whole number that Pinterest takes'],
    ['device_info.languages', { device_info: { languages: Array(101).fill('en') } }, 'is no list of texts'],
  ])('%s of %j', (path, changes, fault) => {
    expect(defectOf(pinterestEvent('a', changes))).toBe(`"${path}" ${fault}`);
  });
});

describe('a message that does not say whether its event is a test is not sent live', () => {
  test.each([undefined, null, 'true', 1, 0])('test: %j', async (test) => {
    const sender = createSender();
    const body = JSON.stringify({ ...JSON.parse(received('a').body), test });
    expect(await sender.run([{ ...received('a'), body }, received('good')])).toEqual([]);
    expect(sender.posts.map(({ ids }) => ids)).toEqual([['good']]);
    expect(sender.letters()).toEqual([
      expect.objectContaining({ Reason: 'defect', Message: 'the message does not say whether the event is a test' }),
    ]);
    expect(sender.telemetry.counts).toMatchObject({ EventsPutAside: 1, EventsRejected: 0 });
  });
});

describe('a message that is none of ours', () => {
  test.each([
    ['no JSON', 'hello zoe@example.com', 'the message is no JSON object'],
    ['empty', '', 'the message is no JSON object'],
    ['null', 'null', 'the message is no JSON object'],
    ['a number', '5', 'the message is no JSON object'],
    ['a list', '[]', 'the message is no JSON object'],
    ['without an event', '{"v":1}', 'the message holds no event'],
    ['with an empty event', '{"event":{}}', '"event_name" is missing'],
  ])('promise 2: %s, is a dead letter as it came, and the others leave', async (_, body, reason) => {
    const sender = createSender();
    expect(await sender.run([{ ...received('foreign'), body }, received('good')])).toEqual([]);
    expect(sender.posts.map(({ ids }) => ids)).toEqual([['good']]);
    expect(sender.letters()).toEqual([{ body, Reason: 'defect', Message: reason, Time: '2026-03-01T12:00:00.000Z' }]);
    expect(sender.telemetry.text()).not.toContain('zoe');
  });
});

test('what ingest accepts may leave, and leaves as it was accepted', () => {
  let taken = 0;
  for (const { raw, context, policy } of fc.sample(anySample, { seed: 20_260_303, numRuns: 3_000 })) {
    const verdict = accept(raw, context, policy);
    if (!verdict.accepted) continue;
    taken++;
    const { event } = verdict;
    expect(defectOf(event)).toBeUndefined();
    const read = readMessage({ v: 1, accepted_at: context.now, test: false, event });
    expect('json' in read && JSON.parse(read.json)).toEqual(event);
  }
  expect(taken).toBeGreaterThan(1_000);
});

test('promise 4: of two values of the same name no clear one leaves, wherever it stands', async () => {
  const em = `"em":["${EM}"]`;
  const clear = '"em":["user@example.com"]';
  for (const pair of [`${clear},${em}`, `${em},${clear}`]) {
    const sender = createSender();
    await sender.run([{ ...received('a'), body: received('a').body.replace(em, pair) }]);
    expect(sender.posts.map((post) => post.body).join()).not.toContain('user@');
  }
});

test('a digest is what SHA256_HEX says, whatever one of its characters is', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 63 }),
      fc.oneof(fc.string({ unit: 'binary', maxLength: 2 }), fc.constantFrom(...'/09:`afgAF')),
      (at, other) => {
        const changed = EM.slice(0, at) + other + EM.slice(at + 1);
        const event = { ...pinterestEvent('a'), user_data: { em: [changed] } };
        expect(defectOf(event) === undefined).toBe(SHA256_HEX.test(changed));
      },
    ),
  );
});
