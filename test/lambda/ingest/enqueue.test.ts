/** From accepted events to the queue, and what the caller hears when the queue fails. */
import { numbered, rawEvent } from '../../helpers/factories';
import { createIngest } from './ingest';

const orders = (count: number, changes: object = {}) =>
  numbered(count).map((event_id) => rawEvent({ event_id, ...changes }));

const idOf = (body: string): string => JSON.parse(body).event.event_id;

describe('1,000 events', () => {
  test('are 100 batches, sent side by side, each event once', async () => {
    const { send, sqs } = createIngest();
    const { status, body } = await send({ data: orders(1_000) });
    expect(status).toBe(200);
    expect(body).toMatchObject({ num_events_received: 1_000, num_events_processed: 1_000 });
    expect(sqs.batches).toHaveLength(100);
    expect(sqs.batches.flat().map(idOf).sort()).toEqual(numbered(1_000).sort());
    expect(sqs.mostAtOnce()).toBeGreaterThan(10);
  });

  test('with much in them fill no batch beyond the megabyte that SQS takes', async () => {
    const { send, sqs } = createIngest();
    await send({ data: orders(16, { event_source_url: `https://shop.example/${'x'.repeat(200_000)}` }) });
    for (const batch of sqs.batches) expect(Buffer.byteLength(batch.join(''))).toBeLessThanOrEqual(1_048_576);
    expect(sqs.batches.flat()).toHaveLength(16);
  });
});

test('the same event twice in a request is queued once, and both are told its fate', async () => {
  const { send, sqs } = createIngest();
  const { body } = await send({ data: [...orders(2), ...orders(2)] });
  expect(body).toMatchObject({ num_events_received: 4, num_events_processed: 4 });
  expect(sqs.batches.flat().map(idOf)).toEqual(numbered(2));
});

test('the answer to 1,000 events with all that can be said of them fits the 6 MB that Lambda returns', async () => {
  const key = (index: number) => `some_field_of_${'x'.repeat(20 + (index % 30))}`;
  const unknown = Object.fromEntries(numbered(30).map((_, index) => [key(index), 1]));
  const { send } = createIngest();
  const { text } = await send({ data: orders(1_000, { ...unknown, custom_data: unknown }) });
  expect(JSON.stringify({ body: text }).length).toBeLessThan(6_000_000);
});

describe('an entry that the queue refuses', () => {
  test('is sent again alone, and nothing else twice', async () => {
    const { send, sqs, telemetry } = createIngest({
      faults: { refusesEntry: (body, attempt) => idOf(body) === 'event-3' && attempt < 3 },
    });
    const { status } = await send({ data: orders(10) });
    expect(status).toBe(200);
    expect(sqs.batches.map((batch) => batch.map(idOf))).toEqual([numbered(10), ['event-3'], ['event-3']]);
    expect(telemetry.counts).toMatchObject({ EventsAccepted: 10 });
  });

  test('for good makes a 503 that says which events to repeat', async () => {
    const { send, telemetry } = createIngest({ faults: { refusesEntry: (body) => idOf(body) === 'event-1' } });
    const { status, headers, body } = await send({ data: [{ event_name: 'x' }, ...orders(3)] });
    expect(status).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': expect.stringMatching(/^\d+$/) });
    expect(body).toMatchObject({
      code: 4197,
      message: expect.stringContaining('1 events could not be queued; repeat the request'),
      details: {
        num_events_received: 4,
        num_events_processed: 2,
        events: [
          { status: 'failed' },
          { status: 'processed' },
          { status: 'failed', error_message: 'not queued; send the event again with the same event_id' },
          { status: 'processed' },
        ],
      },
    });
    expect(telemetry.counts).toMatchObject({ EventsReceived: 4, EventsAccepted: 2, EventsRefused: 1 });
    expect(telemetry.lines).toContainEqual({
      level: 'error',
      message: 'events not queued',
      fields: { events: 1, errors: ['InternalError'] },
    });
  });
});

describe('a call that fails as a whole', () => {
  test('is repeated', async () => {
    const { send, sqs } = createIngest({ faults: { failsBatch: (call) => call < 3 } });
    expect((await send({ data: orders(5) })).status).toBe(200);
    expect(sqs.batches.map((batch) => batch.map(idOf))).toEqual([numbered(5), numbered(5), numbered(5)]);
  });

  test('promise 1: for good makes a 503, and no event is said to be accepted', async () => {
    const { send, sqs, telemetry } = createIngest({ faults: { failsBatch: () => true } });
    const { status, body, headers } = await send({ data: orders(25) });
    expect(status).toBe(503);
    expect(headers).toHaveProperty('retry-after');
    expect(body).toMatchObject({ details: { num_events_received: 25, num_events_processed: 0 } });
    expect(telemetry.counts).toMatchObject({ EventsAccepted: 0 });
    expect(sqs.batches.length).toBeLessThanOrEqual(9);
  });
});
