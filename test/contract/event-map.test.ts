/** The owner's event map: which events may leave, under which name, and what they are worth. */
import type { EventMap } from '../../contract/event-map';
import { accepted, BROWSER, rawEvent, refused, SERVER } from '../helpers/factories';

const eventMap: EventMap = {
  trial_started: { sendAs: 'signup', value: 40, currency: 'USD', trigger: 'trial started', from: ['browser'] },
  'Order Placed': { sendAs: 'Checkout', from: ['server'] },
  quiz_done: { sendAs: 'Quiz_Done-2', advertiserDefined: true },
};

const sent = (changes: object, context = SERVER) => accepted(rawEvent(changes), context, { eventMap }).event;

describe('with an event map', () => {
  test.each(['trial_started', 'Trial Started', 'TRIALSTARTED'])(
    '%s leaves under the name that the map gives',
    (name) => {
      expect(sent({ event_name: name }, BROWSER).event_name).toBe('signup');
    },
  );

  test('a name to send as may be written in any known spelling', () => {
    expect(sent({ event_name: 'Order Placed' }).event_name).toBe('checkout');
  });

  test("a name of the advertiser's own leaves letter by letter", () => {
    expect(sent({ event_name: 'quiz_done' }).event_name).toBe('Quiz_Done-2');
  });

  test.each(['checkout', 'AddToCart', 'newsletter', 'constructor', '__proto__'])(
    '%s, which is outside it, is refused: only chosen events reach Pinterest',
    (event_name) => {
      expect(refused(rawEvent({ event_name }), SERVER, { eventMap }).problems).toEqual([
        expect.stringMatching(/^"event_name" is .*, not in the event map/),
      ]);
    },
  );

  test('a name that is nearly in it is told so', () => {
    expect(refused(rawEvent({ event_name: 'quizz_done' }), SERVER, { eventMap }).problems).toEqual([
      '"event_name" is "quizz_done", not in the event map; did you mean quiz_done?',
    ]);
  });

  test.each([
    ['trial_started', SERVER, 'browser'],
    ['Order Placed', BROWSER, 'server'],
  ])('%s is refused from where the map does not take it', (event_name, context, from) => {
    expect(refused(rawEvent({ event_name }), context, { eventMap }).problems).toEqual([
      `"event_name" "${event_name}" is taken from ${from} only, by the event map`,
    ]);
  });
});

describe('the value in an event map', () => {
  const customData = (custom_data: unknown) => sent({ event_name: 'trial_started', custom_data }, BROWSER).custom_data;

  test.each([undefined, null, {}, { value: null }, { value: ' ' }, { currency: 'EUR' }])(
    'stands in, with its currency, for a value that is not there: %j',
    (custom_data) => expect(customData(custom_data)).toEqual({ value: '40', currency: 'USD' }),
  );

  test.each([
    [
      { value: 12.5, currency: 'EUR' },
      { value: '12.5', currency: 'EUR' },
    ],
    [
      { value: 0, currency: 'EUR' },
      { value: '0', currency: 'EUR' },
    ],
    [{ value: 12.5 }, { value: '12.5' }],
  ])('gives way to the value that the event brings: %j', (custom_data, expected) => {
    expect(customData(custom_data)).toEqual(expected);
  });

  test('does not make up for a value that cannot be read', () => {
    const raw = rawEvent({ event_name: 'trial_started', custom_data: { value: 'forty' } });
    expect(refused(raw, BROWSER, { eventMap }).problems).toEqual([expect.stringContaining('"custom_data.value"')]);
  });
});
