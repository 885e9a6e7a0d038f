/** Each event has one id from the first attempt on, and where the endpoint would make it, the same one. */
import { randomUUID } from 'node:crypto';
import type { ConversionEvent } from '../../client';
import { accept } from '../../lambda/event/accept';
import { closeEndpoints, partlyQueued, startEndpoint, THROTTLED } from './support/endpoint';
import { clientOf, event } from './support/sending';

afterEach(closeEndpoints);

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function idOf(given: Partial<ConversionEvent> | object): Promise<{ sent: unknown; told: string | undefined }> {
  const endpoint = await startEndpoint();
  const { results } = await clientOf(endpoint.url).client.send([{ ...event(), ...given }]);
  return { sent: endpoint.asked[0]?.events[0]?.event_id, told: results[0]?.eventId };
}

describe('the id of an event', () => {
  it.each([['order-1001'], [' blanks stay '], ['0']])('is its own: %j', async (event_id) => {
    expect(await idOf({ event_id })).toEqual({ sent: event_id, told: event_id });
  });

  it('is its own when that is a number', async () => {
    expect(await idOf({ event_id: 1001 })).toEqual({ sent: 1001, told: '1001' });
  });

  it.each([[{}], [{ event_id: null }], [{ event_id: '  ' }], [{ event_id: 'undefined' }]])(
    'is a new one when there is none: %j',
    async (given) => {
      const { sent, told } = await idOf(given);
      expect(sent).toMatch(UUID);
      expect(told).toBe(sent);
    },
  );

  it('is new for each event', async () => {
    const endpoint = await startEndpoint();
    const { results } = await clientOf(endpoint.url).client.send([event(), event()]);
    expect(new Set(results.map(({ eventId }) => eventId)).size).toBe(2);
  });

  it('is left to the endpoint when it has an order and a name that only the event map can tell', async () => {
    expect(await idOf({ event_name: 'Bestellung', custom_data: { order_id: 7 } })).toEqual({});
  });

  it('is left to the endpoint to judge when it is no id', async () => {
    expect(await idOf({ event_id: { a: 1 } })).toEqual({ sent: { a: 1 } });
  });
});

describe('a checkout without an id', () => {
  const orders: readonly (readonly [string, object])[] = [
    ['checkout', { order_id: '1001' }],
    ['checkout', { order_id: 1001 }],
    ['Checkout', { order_id: ' 1001 ' }],
    ['purchase', { transaction_id: 'T-1' }],
    ['Order Completed', { order_id: null, transaction_id: 'T-2' }],
    ['checkout', { order_id: 'A-1', transaction_id: 'T-2' }],
  ];

  it.each(orders)('%s %j has the id that the endpoint makes', async (event_name, custom_data) => {
    const now = Date.parse('2026-03-01T12:00:00Z');
    const policy = { maximumEventAgeSeconds: 604_800 };
    const verdict = accept({ ...event(), event_name, custom_data }, { now, origin: 'server' }, policy);
    const made = verdict.accepted ? verdict.event.event_id : undefined;
    expect(made).toMatch(/^checkout-\S+$/);
    expect(await idOf({ event_name, custom_data })).toEqual({ sent: made, told: made });
  });

  it.each([[undefined], [{}], [{ order_id: '' }], [{ order_id: 'n/a' }], [{ order_id: {} }]])(
    'and without an order has a new one: %j',
    async (custom_data) => {
      expect((await idOf({ event_name: 'checkout', custom_data })).sent).toMatch(UUID);
    },
  );
});

it('a repetition is the same to the byte, also when the event was changed meanwhile', async () => {
  const endpoint = await startEndpoint({ status: 0, hangUp: true }, THROTTLED, partlyQueued('not queued'));
  const given = { ...event(), event_time: new Date() as Date | string, note: randomUUID() };
  const sending = clientOf(endpoint.url).client.send([given]);
  given.event_time = 'changed';
  const { results } = await sending;
  expect(results).toMatchObject([{ status: 'processed', eventId: expect.stringMatching(UUID), attempts: 4 }]);
  expect(endpoint.asked).toHaveLength(4);
  for (const { events } of endpoint.asked) expect(events).toEqual(endpoint.asked[0]?.events);
  expect(endpoint.asked[0]?.events[0]?.event_time).not.toBe('changed');
});
