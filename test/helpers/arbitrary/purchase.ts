/** `custom_data` in the four vocabularies that shops use, with numbers as numbers and as texts of every country. */
import fc from 'fast-check';
import { given, rarely, unknownKeys } from './value';

const amount: fc.Arbitrary<unknown> = fc.oneof(
  fc.nat(100_000),
  fc.double({ min: 0, max: 1e6, noNaN: true }),
  fc.constantFrom(0, '0', 0.1 + 0.2, '129,90', '1,299.00', '1.299,00', "1'299.00", '12,34,567.50', '.5', 1e14),
  fc.nat(100_000).map((cents) => (cents / 100).toFixed(2)),
);
const count: fc.Arbitrary<unknown> = fc.oneof(
  fc.nat(20),
  fc.nat(20).map(String),
  fc.constantFrom(1.5, 0, Number.MAX_SAFE_INTEGER, 2 ** 53, -3, 'three'),
);
const text: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom('Red shoe', ' Schuhe ', '靴', 'SKU-1', 4711, '\uD83D', '\uFFFF'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** Marks alone are no id of an order, and refuse the event. */
const orderId: fc.Arbitrary<unknown> = fc.oneof(fc.nat(), fc.constantFrom(' A-1001 ', '靴-7'), text);

/** Money that cannot be read refuses the event, so little of it is junk. */
const money = fc.oneof({ weight: 15, arbitrary: amount }, { weight: 1, arbitrary: given(amount, 3) });

/** Pinterest's field of an item → the same in GA4, the tag and Segment; items of GA4 and Segment share no list. */
const ITEM = {
  id: ['item_id', 'product_id', 'sku'],
  item_name: ['item_name', 'product_name', 'name'],
  item_price: ['price', 'product_price', 'price'],
  quantity: ['quantity', 'product_quantity', 'quantity'],
  item_category: ['item_category', 'product_category', 'category'],
  item_brand: ['item_brand', 'product_brand', 'brand'],
} as const;
const LISTS = ['items', 'line_items', 'products'] as const;

const item = fc.record(
  {
    ...{ id: given(text), item_name: given(text), item_price: given(amount), quantity: given(count) },
    ...{ item_category: given(text), item_brand: given(text), item_brand_id: given(text) },
  },
  { requiredKeys: [] },
);

/** Items under Pinterest's names. */
export const contents = fc.array(item, { minLength: 1, maxLength: 4 });

/** The same items as one of the other vocabularies writes them. */
export function inOtherNames(items: readonly object[], vocabulary: 0 | 1 | 2): Record<string, unknown> {
  const renamed = items.map((one) =>
    Object.fromEntries(
      Object.entries(one).map(([key, value]) => [
        Object.hasOwn(ITEM, key) ? ITEM[key as keyof typeof ITEM][vocabulary] : key,
        value,
      ]),
    ),
  );
  return { [LISTS[vocabulary]]: renamed };
}

const shopping = fc
  .tuple(contents, fc.constantFrom(0 as const, 1 as const, 2 as const, undefined))
  .map(([items, vocabulary]) => (vocabulary === undefined ? { contents: items } : inOtherNames(items, vocabulary)));

const fields = fc.record(
  {
    value: money,
    currency: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom('USD', 'eur', ' JPY ', undefined, '') },
      { weight: 1, arbitrary: text },
    ),
    predicted_ltv: money,
    revenue: money,
    ...{ content_ids: given(fc.oneof(text, fc.array(text, { maxLength: 3 }))), product_id: given(text) },
    ...{ content_name: given(text), content_category: given(text), content_brand: given(text) },
    ...{
      num_items: given(count),
      order_quantity: given(count),
      order_id: given(orderId),
      transaction_id: given(orderId),
    },
    ...{ search_string: given(text), search_term: given(text), np: given(text), external_measurement_id: given(text) },
    external_measurement_vendor_id: given(count),
    opt_out_type: fc.constantFrom('LDP', 'ldp, OTHER', undefined, '', 'undefined'),
  },
  { requiredKeys: [] },
);

export const customData: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(fields, fc.option(shopping, { freq: 2 }), rarely(5, unknownKeys))
  .map((parts) => Object.assign({}, ...parts));
