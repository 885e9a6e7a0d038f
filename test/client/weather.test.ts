/**
 * Whatever happens between the client and the endpoint: no event is called processed that was not queued, none is lost, and
 * each reaches the queue under one id. `SEED=<seed>` runs other weather than that of every day.
 */
import fc from 'fast-check';
import { ConversionsClient, type Fetch, SendError } from '../../client';
import { event } from './support/sending';
import { BAD, StormyEndpoint, type Weather, WORSE } from './support/stormy-endpoint';

const SEED = Number(process.env.SEED ?? 20_260_301);

const clientOf = (fetch: Fetch) =>
  new ConversionsClient({
    endpoint: 'https://a.example',
    ingestKey: 'key',
    maxAttempts: 4,
    fetch,
    sleep: async () => {},
  });

const weatherArbitrary = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...BAD) },
    { weight: 2, arbitrary: fc.constant('taken' as Weather) },
    { weight: 1, arbitrary: fc.constantFrom(...WORSE) },
  ),
  { maxLength: 12 },
);

it('keeps its word in any weather', async () => {
  let brokenOff = 0;
  await fc.assert(
    fc.asyncProperty(weatherArbitrary, fc.integer({ min: 1, max: 1_500 }), fc.nat(), async (weather, count, seed) => {
      const endpoint = new StormyEndpoint([...weather], (call, position) => (seed + call * 7 + position * 13) % 3 > 0);
      const numbers = Array.from({ length: count }, (_, number) => number);
      const events = numbers.map((number) =>
        event(
          number % 2
            ? { event_id: `id-${number}`, custom_data: { num_items: number } }
            : { custom_data: { num_items: number } },
        ),
      );
      const first = await sent(clientOf(endpoint.fetch), events);
      const { results } = first;
      let { unsent } = first;
      if (unsent.length > 0) brokenOff++;

      expect(results).toHaveLength(count);
      expect(results.filter(({ status }) => status === 'unsent')).toHaveLength(unsent.length);
      const queued = new Map(endpoint.queued.map(({ number, id }) => [number, id]));
      for (const [number, { status, eventId }] of results.entries()) {
        if (status === 'processed') expect(queued.get(number)).toBe(eventId);
        if (status === 'failed') expect(number % 7).toBe(6);
      }

      for (let round = 0; unsent.length > 0; round++) {
        expect(round).toBeLessThan(20);
        ({ unsent } = await sent(clientOf(endpoint.fetch), unsent));
      }
      const ids = new Map<number, Set<string>>(numbers.map((number) => [number, new Set()]));
      for (const { number, id } of endpoint.queued) ids.get(number)?.add(id);
      for (const [number, known] of ids) expect(known.size).toBe(number % 7 === 6 ? 0 : 1);
    }),
    { seed: SEED, numRuns: 60 },
  );
  // Else the weather was too good to show anything.
  expect(brokenOff).toBeGreaterThan(5);
});

/** A send and what it leaves, whether it went through or broke off. */
async function sent(
  client: ConversionsClient,
  events: SendError['unsent'],
): Promise<Pick<SendError, 'results' | 'unsent'>> {
  try {
    return { ...(await client.send(events)), unsent: [] };
  } catch (error) {
    if (error instanceof SendError) return error;
    throw error;
  }
}
