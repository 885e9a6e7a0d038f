/** Promise 4, at the door: whatever got into the queue, nothing leaves that is not as it has to be. */
import { defectOf } from '../../../lambda/sender/last-gate';
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

describe('a message that is none of ours', () => {
  test.each([
    ['no JSON', 'hello zoe@example.com', 'the message is not JSON'],
    ['empty', '', 'the message is not JSON'],
    ['null', 'null', 'the message holds no event'],
    ['a number', '5', 'the message holds no event'],
    ['a list', '[]', 'the message holds no event'],
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
