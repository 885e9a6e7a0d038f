/** Amounts as objects: read where the object says its units, refused where it does not. */
import { accepted, refused, withCustom } from '../../helpers/factories';

const sent = (custom_data: object) => accepted(withCustom(custom_data)).event.custom_data;

describe('an object that says its units is read, with its currency', () => {
  test.each([
    [{ amount: '12.50', currency_code: 'USD' }, '12.50', 'USD'],
    [{ amount: 25, currencyCode: 'USD' }, '25', 'USD'],
    [{ amount: 12.5, currency: 'usd' }, '12.5', 'USD'],
    [{ value: '12.50', currency: 'EUR' }, '12.50', 'EUR'],
    [{ currency_code: 'USD', units: '12', nanos: 500_000_000 }, '12.5', 'USD'],
    [{ currency_code: 'JPY', units: '1200' }, '1200', 'JPY'],
    [{ currencyCode: 'USD', nanos: 990_000_000 }, '0.99', 'USD'],
    [{ type: 'centPrecision', currencyCode: 'EUR', centAmount: 4205, fractionDigits: 2 }, '42.05', 'EUR'],
    [{ centAmount: 1500, fractionDigits: 0, currencyCode: 'JPY' }, '1500', 'JPY'],
    [{ centAmount: 12_345, fractionDigits: 3, currencyCode: 'KWD' }, '12.345', 'KWD'],
    [{ price: '2000', currency_code: 'USD', currency_minor_unit: 2 }, '20', 'USD'],
    [{ amount: 1050, divisor: 100, currency_code: 'USD' }, '10.5', 'USD'],
    [{ unit_amount: 1099, currency: 'usd' }, '10.99', 'USD'],
    [{ amount: 1200, currency: 'JPY' }, '1200', 'JPY'],
    [{ amount: '85', formattedAmount: 'CHF 85.00' }, '85.00', undefined],
    ['{"amount": "12.50", "currency_code": "USD"}', '12.50', 'USD'],
    [{ totalAmount: { amount: '50.0', currencyCode: 'USD' } }, '50.0', 'USD'],
    [{ value: { centAmount: 999, fractionDigits: 2, currencyCode: 'EUR' } }, '9.99', 'EUR'],
  ])('%j is %s %s', (value, text, currency) =>
    expect(sent({ value })).toEqual({ value: text, ...(currency && { currency }) }),
  );

  test.each([
    ['USD', '199.00'],
    ['EUR', '180.00'],
  ])('and of two currencies that of the event: %s', (currency, value) => {
    const set = {
      shop_money: { amount: '199.00', currency_code: 'USD' },
      presentment_money: { amount: '180.00', currency_code: 'EUR' },
    };
    expect(sent({ value: set, currency })).toEqual({ value, currency });
  });
});

describe('an object that does not is refused with its reason', () => {
  test.each([
    [{ amount: 1299, currency: 'USD' }, /main or of minor units/],
    [{ value: '1299', currency: 'EUR' }, /main or of minor units/],
    [{ amount: '3000', currency_code: 'USD' }, /main or of minor units/],
    [{ centAmount: 4200, currencyCode: 'KWD' }, /how many of its units/],
    [{ unit_amount: 1099 }, /how many of its units/],
    [{ unit_amount: 1099, currency: 'mga' }, /how many of its units/],
    [{ amount: 1299, divisor: 7 }, /how many of its units/],
    [{ amount: '-12.50', currency_code: 'USD' }, /below 0/],
    [{ currency_code: 'USD', units: '-1', nanos: -500_000_000 }, /below 0/],
    [{ amount: 'free', currency_code: 'USD' }, /it takes a number/],
    [{ units: 'twelve' }, /it takes a number/],
    [{ units: 1, nanos: 1e9 }, /it takes a number/],
    [{ text: '12.50' }, /it takes a number/],
  ])('%j', (value, reason) => expect(refused(withCustom({ value })).problems).toEqual([expect.stringMatching(reason)]));

  test('also where it contradicts the currency of the event', () => {
    const value = { amount: '12.50', currency_code: 'USD' };
    expect(refused(withCustom({ value, currency: 'EUR' })).problems).toEqual([
      expect.stringMatching(/another currency/),
    ]);
  });

  test('while the price of an item is left out', () => {
    const { event, warnings } = accepted(
      withCustom({ items: [{ sku: 'A', price: { amount: 1299, currency: 'USD' } }] }),
    );
    expect(event.custom_data?.contents).toEqual([{ id: 'A' }]);
    expect(warnings).toEqual([expect.stringMatching(/item_price" was left out: .* minor units/)]);
  });
});

test.each([
  ['00012.50', '12.50'],
  ['012', '12'],
  ['0', '0'],
  ['000', '0'],
  ['0.50', '0.50'],
])('zeros in front of %s go: %s', (value, text) => expect(sent({ value })).toEqual({ value: text }));
