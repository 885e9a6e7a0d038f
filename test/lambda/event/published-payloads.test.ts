/** The vendors' published examples leave with the product's ids and without a needless warning. */
import { accepted, rawEvent, withCustom } from '../../helpers/factories';
import { PUBLISHED } from './published-payloads';

describe.each(PUBLISHED)('$event_name of $source', ({ event_name, sentAs, custom_data, ids, num_items }) => {
  const { event, warnings } = accepted(rawEvent({ event_name, custom_data }));

  test('leaves under the right name, with no warning', () => {
    expect(event.event_name).toBe(sentAs);
    expect(warnings).toEqual([]);
  });

  test("with the products' ids and their number", () => {
    expect(event.custom_data?.content_ids).toEqual(ids);
    expect(event.custom_data?.num_items).toBe(num_items);
    for (const [index, { id }] of (event.custom_data?.contents ?? []).entries()) expect(id).toBe(ids[index]);
  });

  test('and the same when a tag manager wrote it as JSON text', () => {
    const written = Object.fromEntries(
      Object.entries(custom_data).map(([key, v]) => [key, typeof v === 'object' ? JSON.stringify(v) : v]),
    );
    expect(accepted(rawEvent({ event_name, custom_data: written })).event).toEqual(event);
    expect(accepted(rawEvent({ event_name, custom_data: JSON.stringify(custom_data) })).event).toEqual(event);
  });
});

const sent = (custom_data: object) => accepted(withCustom(custom_data)).event.custom_data;

test.each([
  [{ content_ids: '["A", 2, 820982911946154508]' }, ['A', '2', '820982911946154508']],
  [{ content_ids: '[1, 2.5, 3]' }, ['1', '2.5', '3']],
  [{ content_ids: [{ id: 'A' }, { product_id: 7, id: 1 }] }, ['A', '7']],
  [{ content_ids: 'A1,B2' }, ['A1,B2']],
  [{ content_ids: '[A1' }, ['[A1']],
  [{ items: '{"product_id": 7, "id": 1}' }, ['7']],
  [{ line_items: [{ id: 1, product_id: null, variant_id: null, title: 'Gift' }] }, undefined],
  [{ items: [{ id: 'UA-1', name: 'Shoe' }] }, ['UA-1']],
])('the ids of %j', (custom_data, ids) => expect(sent(custom_data)?.content_ids).toEqual(ids));

test('a text that holds an attack or nests too deep stays a text', () => {
  expect(sent({ contents: '[{"__proto__": {"id": 1}}]' })).toBeUndefined();
  expect(sent({ contents: `${'['.repeat(50)}${']'.repeat(50)}` })).toBeUndefined();
});

test('a returned line has no quantity, and the number of items is not guessed', () => {
  const { event, warnings } = accepted(
    withCustom({
      items: [
        { item_id: 'A', quantity: -1 },
        { item_id: 'B', quantity: '2,0' },
      ],
    }),
  );
  expect(event.custom_data?.contents).toEqual([{ id: 'A' }, { id: 'B', quantity: 2 }]);
  expect(event.custom_data).not.toHaveProperty('num_items');
  expect(warnings).toHaveLength(1);
});
