/** Which looks of events are suspect, and what a look is made of. */
import { createPatterns, lookOfJson } from '../../../lambda/sender/patterns';

const CHECKOUT = {
  event_name: 'checkout',
  action_source: 'web',
  event_time: 1,
  user_data: { em: ['digest'] },
  custom_data: { value: '129.9', currency: 'USD' },
};
const json = (event_id: string, more: object = {}) => JSON.stringify({ ...CHECKOUT, event_id, ...more });
const outgoing = (id: string, more: object = {}) => ({ json: json(id, more), test: false, receives: 1 });
const odd = (id: string) => outgoing(id, { event_name: 'lead' });

describe('a look', () => {
  test.each([
    ['id', json('a'), json('b')],
    ['person', json('a', { user_data: { em: ['x'] } }), json('a', { user_data: { em: ['y'] } })],
    [
      'page',
      json('a', { event_source_url: 'https://a.example/1' }),
      json('a', { event_source_url: 'https://a.example/2?q' }),
    ],
    ['order of the keys', '{"a":1,"b":"x"}', '{"b":"y","a":2}'],
    ['number of items', '{"contents":[{"id":"1"}]}', '{"contents":[{"id":"1"},{"id":"2"}]}'],
  ])('is the same whatever the %s', (_, one, other) => {
    expect(lookOfJson(one)).toBe(lookOfJson(other));
  });

  test.each([
    ['name', json('a', { event_name: 'lead' })],
    ['source', json('a', { action_source: 'offline' })],
    ['host', json('a', { event_source_url: 'https://b.example/' })],
    ['currency', json('a', { custom_data: { value: '129.9', currency: 'EUR' } })],
    ['field', json('a', { opt_out: false })],
    ['field of the order', json('a', { custom_data: { value: '129.9', currency: 'USD', num_items: 0 } })],
    ['type', json('a', { custom_data: { value: 129.9, currency: 'USD' } })],
  ])('is another one with another %s', (_, other) => {
    expect(lookOfJson(other)).not.toBe(lookOfJson(json('a')));
  });

  test('holds no value of a person', () => {
    const user_data = { em: ['digest'], client_ip_address: '192.0.2.7', click_id: 'click' };
    const look = lookOfJson(json('id-7', { user_data, event_source_url: 'https://a.example/anna?mail=x' }));
    for (const value of ['digest', '192.0.2.7', '"click"', 'id-7', 'anna', 'mail']) expect(look).not.toContain(value);
  });
});

describe('a look is suspect', () => {
  test('after one event of it was refused, and no other look with it', () => {
    const patterns = createPatterns();
    expect(patterns.weight(odd('a'))).toBe(0);
    patterns.refused(odd('a'));
    expect(patterns.weight(odd('b'))).toBe(1);
    expect(patterns.weight(outgoing('b'))).toBe(0);
  });

  test('until half of its events turned out good', () => {
    const patterns = createPatterns();
    patterns.refused(odd('a'));
    patterns.refused(odd('b'));
    patterns.taken(odd('c'));
    expect(patterns.weight(odd('x'))).toBeGreaterThan(0);
    patterns.taken(odd('d'));
    expect(patterns.weight(odd('x'))).toBe(0);
  });

  test('no longer than for the next sixteen, after the shop mended it', () => {
    const patterns = createPatterns();
    for (let index = 0; index < 1_000; index++) patterns.refused(odd(`${index}`));
    for (let index = 0; index < 16; index++) patterns.taken(odd(`good-${index}`));
    expect(patterns.weight(odd('x'))).toBe(0);
  });

  test('not because of one in many', () => {
    const patterns = createPatterns();
    patterns.refused(outgoing('first'));
    for (let index = 0; index < 100; index++) patterns.taken(outgoing(`${index}`));
    patterns.refused(outgoing('second'));
    expect(patterns.weight(outgoing('x'))).toBeLessThan(0);
  });
});

test('looks without end fill no memory: the latest are remembered', () => {
  const patterns = createPatterns();
  const named = (index: number) => outgoing('a', { event_name: `name-${index}` });
  for (let index = 0; index < 500; index++) patterns.refused(named(index));
  const remembered = Array.from({ length: 500 }, (_, index) => patterns.weight(named(index)));
  expect(remembered.filter((weight) => weight > 0)).toHaveLength(100);
  expect(remembered.slice(-100)).toEqual(Array(100).fill(1));
});
