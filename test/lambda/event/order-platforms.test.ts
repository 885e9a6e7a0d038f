/** Order lines of shop platforms leave with the product's id, its price in main units, and its number. */
import { accepted, withCustom } from '../../helpers/factories';
import { PLATFORMS } from './order-platforms';

const read = (custom_data: object) => accepted(withCustom({ currency: 'USD', ...custom_data }));
const idsOf = (custom_data: object) => read(custom_data).event.custom_data?.content_ids;

describe.each(PLATFORMS)('$platform', ({ custom_data, contents }) => {
  test('leaves as it was sold, without a warning', () => {
    const { event, warnings } = read(custom_data);
    expect(event.custom_data?.contents).toEqual(contents);
    expect(warnings).toEqual([]);
  });

  test('and the same as JSON text', () => {
    const written = Object.fromEntries(Object.entries(custom_data).map(([key, list]) => [key, JSON.stringify(list)]));
    expect(read(written).event).toEqual(read(custom_data).event);
  });
});

test.each([
  [{ lines: [{ id: 'L1', product: { id: 'P1' } }] }, ['P1']],
  [{ lines: [{ id: 'L1', variant: { id: 'V1' } }] }, ['V1']],
  [{ lines: [{ id: 'L1', variant: { id: 'V1', product: { id: 'P1' } } }] }, ['P1']],
  [{ lines: [{ id: 'L1', merchandise: { id: 'V1' } }] }, ['V1']],
  [{ lines: [{ id: 'L1', product_id: 'P1', product: { id: 'P2' } }] }, ['P1']],
  [{ lines: [{ id: 'L1', product: null, title: 'Gift' }] }, undefined],
  [{ lines: [{ id: 'A', variant: 'red' }] }, ['A']],
])('a line of %j is of the products %j', (custom_data, ids) => expect(idsOf(custom_data)).toEqual(ids));

test.each([
  [{ content_ids: ['gid://shopify/Product/7011', 'gid://shopify/ProductVariant/41239'] }, ['7011', '41239']],
  [{ content_ids: 'Z2lkOi8vc2hvcGlmeS9Qcm9kdWN0LzcwMTE=' }, ['7011']],
  [{ contents: [{ id: 'gid://shopify/Product/7011', quantity: 1 }] }, ['7011']],
  [{ items: [{ item_id: 'gid://shopify/ProductVariant/41239' }] }, ['41239']],
  [{ items: [{ id: 'gid://shopify/LineItem/1', sku: 'HAT' }] }, ['HAT']],
  [{ items: [{ id: 'gid://shopify/LineItem/1' }] }, undefined],
])("Shopify's global ids in %j are the numbers %j", (custom_data, ids) => expect(idsOf(custom_data)).toEqual(ids));

test.each([
  [{ contents: { '0': { id: 'A' }, '2': { id: 'B' } } }, ['A', 'B']],
  [{ items: { a77: { product_id: 5 }, b88: { product_id: 6 } } }, ['5', '6']],
  [{ items: { nodes: [{ sku: 'A' }] } }, ['A']],
  [{ contents: { id: 'A' } }, ['A']],
])('the list in %j holds %j', (custom_data, ids) => expect(idsOf(custom_data)).toEqual(ids));

test('a part of a bundle counts when the line that it belongs to is not there', () => {
  const part = { item_id: 4, parent_item_id: 3, product_id: 1404, qty_ordered: 2 };
  expect(idsOf({ items: [part] })).toEqual(['1404']);
  expect(idsOf({ items: [{ item_id: 3, product_id: 2046, qty_ordered: 1 }, part] })).toEqual(['2046']);
});

test('prices of the same name are hundredths only where a whole number stands beside them', () => {
  const price = (line: object) => read({ items: [{ sku: 'A', ...line }] }).event.custom_data?.contents?.[0]?.item_price;
  expect(price({ price: 2599, line_price: 5198 })).toBe('25.99');
  expect(price({ price: '199.00', line_price: '398.00' })).toBe('199.00');
  expect(price({ price: 2599 })).toBe('2599');
});

test('a mistake in an item is told, but not what else a platform prints into its lines', () => {
  expect(read({ items: [{ item_id: 'A', prise: 5 }] }).warnings).toEqual([expect.stringContaining('contents.prise')]);
  expect(read({ items: [{ id: 7, product_id: 'A', gift_message: 'x' }] }).warnings).toEqual([]);
});

test('parts of lines that are not there are told apart in time, however many there are', () => {
  const items = Array.from({ length: 30_000 }, (_, i) => ({ item_id: i + 1, parent_item_id: -i - 1, sku: 'A' }));
  const start = process.cpuUsage();
  expect(read({ items }).event.custom_data?.contents).toHaveLength(30_000);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(3);
});
