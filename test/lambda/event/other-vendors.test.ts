/** What guides and connectors of other vendors teach, turned into what Pinterest takes. */
import { accepted, BROWSER, rawEvent, refused, withCustom } from '../../helpers/factories';

describe('test_event_code', () => {
  test('makes the event a test and is not sent on: Pinterest would count the event as real', () => {
    const verdict = accepted(rawEvent({ test_event_code: 'TEST123' }));
    expect(verdict.test).toBe(true);
    expect(verdict.event).not.toHaveProperty('test_event_code');
    expect(verdict.warnings).toEqual([expect.stringMatching(/^"test_event_code" .* as a test/)]);
  });

  test.each([undefined, null, ''])('that is blank (%j) makes it none', (test_event_code) => {
    expect(accepted(rawEvent({ test_event_code }))).toMatchObject({ test: false, warnings: [] });
  });
});

describe('action_source app', () => {
  test.each([
    ['app_ios', { device_info: { os_family: 'ios' } }],
    ['app_ios', { device_model: 'iPhone 17' }],
    ['app_android', { device_info: { os_name: 'Android 16' } }],
    [
      'app_android',
      { user_data: { em: 'user@example.com', client_user_agent: 'Dalvik/2.1.0 (Linux; U; Android 16)' } },
    ],
  ])('is %s by what the event says of its device', (source, changes) => {
    expect(accepted(rawEvent({ action_source: 'app', ...changes })).event.action_source).toBe(source);
  });

  test.each([{}, { device_info: { os_family: 'linux' } }, { device_model: 'iPhone', device_type: 'Android' }])(
    'is refused with both names when the event does not tell: %j',
    (changes) => {
      expect(refused(rawEvent({ action_source: 'app', ...changes })).problems).toEqual([
        expect.stringContaining('send app_ios or app_android'),
      ]);
    },
  );

  test('is nothing that a browser sends', () => {
    expect(refused(rawEvent({ action_source: 'app', device_model: 'iPhone' }), BROWSER).problems).toEqual([
      expect.stringContaining('a browser sends web'),
    ]);
  });
});

describe('the id of a checkout without one', () => {
  const withoutId = (changes: object) => rawEvent({ event_id: undefined, ...changes });

  test('comes from its order id, the same each time', () => {
    const ids = ['Purchase', 'checkout', 'Order Completed'].map(
      (event_name) => accepted(withoutId({ event_name, custom_data: { order_id: ' 1001 ' } })).event.event_id,
    );
    expect(ids).toEqual(['checkout-1001', 'checkout-1001', 'checkout-1001']);
  });

  test.each([
    { event_name: 'lead', custom_data: { order_id: '1001' } },
    { event_name: 'checkout', custom_data: { order_id: ' ' } },
    { event_name: 'checkout' },
  ])('is asked for where none can be derived: %j', (changes) => {
    expect(refused(withoutId(changes)).problems).toEqual([expect.stringMatching(/^"event_id" is missing/)]);
  });
});

describe('what was bought leaves in the names of Pinterest', () => {
  const contents = [{ id: 'SKU-1', item_name: 'Shoe', item_price: '64.95', item_brand: 'Acme', quantity: 2 }];
  test.each([
    ['Pinterest', { contents }],
    ['GA4', { items: [{ item_id: 'SKU-1', item_name: 'Shoe', price: 64.95, item_brand: 'Acme', quantity: 2 }] }],
    [
      'the tag',
      {
        line_items: [
          {
            product_id: 'SKU-1',
            product_name: 'Shoe',
            product_price: 64.95,
            product_brand: 'Acme',
            product_quantity: 2,
          },
        ],
      },
    ],
    ['Segment', { products: [{ sku: 'SKU-1', name: 'Shoe', price: '64.95', brand: 'Acme', quantity: '2' }] }],
  ])('from %s, with ids and number of items', (_, custom_data) => {
    const { event, warnings } = accepted(withCustom(custom_data));
    expect(event.custom_data).toEqual({ contents, content_ids: ['SKU-1'], num_items: 2 });
    expect(warnings).toEqual([]);
  });

  test('without a number of items when the quantities are no number of items together', () => {
    const contents = [{ quantity: Number.MAX_SAFE_INTEGER }, { quantity: 1 }];
    expect(accepted(withCustom({ contents })).event.custom_data).toEqual({ contents });
  });

  test.each([
    [{ transaction_id: 'T-1' }, { order_id: 'T-1' }],
    [{ revenue: '19.90' }, { value: '19.90' }],
    [{ value: 5, revenue: 6 }, { value: '5' }],
    [{ order_quantity: 3 }, { num_items: 3 }],
    [{ search_query: 'shoes' }, { search_string: 'shoes' }],
    [{ search_term: 'shoes' }, { search_string: 'shoes' }],
    [{ product_id: 'SKU-1' }, { content_ids: ['SKU-1'] }],
  ])('%j as %j', (custom_data, expected) => {
    expect(accepted(withCustom(custom_data))).toMatchObject({ event: { custom_data: expected }, warnings: [] });
  });
});

describe('limited data processing', () => {
  const region = { em: 'user@example.com', st: 'CA', country: 'US' };
  test.each([
    ['on top', { opt_out_type: 'LDP', user_data: region }],
    ['in user_data', { user_data: { ...region, opt_out_type: 'ldp' } }],
    ['in custom_data', { custom_data: { opt_out_type: 'LDP' }, user_data: region }],
  ])('leaves in custom_data, where Pinterest reads it: %s', (_, changes) => {
    const { event, warnings } = accepted(rawEvent(changes));
    expect(event.custom_data?.opt_out_type).toBe('LDP');
    expect(JSON.stringify(event).match(/opt_out_type/g)).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  test.each([true, 1, {}, [true], [['LDP']]])(
    'that cannot be read refuses the event: privacy is never dropped: %j',
    (value) => {
      for (const event of [{ opt_out_type: value }, { custom_data: { opt_out_type: value } }]) {
        expect(refused(rawEvent({ ...event, user_data: region })).problems).toEqual([
          expect.stringMatching(/^"opt_out_type" is .*; it takes LDP$/),
        ]);
      }
    },
  );

  test('without state and country is sent with a warning that it takes no effect', () => {
    expect(accepted(withCustom({ opt_out_type: 'LDP' })).warnings).toEqual([
      expect.stringContaining('takes effect only'),
    ]);
  });
});
