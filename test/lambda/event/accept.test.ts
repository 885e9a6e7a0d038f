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
