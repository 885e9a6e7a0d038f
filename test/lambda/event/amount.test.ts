/** Amounts as shops print them: which are read, in which currency, and which are refused with what reason. */
import { accepted, refused, withCustom } from '../../helpers/factories';

const sent = (custom_data: object) => accepted(withCustom(custom_data)).event.custom_data;

describe('an amount is read with the marks that shops print', () => {
  test.each([
    ['Rs. 1500', '1500'],
    ['Rs.1500', '1500'],
    ['kr. 1299', '1299'],
    ['Fr. 250', '250'],
    ['1.234,50 kr.', '1234.50'],
    ['Rs. 1,299.00', '1299.00'],
    ['1 299,00 руб.', '1299.00'],
    ['$.50', '0.50'],
    ['120,-', '120'],
    ['1.299,-', '1299'],
    ['120.–', '120'],
    ['120:-', '120'],
    ['Rs 500/-', '500'],
    ['$1,299', '1299'],
    ['1 299', '1299'],
    ["1'234.50", '1234.50'],
    ['1.234.567,8', '1234567.8'],
    ['1299.9900', '1299.9900'],
    ['0,299', '0.299'],
    ['１，２９９．５０', '1299.50'],
    ['\u061C١٬٢٩٩٫٥٠', '1299.50'],
    ['۱۲۹۹', '1299'],
    ['१२,९९,०००.५०', '1299000.50'],
  ])('%j as %j', (value, text) => expect(sent({ value })).toEqual({ value: text }));
});

describe('a mark of one currency is sent as the currency of the event, when the event names none', () => {
  test.each([
    ['S/ 120.00', '120.00', 'PEN'],
    ['B/. 12.50', '12.50', 'PAB'],
    ['CHF 120.-', '120', 'CHF'],
    ['HK$1,299', '1299', 'HKD'],
    ['1.299 €', '1299', 'EUR'],
    ['150.000\u00A0₫', '150000', 'VND'],
    ['$ 15.990 CLP', '15990', 'CLP'],
    ['১,২৯৯.৫০৳', '1299.50', 'BDT'],
    ['\u200F١٬٢٩٩٫٥٠\u00A0د.إ.\u200F', '1299.50', 'AED'],
    ['12.990 Ft', '12990', 'HUF'],
  ])('%j as %j %s', (value, text, currency) => expect(sent({ value })).toEqual({ value: text, currency }));

  test.each(['£12.50', '12,50 kr', '¥1200', '12.50 C$'])('but not %j, which fits several', (value) => {
    expect(sent({ value })).not.toHaveProperty('currency');
  });

  test('and never that of another field', () => {
    expect(sent({ value: 5, predicted_ltv: '12 €', contents: [{ item_price: '12 €' }] })).not.toHaveProperty(
      'currency',
    );
  });
});

describe('one separator before three digits means what the currency tells', () => {
  test.each([
    ['150.000 ₫', 'VND', '150000'],
    ['15.000', 'JPY', '15000'],
    ['12.990 kr', 'ISK', '12990'],
    ['$ 15.990', 'clp', '15990'],
    ['150.000', 'IDR', '150000'],
    ['129,900 DT', 'TND', '129.900'],
    ['12.500', 'KWD', '12.500'],
    ['1,299', 'USD', '1299'],
    ['1,299', ' eur\u200E', '1299'],
    ['1.299 €', 'EUR', '1299'],
    ['R$ 1.299', 'BRL', '1299'],
  ])('%j in %j as %j', (value, currency, text) => {
    expect(sent({ value, currency, predicted_ltv: value, contents: [{ item_price: value }] })).toMatchObject({
      ...{ value: text, predicted_ltv: text, contents: [{ item_price: text }] },
    });
  });

  test('of the event map, when the event names none', () => {
    const policy = { eventMap: { checkout: { sendAs: 'checkout', value: 5, currency: 'VND' } } };
    const { event } = accepted(withCustom({ value: '150.000' }), undefined, policy);
    expect(event.custom_data).toEqual({ value: '150000' });
  });

  test.each([
    ['1,299', undefined],
    ['1.299', undefined],
    ['$ 15.990', undefined],
    ['1,234 din.', undefined],
    // 10 % off 12.95, as a machine prints it.
    ['11.655', 'EUR'],
    ['$11.655', 'USD'],
    // Three minor digits that nobody prints.
    ['25,000 IQD', 'IQD'],
  ])('and %j in %j is refused, saying what to send', (value, currency) => {
    for (const field of ['value', 'predicted_ltv']) {
      expect(refused(withCustom({ [field]: value, currency })).problems).toEqual([
        expect.stringMatching(/^"custom_data\..*three digits can mean thousands or decimals; send a number, or /),
      ]);
    }
  });

  test('while the price of an item is left out, saying the same', () => {
    const { event, warnings } = accepted(withCustom({ contents: [{ id: '1', item_price: '1.299' }] }));
    expect(event.custom_data?.contents).toEqual([{ id: '1' }]);
    expect(warnings).toEqual([expect.stringMatching(/item_price" was left out: .*can mean thousands or decimals/)]);
  });
});

describe('what is no amount for sure is refused with its reason', () => {
  test.each([
    ['&#36;129,90', /HTML entity/],
    ['129,90&nbsp;&euro;', /HTML entity/],
    [-1, /below 0/],
    ['-5,00 €', /below 0/],
    ['€\u22125', /below 0/],
    ['($5.00)', /below 0/],
    ['5.00-', /below 0/],
    ['1e3', /exponent/],
    ['12.50 - 15.00', /more than one number/],
    ['2 x 12.50', /more than one number/],
    ['12万5000円', /more than one number/],
    ['from 12.50', /no currency mark/],
    ['12.50 €/month', /no currency mark/],
    ['12.50 + tax', /no currency mark/],
    ['+12.50', /no currency mark/],
    ['12.5k', /no currency mark/],
    ['12.5 Mio. €', /no currency mark/],
    ['50p', /no currency mark/],
    ['50¢', /no currency mark/],
    ['12,500 تومان', /no currency mark/],
    ['12⁵⁰ €', /no currency mark/],
    ['€12 USD', /another currency/],
  ])('%j', (value, reason) => {
    const { problems } = refused(withCustom({ value }));
    expect(problems).toEqual([expect.stringMatching(/^"custom_data.value" is .*; it takes a number of 0 or more/)]);
    expect(problems).toEqual([expect.stringMatching(reason)]);
  });

  test.each([
    ['12.50 USD', 'EUR'],
    ['CA$12', 'USD'],
    ['€ 12', 'USD'],
    ['12 kr', 'EUR'],
  ])('%j with the currency %s', (value, currency) => {
    expect(refused(withCustom({ value, currency })).problems).toEqual([expect.stringMatching(/another currency/)]);
  });

  test.each(['Rs .50', '12 50', '1,2,3', '1.299.', '...5', '1\n299'])('%j', (value) => {
    expect(refused(withCustom({ value })).problems).toEqual([expect.stringMatching(/it takes a number of 0 or more/)]);
  });
});
