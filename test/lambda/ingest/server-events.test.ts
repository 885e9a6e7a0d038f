/** POST /events: the answers of the HTTP contract, in Pinterest's own shape. */
import { rawEvent, request } from '../../helpers/factories';
import { AD_ACCOUNT_ID, createIngest } from './ingest';

const PROCESSED = { status: 'processed', error_message: null, warning_message: null };
const bad = (id: string) => rawEvent({ event_id: id, event_name: 'nonsense_of_ours' });

describe('200: at least one event is safely queued', () => {
  test.each([
    ['{"data": [event]}', { data: [rawEvent()] }],
    ['a bare list', [rawEvent()]],
    ['one bare event', rawEvent()],
  ])('%s', async (_, body) => {
    const ingest = createIngest();
    const answer = await ingest.send(body);
    expect(answer).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
    });
    expect(answer.body).toEqual({ num_events_received: 1, num_events_processed: 1, events: [PROCESSED] });
    expect(ingest.queued()).toHaveLength(1);
  });

  test('results stand in the order of the events, each with its reason', async () => {
    const events = [rawEvent({ event_id: 'a' }), bad('b'), rawEvent({ event_id: 'c', coupon: 1 }), 5];
    const { status, body } = await createIngest().send({ data: events });
    expect(status).toBe(200);
    expect(body).toEqual({
      num_events_received: 4,
      num_events_processed: 2,
      events: [
        PROCESSED,
        { status: 'failed', error_message: expect.stringMatching(/^"event_name" is/), warning_message: null },
        { ...PROCESSED, warning_message: '"coupon" is no field of Pinterest\'s and was left out' },
        { status: 'failed', error_message: expect.stringMatching(/^an event is an object/), warning_message: null },
      ],
    });
  });

  test('several reasons are one text, as with Pinterest', async () => {
    const { body } = await createIngest().send([rawEvent(), {}]);
    expect(body).toMatchObject({
      events: [{}, { error_message: expect.stringMatching(/"event_name".*; .*"event_id"/) }],
    });
  });

  test.each(['/events', `/v5/ad_accounts/${AD_ACCOUNT_ID}/events`])('%s', async (path) => {
    expect((await createIngest().send(rawEvent(), { path })).status).toBe(200);
  });

  test('a body in base64 and one that begins with a byte order mark are read', async () => {
    const body = Buffer.from(`\uFEFF${JSON.stringify(rawEvent())}`).toString('base64');
    expect((await createIngest().send(body, { isBase64Encoded: true })).status).toBe(200);
  });

  test('promise 2: an event that is refused does not hold back the others', async () => {
    const ingest = createIngest();
    await ingest.send({ data: [bad('x'), rawEvent({ event_id: 'a' }), null, rawEvent({ event_id: 'b' })] });
    expect(ingest.queued().map(({ event }) => event.event_id)).toEqual(['a', 'b']);
  });
});

describe('422: no event was accepted', () => {
  test('the same results stand under "details"', async () => {
    const ingest = createIngest();
    const { status, body } = await ingest.send({ data: [bad('a'), bad('b')] });
    expect(status).toBe(422);
    expect(body).toEqual({
      code: 953,
      message: expect.stringMatching(/^no event was accepted: "event_name" is/),
      details: {
        num_events_received: 2,
        num_events_processed: 0,
        events: [expect.objectContaining({ status: 'failed' }), expect.objectContaining({ status: 'failed' })],
      },
    });
    expect(ingest.sqs.batches).toEqual([]);
  });

  test('an event too large for the queue is refused with its size', async () => {
    const name = 'x'.repeat(300_000);
    const { status, body } = await createIngest().send(rawEvent({ custom_data: { content_name: name } }));
    expect(status).toBe(422);
    expect(body).toMatchObject({
      details: { events: [{ error_message: expect.stringMatching(/has \d+ bytes; send/) }] },
    });
  });
});

describe('403 and 404', () => {
  test('another ad account is forbidden', async () => {
    const answer = await createIngest().send(rawEvent(), { path: '/v5/ad_accounts/1234/events' });
    expect(answer).toMatchObject({ status: 403, body: { code: 29, message: expect.stringContaining('ad account') } });
  });

  test.each([
    ['GET', '/events'],
    ['POST', '/'],
    ['POST', '/v5/ad_accounts/549755885175/event'],
    ['POST', '/health'],
    ['DELETE', '/collect'],
  ])('%s %s is not there', async (method, path) => {
    const answer = await createIngest().send(rawEvent(), { method, path });
    expect(answer).toMatchObject({ status: 404, body: { code: 2, message: expect.stringContaining('no such route') } });
  });
});

test('GET /health says that it works, and nothing about the deployment', async () => {
  const { status, body } = await createIngest().handle(request({ method: 'GET', path: '/health' }));
  expect({ status, body }).toEqual({ status: 200, body: { status: 'ok' } });
});
