/** The short way of reading a message must never let through what the long way stops, nor change what it sends. */
import fc from 'fast-check';
import { messageOf } from '../../../contract/queued-event';
import { matched } from '../../../lambda/sender/message-pattern';
import { parsed } from '../../../lambda/sender/read-message';
import { accepted, digest, NOW, pinterestEvent, rawEvent, received, SECONDS } from '../../helpers/factories';
import { createSender } from './sender';

const FULL = accepted(
  rawEvent({
    event_id: 'order-"quoted"-\\-\u2028-🛒',
    event_source_url: 'https://shop.example/danke?x=%22&y=ä',
    language: 'de',
    partner_name: 'direct',
    opt_out: false,
    user_data: {
      em: ['user@example.com', 'other@example.com'],
      ph: '+1 415 555 0123',
      client_ip_address: '203.0.113.7',
      click_id: 'dj0y',
    },
    custom_data: {
      value: 129.9,
      currency: 'EUR',
      num_items: 3,
      content_ids: ['a', 'b'],
      contents: [{ id: 'a', item_price: 10, quantity: 2 }],
    },
  }),
).event;

const bodyOf = (event: object, test: unknown = false) =>
  messageOf({ v: 1, accepted_at: NOW, test: test as boolean, event: event as typeof FULL });

test.each([
  ['a small event', pinterestEvent('a')],
  ['a full one', FULL],
])('%s is read the short way, byte for byte as it was queued', (_, event) => {
  const read = matched(bodyOf(event, true));
  expect(read).toEqual({ ...parsed(bodyOf(event, true)), id: JSON.stringify(event.event_id) });
  expect(read).toMatchObject({ json: JSON.stringify(event), test: true, event_time: SECONDS - 60 });
});

test('whatever one value is changed to, the short way takes no event that the long way refuses', () => {
  const paths = [
    ...Object.keys(FULL),
    'user_data.em',
    'user_data.click_id',
    'custom_data.value',
    'custom_data.contents',
  ];
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      digest('x'),
      [digest('x')],
      [digest('x').toUpperCase()],
      '12.50',
      '012',
      'web',
      [{ id: 'a' }],
      [{ x: 1 }],
    ),
    fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true })),
  );
  let short = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...paths),
      value,
      fc.constantFrom(true, false, 'true', null),
      (path, replaced, flag) => {
        const event = structuredClone(FULL) as unknown as Record<string, Record<string, unknown>>;
        const [top = '', inner] = path.split('.');
        if (inner === undefined) Object.assign(event, { [top]: replaced });
        else Object.assign(event[top] ?? {}, { [inner]: replaced });
        const body = bodyOf(event, flag);
        const read = matched(body);
        if (read === undefined) return;
        short++;
        expect({ ...read, id: JSON.parse(read.id) }).toEqual(parsed(body));
      },
    ),
    { numRuns: 2_000 },
  );
  expect(short).toBeGreaterThan(50);
});

describe('left to the parser', () => {
  const body = bodyOf(FULL);
  test.each([
    ['another order of the keys', body.replace('"v":1,"accepted_at"', '"accepted_at"')],
    ['blanks', JSON.stringify(JSON.parse(body), undefined, 1)],
    ['a second clear value of the same name', body.replace('"em":[', '"em":["user@example.com"],"em":[')],
    ['no user_data', bodyOf({ ...FULL, user_data: undefined })],
    ['a number that JSON does not know', body.replace('"num_items":3', '"num_items":03')],
    ['a raw control character', body.replace('danke', 'dan\nke')],
    ['device_info', bodyOf({ ...FULL, device_info: { brand: 'x' } })],
    ['a message of a megabyte', bodyOf({ ...FULL, partner_name: 'x'.repeat(1_000_000) })],
    ['something behind it', `${body} `],
    ['two events', body.replace('"event":', '"event":{},"event":')],
  ])('%s', (_, other) => expect(matched(other)).toBeUndefined());
});

test('promise 4: of two values of the same name no clear one leaves, wherever it stands', async () => {
  const em = `"em":["${digest('user@example.com')}"]`;
  const clear = '"em":["user@example.com"]';
  for (const pair of [`${clear},${em}`, `${em},${clear}`]) {
    const sender = createSender();
    await sender.run([{ ...received('a'), body: received('a').body.replace(em, pair) }]);
    expect(sender.posts.map((post) => post.body).join()).not.toContain('user@');
  }
});

test('no text keeps the pattern busy', () => {
  const started = performance.now();
  for (const piece of ['\\"', '"', '\\u0041', '{"id":"a"},', ',']) {
    const body = bodyOf(FULL);
    matched(body.replace('"direct"', `"${piece.repeat(15_000 / piece.length)}`));
    matched(body.replace('"a","b"', `"a",${piece.repeat(15_000 / piece.length)}`));
  }
  expect(performance.now() - started).toBeLessThan(500);
});
