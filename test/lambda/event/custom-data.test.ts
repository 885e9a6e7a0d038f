/** `custom_data`: values, currencies, contents, in the JSON types that Pinterest takes. */
import { accepted, rawEvent, refused, withCustom } from '../../helpers/factories';

const sent = (custom_data: object) => accepted(withCustom(custom_data)).event.custom_data;

describe('custom_data.value leaves as plain decimal text', () => {
  test.each([
    [129.9, '129.9'],
    [0, '0'],
    [0.1 + 0.2, '0.3'],
    [1_234_567, '1234567'],
    ['129.90', '129.90'],
    [' 129.90 ', '129.90'],
    ['0', '0'],
    ['129,90 €', '129.90', 'EUR'],
    ['€129.90', '129.90', 'EUR'],
    ['US$ 1,299.00', '1299.00', 'USD'],
    ['1.299,00 EUR', '1299.00', 'EUR'],
    ['1 299,00', '1299.00'],
    ['1\u202F299,00', '1299.00'],
    ["CHF 1'299.00", '1299.00', 'CHF'],
    ['1.299.000', '1299000'],
    ['1,299,000.5', '1299000.5'],
    ['¥1200', '1200'],
    ['₹ 12,34,567.50', '1234567.50', 'INR'],
    ['1,23,456', '123456'],
    ['.5', '0.5'],
  ])('%j as %j', (value, text, ...[currency]) =>
    expect(sent({ value })).toEqual({ value: text, ...(currency && { currency }) }),
  );

  test.each([
    ...[
      -1,
      '-1',
      '-0.01',
      '1-2',
      'free',
      '1.2.3,4',
      '12.34,56',
      '5.',
      '.',
      '0x10',
      '1e5',
      '(5)',
      true,
      {},
      [5],
      1e15,
      '9'.repeat(20),
    ],
    `1${'a'.repeat(100_000)}1`,
  ])('and the event is refused when it is no amount of 0 or more: %.40j', (value) => {
    for (const field of ['value', 'predicted_ltv']) {
      expect(refused(withCustom({ [field]: value })).problems).toEqual([
        expect.stringMatching(`^"custom_data.${field}" is .*; it takes a number of 0 or more`),
      ]);
    }
  });
});

describe('custom_data.currency', () => {
  test.each(['USD', 'usd', ' Eur ', 'JPY'])('%j leaves in capitals', (currency) => {
    expect(sent({ value: 1, currency })).toEqual({ value: '1', currency: currency.trim().toUpperCase() });
  });

  test.each(['US', 'Dollar', 'ZZZ', '€', 5, {}])('%j is refused: money is never guessed', (currency) => {
    expect(refused(withCustom({ value: 1, currency })).problems).toEqual([
      expect.stringMatching(/^"custom_data.currency" is /),
    ]);
  });

  test.each([undefined, null, ' '])('%j is absent', (currency) => {
    expect(sent({ value: 1, currency })).toEqual({ value: '1' });
  });
});

describe('the other fields', () => {
  test('leave in the types that Pinterest takes', () => {
    expect(
      sent({
        ...{ content_ids: [123, 'SKU-2', null], content_name: ' Red shoe ', num_items: '3', order_id: 1001 },
        ...{ search_string: 'shoes', predicted_ltv: 99.5, opt_out_type: 'LDP', external_measurement_vendor_id: 7 },
        contents: [
          { id: 123, item_price: 64.95, quantity: '2', item_name: 'Shoe', item_category: 'Shoes', item_brand: 'Acme' },
          { id: 'SKU-2', item_price: '0', item_brand_id: 9 },
        ],
      }),
    ).toEqual({
      ...{ content_ids: ['123', 'SKU-2'], content_name: 'Red shoe', num_items: 3, order_id: '1001' },
      ...{ search_string: 'shoes', predicted_ltv: '99.5', opt_out_type: 'LDP', external_measurement_vendor_id: 7 },
      contents: [
        { id: '123', item_price: '64.95', quantity: 2, item_name: 'Shoe', item_category: 'Shoes', item_brand: 'Acme' },
        { id: 'SKU-2', item_price: '0', item_brand_id: '9' },
      ],
    });
  });

  test.each([
    ['num_items', 1.5],
    ['num_items', -1],
    ['num_items', 1e300],
    ['num_items', 'three'],
    ['content_ids', [{}]],
    ['content_ids', {}],
    ['content_name', { en: 'Shoe' }],
    ['contents', 'shoes'],
    ['order_id', true],
  ])('%s is left out with a warning when it is %j, and the rest leaves', (field, value) => {
    const { event, warnings } = accepted(withCustom({ value: 1, [field]: value }));
    expect(event.custom_data).toEqual({ value: '1' });
    expect(warnings).toEqual([expect.stringMatching(`^"custom_data.${field}" was left out: it takes`)]);
  });

  test.each([undefined, null, {}, { value: null }])('without any, custom_data is not sent: %j', (custom_data) => {
    expect(accepted(rawEvent({ custom_data })).event).not.toHaveProperty('custom_data');
  });
});

describe('opt_out is never guessed and never dropped', () => {
  test.each([
    [true, true],
    [false, false],
    ['true', true],
    ['False', false],
    [1, true],
    [0, false],
    ['yes', true],
    ['No', false],
  ])('%j leaves as %j', (opt_out, sentAs) => expect(accepted(rawEvent({ opt_out })).event.opt_out).toBe(sentAs));

  test.each([undefined, null, ''])('%j is not sent', (opt_out) => {
    expect(accepted(rawEvent({ opt_out })).event).not.toHaveProperty('opt_out');
  });

  test.each(['maybe', 'constructor', '__proto__', 2, {}, [true]])('%j refuses the event', (opt_out) => {
    expect(refused(rawEvent({ opt_out })).problems).toEqual([
      expect.stringMatching(/^"opt_out" is .*; it takes true or false$/),
    ]);
  });
});
