/** Keys and values that Pinterest does not take are left out, and the rest of the event leaves. */
import { defectOf } from '../../../lambda/sender/last-gate';
import { accepted, rawEvent } from '../../helpers/factories';

describe("keys that are not Pinterest's are left out with a warning, because one makes it refuse a whole batch", () => {
  test.each([
    ['coupon', { coupon: 1 }],
    ['user_data.mother', { user_data: { em: 'user@example.com', mother: 'x' } }],
    ['custom_data.curency', { custom_data: { value: 1, curency: 'USD' } }],
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

  test('an object of which nothing is left says so, and a key with letters that nobody sees is shown without them', () => {
    expect(accepted(rawEvent({ app_info: { 'bu\u001bild\u200b': 7 } })).warnings).toEqual([
      '"app_info.build" is no field of Pinterest\'s and was left out',
      '"app_info" was left out: nothing in it can be sent',
    ]);
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
