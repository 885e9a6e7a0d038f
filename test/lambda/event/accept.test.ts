/** The decision as a whole: what is asked for, what is left out, and that nothing makes it fall over. */
import { accept } from '../../../lambda/event/accept';
import { defectOf } from '../../../lambda/sender/last-gate';
import { accepted, BROWSER, digest, POLICY, rawEvent, refused, SECONDS, SERVER } from '../../helpers/factories';
import { FULL_EVENT } from './full-event';

const EM = digest('user@example.com');

describe('an accepted event', () => {
  test('is exactly what Pinterest takes, hashed and in its types', () => {
    expect(accepted(rawEvent())).toMatchObject({
      event: {
        event_name: 'checkout',
        action_source: 'web',
        event_time: SECONDS - 60,
        event_id: 'order-1001',
        user_data: { em: [EM] },
        custom_data: { value: '129.9', currency: 'USD' },
      },
      warnings: [],
    });
  });

  test('is the same, made from the same raw event again', () => {
    expect(accepted(FULL_EVENT)).toEqual(accepted(FULL_EVENT));
  });

  test.each([SERVER, BROWSER])('leaves the raw event as it was ($origin)', (context) => {
    const raw = structuredClone(FULL_EVENT);
    accept(raw, context, POLICY);
    expect(raw).toEqual(FULL_EVENT);
  });

  test('with every field that there is keeps all of them', () => {
    const { event, warnings } = accepted(FULL_EVENT);
    expect(warnings).toEqual([]);
    expect(Object.keys(event).sort()).toEqual(Object.keys(FULL_EVENT).sort());
    for (const key of ['user_data', 'custom_data', 'app_info', 'device_info'] as const) {
      expect(Object.keys(event[key] ?? {}).sort()).toEqual(Object.keys(FULL_EVENT[key]).sort());
    }
  });

  test.each([
    ['the smallest', rawEvent()],
    ['the fullest', FULL_EVENT],
    [
      'one with much that is wrong',
      { ...FULL_EVENT, wifi: 'x', app_info: [], user_data: { em: 'a@b.co', st: 5, x: 1 } },
    ],
  ])('promise 4: passes the last gate of the sender: %s', (_, raw) => {
    expect(defectOf(JSON.parse(JSON.stringify(accepted(raw).event)))).toBeUndefined();
  });
});

describe('promise 3: event_id is never changed', () => {
  test.each([
    ...['order-1001', 'ORDER_1001', '0001', 'b1c7ba5e-4f5b-4c08-9e61-7a9e0d7fd5c0', 'päckchen#7', 'two words', '4e3'],
    ...['x'.repeat(500), 'e\u0301 decomposed', '=?&"<>', digest('an id')],
  ])('%.40s', (event_id) => {
    for (const context of [SERVER, BROWSER]) {
      expect(accepted(rawEvent({ event_id }), context).event.event_id).toBe(event_id);
    }
  });

  test('a number is taken as its digits', () => {
    expect(accepted(rawEvent({ event_id: 1001 })).event.event_id).toBe('1001');
  });
});

describe('a field that Pinterest requires is asked for', () => {
  test.each([
    ['event_name', undefined, /^"event_name" is missing; send one of Pinterest's names/],
    ['event_name', ' ', /^"event_name" is missing/],
    ['event_name', 5.5, /^"event_name" is /],
    ['event_name', {}, /^"event_name" is an object, which is no text/],
    ['event_id', undefined, /^"event_id" is missing; send the id that the browser tag sends/],
    ['event_id', 'null', /^"event_id" is missing/],
    ['event_id', ['a'], /^"event_id" is a list of 1, which is no text/],
    ['action_source', undefined, /^"action_source" is missing; send one of web, app_android, app_ios, offline/],
    ['action_source', 'website', /^"action_source" is .*; send one of web, app_android, app_ios, offline$/],
    ['action_source', ['web'], /^"action_source" is a list of 1/],
    ['user_data', 'someone', /^"user_data" is a text of 7 characters; it takes an object/],
    ['custom_data', [1], /^"custom_data" is a list of 1; it takes an object/],
  ])('%s: %j', (field, value, problem) => {
    expect(refused(rawEvent({ [field]: value })).problems).toContainEqual(expect.stringMatching(problem));
  });

  test('all that is wrong is told at once', () => {
    const { problems } = refused({});
    for (const field of ['event_name', 'action_source', 'event_time', 'event_id', 'user_data']) {
      expect(problems).toContainEqual(expect.stringContaining(`"${field}"`));
    }
  });

  test.each(['web', 'app_android', 'app_ios', 'offline', ' Web ', 'APP_IOS'])('action_source %j is one', (value) => {
    expect(accepted(rawEvent({ action_source: value })).event.action_source).toBe(value.trim().toLowerCase());
  });
});

describe("keys that are not Pinterest's are left out with a warning, because one makes it refuse a whole batch", () => {
  test.each([
    ['coupon', { coupon: 1 }],
    ['user_data.mother', { user_data: { em: 'user@example.com', mother: 'x' } }],
    ['custom_data.discount', { custom_data: { value: 1, discount: 5 } }],
    ['custom_data.contents.colour', { custom_data: { contents: [{ id: 'a', colour: 'red' }] } }],
    ['app_info.build', { app_info: { app_id: '1', build: 7 } }],
    ['device_info.rooted', { device_info: { brand: 'Acme', rooted: true } }],
    ['constructor', { constructor: 'x' }],
    ['hasOwnProperty', { hasOwnProperty: 'x' }],
    ['user_data.toString', { user_data: { em: 'user@example.com', toString: 'x' } }],
  ])('%s', (path, changes) => {
    const { event, warnings } = accepted(rawEvent(changes));
    expect(warnings).toEqual([`"${path}" is no field of Pinterest's and was left out`]);
    expect(defectOf(event)).toBeUndefined();
  });

  test('however many there are, the list of warnings stays short', () => {
    const keys = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, i) => [`key_${'x'.repeat(i % 40)}_${i % 999}`, 1]),
    );
    const { warnings } = accepted(rawEvent(keys));
    expect(warnings.length).toBeLessThan(30);
    expect(warnings.at(-1)).toBe('there is more of the kind');
  });

  test('a field whose value cannot be read is left out too, and what is left leaves', () => {
    const { event, warnings } = accepted(
      rawEvent({ wifi: 'perhaps', device_info: { form_factor: 'toaster', model: 'x'.repeat(101), locale: 'de-DE' } }),
    );
    expect(event).not.toHaveProperty('wifi');
    expect(event.device_info).toEqual({ locale: 'de-DE' });
    expect([...warnings].sort()).toEqual([
      expect.stringMatching(/^"device_info.form_factor" was left out: it takes one of desktop, laptop/),
      '"device_info.model" was left out: it takes a text of at most 100 characters, got a text of 101 characters',
      expect.stringMatching(/^"wifi" was left out: it takes true or false/),
    ]);
  });
});

describe('what is no event', () => {
  test.each([undefined, null, 5, 'checkout', true, [], [rawEvent()], () => 1])('%p is told so', (raw) => {
    expect(refused(raw).problems).toEqual([expect.stringMatching(/^an event is an object; send \{/)]);
  });

  test.each([
    ['on top', '{"event_name":"checkout","__proto__":{"polluted":1}}'],
    ['deep inside', '{"custom_data":{"contents":[{"__proto__":{"polluted":1}}]}}'],
  ])('a key __proto__ %s is refused and pollutes nothing', (_, json) => {
    expect(refused(JSON.parse(json)).problems).toEqual([expect.stringContaining('"__proto__"')]);
    expect({}).not.toHaveProperty('polluted');
  });

  test('nesting without end is refused', () => {
    let nested: unknown = 'x';
    for (let level = 0; level < 5_000; level++) nested = level % 2 ? { deeper: nested } : [nested];
    expect(refused(rawEvent({ custom_data: nested })).problems).toEqual([expect.stringContaining('nested deeper')]);
  });

  const WRONG = [
    null,
    true,
    0,
    -1,
    1e308,
    '',
    ' ',
    'x',
    '\u0000\uFFFF\uD800',
    [],
    [[]],
    [null],
    {},
    { a: [{}] },
    'constructor',
  ];
  test.each(WRONG.map((value) => [value]))('%j in every place gets a verdict, never an exception', (value) => {
    const everywhere = (object: object): object =>
      Object.fromEntries(
        Object.entries(object).map(([key, inner]) => [
          key,
          typeof inner === 'object' && !Array.isArray(inner) ? everywhere(inner) : value,
        ]),
      );
    const flat = Object.fromEntries(Object.keys(FULL_EVENT).map((key) => [key, value]));
    const oneByOne = Object.keys(FULL_EVENT).map((key) => ({ ...FULL_EVENT, [key]: value }));
    for (const raw of [everywhere(FULL_EVENT), flat, ...oneByOne]) {
      for (const context of [SERVER, BROWSER]) {
        const verdict = accept(raw, context, POLICY);
        expect(verdict.accepted ? defectOf(verdict.event) : undefined).toBeUndefined();
        if (!verdict.accepted) expect(verdict.problems).not.toEqual([]);
      }
    }
  });
});
