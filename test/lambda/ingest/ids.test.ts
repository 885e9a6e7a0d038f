/** Ids as they arrive: every digit of a long number, nothing that a template printed, no letter that nobody sees. */
import { accepted, digest, rawEvent, refused, withCustom, withUser } from '../../helpers/factories';
import { createIngest } from './ingest';

/** Digits of a fixed sequence, 16 to 25 of them. */
const NUMBERS = Array.from({ length: 40 }, (_, index) => {
  const hex = digest(String(index)).replace(/[a-f]/g, (letter) => String(letter.charCodeAt(0) % 10));
  return `9${hex.slice(0, 15 + (index % 10))}`;
});

test.each(NUMBERS)('%s arrives digit by digit in every field of an id', async (number) => {
  const ingest = createIngest();
  const event = JSON.stringify(
    rawEvent({
      event_id: '@',
      app_id: '@',
      user_data: { em: 'user@example.com', external_id: '@' },
      custom_data: { order_id: '@', content_ids: ['@'], contents: [{ id: '@' }] },
    }),
  ).replaceAll('"@"', number);
  await ingest.send(event);
  expect(ingest.queued()[0]?.event).toMatchObject({
    event_id: number,
    app_id: number,
    user_data: { external_id: [digest(number)] },
    custom_data: { order_id: number, content_ids: [number], contents: [{ id: number }] },
  });
});

const PRINTED = [
  ...[
    '{{id}}',
    '{{ order.id }}',
    '\u0024{id}',
    '#{id}',
    '%%ID%%',
    '%ID%',
    '%(id)s',
    '*|ID|*',
    '{% id %}',
    '<%= id %>',
    '[[id]]',
  ],
  ...['{id}', '@id@', '__ID__', ':id', '[object Object]', 'function () { return 1 }', 'NaN-NaN', 'undefined_undefined'],
  ...['checkout-undefined', 'order_null', 'order-None', '8.20983E+17'],
];

test.each(PRINTED)('%s refuses the event as its id or order, and is left out elsewhere', (printed) => {
  expect(refused(rawEvent({ event_id: printed })).problems).toHaveLength(1);
  expect(refused(withCustom({ order_id: printed })).problems).toHaveLength(1);
  const { event, warnings } = accepted(withUser({ external_id: printed }));
  expect(event.user_data).not.toHaveProperty('external_id');
  expect(warnings).toHaveLength(1);
});

test.each(['\u200b', '\u200e', '\u2060', '\ufeff', '\u00ad', '\u202e', '\u2066', '\ufe0f', '\u0000'])(
  'the letter %j changes no digest, wherever it stands',
  (letter) => {
    for (const [field, text] of [
      ['em', 'jane@example.com'],
      ['fn', 'Jane'],
      ['external_id', 'User-1'],
    ] as const) {
      const plain = accepted(withUser({ [field]: text })).event.user_data[field];
      for (let place = 0; place <= text.length; place++) {
        const value = text.slice(0, place) + letter + text.slice(place);
        expect(accepted(withUser({ [field]: value })).event.user_data[field]).toEqual(plain);
      }
    }
  },
);
