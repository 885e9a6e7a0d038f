/** How events are spread over requests. */
import { MAX_BODY_BYTES, MAX_EVENTS_PER_REQUEST } from '../../contract/request-limits';
import { closeEndpoints, startEndpoint, TAKEN, told } from './support/endpoint';
import { clientOf, event } from './support/sending';

afterEach(closeEndpoints);

describe('many events', () => {
  it('go in requests of at most as many as the endpoint takes, in order', async () => {
    const endpoint = await startEndpoint(TAKEN, ({ events }) => told(...events.map(() => 'failed' as const)));
    const ids = Array.from({ length: 2 * MAX_EVENTS_PER_REQUEST + 1 }, (_, index) => `id-${index}`);
    const { results } = await clientOf(endpoint.url).client.send(ids.map((event_id) => event({ event_id })));
    expect(endpoint.asked.map(({ events }) => events.length)).toEqual([1_000, 1_000, 1]);
    expect(endpoint.asked.flatMap(({ events }) => events.map(({ event_id }) => event_id))).toEqual(ids);
    expect(results.map(({ eventId }) => eventId)).toEqual(ids);
    expect(results.map(({ status }) => status)).toEqual(
      ids.map((_, index) => (index >= 1_000 && index < 2_000 ? 'failed' : 'processed')),
    );
  });

  it('go in requests of at most as many bytes as the endpoint takes', async () => {
    const endpoint = await startEndpoint();
    // Three bytes a character, so that counting characters would not do.
    const large = event({ custom_data: { content_name: '€'.repeat(100_000) } });
    const { processed } = await clientOf(endpoint.url).client.send(Array.from({ length: 30 }, () => large));
    expect(processed).toBe(30);
    expect(endpoint.asked.map(({ events }) => events.length)).toEqual([13, 13, 4]);
    for (const { bytes } of endpoint.asked) expect(bytes).toBeLessThanOrEqual(MAX_BODY_BYTES);
  });

  it('fill a request to the last byte', async () => {
    const endpoint = await startEndpoint();
    const { client } = clientOf(endpoint.url);
    const frame = JSON.stringify({ data: [event({ event_id: '' }), event({ event_id: '' })] }).length;
    const of = (size: number) => event({ event_id: 'x'.repeat(size) });
    const half = (MAX_BODY_BYTES - frame) / 2;
    await client.send([of(Math.floor(half)), of(Math.ceil(half))]);
    await client.send([of(Math.floor(half)), of(Math.ceil(half) + 1)]);
    expect(endpoint.asked.map(({ bytes, events }) => [events.length, bytes === MAX_BODY_BYTES])).toEqual([
      [2, true],
      [1, false],
      [1, false],
    ]);
  });
});
