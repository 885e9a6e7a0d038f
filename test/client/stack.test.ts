/** The client as a back end uses it, against the whole line on this machine. */
import { ConversionsClient, SendError } from '../../client';
import { INGEST_KEY, type RunningStack, startLocalStack, until } from '../helpers/local-stack';

let stack: RunningStack;

beforeAll(async () => {
  stack = await startLocalStack();
});

afterAll(() => stack.stop());

const now = () => new Date();
const user_data = { email: 'jane@shop.example', first_name: 'Jane' };

it('events of a back end reach Pinterest under the ids that the client tells of', async () => {
  const client = new ConversionsClient({ endpoint: stack.endpoint, ingestKey: async () => INGEST_KEY });
  const { processed, failed, results } = await client.send([
    { event_name: 'purchase', action_source: 'web', event_time: now(), user_data, custom_data: { order_id: 4711 } },
    { event_name: 'lead', action_source: 'web', event_time: now(), user_data },
    { event_name: 'lead', action_source: 'web', event_time: now(), user_data: {} },
  ]);
  expect([processed, failed]).toEqual([2, 1]);
  expect(results).toMatchObject([
    { status: 'processed', eventId: 'checkout-4711', attempts: 1 },
    { status: 'processed', attempts: 1 },
    { status: 'failed', error: expect.stringMatching(/"user_data" cannot be matched/), attempts: 1 },
  ]);
  const wanted = results.slice(0, 2).map(({ eventId }) => eventId);
  await until('both events at the simulator', async () => {
    const ids = (await stack.simulatorEvents()).map(({ event }) => event.event_id);
    return wanted.every((id) => ids.includes(id as string)) || undefined;
  });
});

it('one event alone that is not accepted is a result too', async () => {
  const client = new ConversionsClient({ endpoint: stack.endpoint, ingestKey: INGEST_KEY });
  const event = { event_name: 'chekout', action_source: 'web', event_time: now(), user_data } as const;
  expect((await client.send([event])).results).toMatchObject([
    { status: 'failed', error: expect.stringMatching(/did you mean checkout/) },
  ]);
});

it.each([
  ['a wrong key', '', 'not-the-ingest-key', 'wrong-key'],
  ['another ad account', '/v5/ad_accounts/1', INGEST_KEY, 'forbidden'],
  ['another path', '/shop', INGEST_KEY, 'wrong-endpoint'],
])('%s is told as such', async (_, path, ingestKey, reason) => {
  const client = new ConversionsClient({ endpoint: `${stack.endpoint}${path}`, ingestKey });
  const event = { event_name: 'lead', action_source: 'web', event_time: now(), user_data } as const;
  const error = await client.send([event]).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SendError);
  expect(error).toMatchObject({ reason });
});
