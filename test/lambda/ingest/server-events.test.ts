/** POST /events: the answers of the HTTP contract, in Pinterest's own shape. */
import { NOW, numbered, rawEvent, request } from '../../helpers/factories';
import { AD_ACCOUNT_ID, createIngest, KEY } from './ingest';

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

describe('400 and 413: the body cannot be read', () => {
  const tooMany = numbered(1_001).map((event_id) => ({ event_id }));
  test.each([
    ['an empty body', '', 400, /empty; send \{"data"/],
    ['blanks', ' \n ', 400, /empty; send/],
    ['no body', undefined, 400, /empty; send/],
    ['half a JSON', '{', 400, /not valid JSON.*send/],
    ['a form', 'event_name=checkout', 400, /not valid JSON.*send/],
    ['no events', '[]', 400, /holds 0 events; send 1 to 1000/],
    ['an empty object', '{}', 400, /neither "data" nor "event_name"/],
    ['a number', '5', 400, /neither "data" nor "event_name"/],
    ['null', 'null', 400, /neither "data" nor "event_name"/],
    ['"data" that is no list', '{"data":5}', 400, /"data" is not a list/],
    ['1,001 events', { data: tooMany }, 400, /holds 1001 events; send 1 to 1000/],
    ['more than 4 MiB', `[${' '.repeat(4 * 1024 * 1024)}]`, 413, /bytes; send at most 4194304/],
  ])('%s', async (_, body, status, message) => {
    const ingest = createIngest();
    const answer = await ingest.send(body);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ code: 4196, message: expect.stringMatching(message) });
    expect(ingest.sqs.batches).toEqual([]);
  });

  test('invalid UTF-8', async () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]).toString('base64');
    const answer = await createIngest().send(body, { isBase64Encoded: true });
    expect(answer).toMatchObject({ status: 400, body: { code: 4196, message: expect.stringContaining('UTF-8') } });
  });

  test.each(['"position 4155550" x', '{"em": zoe@example.com}', '{"fn": "Quartermain', 'Quartermain'])(
    'promise 5: what is said of %s quotes nothing of it',
    async (body) => {
      const ingest = createIngest();
      const { status, text } = await ingest.send(body);
      expect(status).toBe(400);
      expect(text + ingest.telemetry.text()).not.toMatch(/4155|zoe|Quarter/);
    },
  );
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

describe('what is queued', () => {
  test('is one message an event, in the layout that the sender reads', async () => {
    const ingest = createIngest();
    await ingest.send(rawEvent());
    expect(ingest.queued()).toEqual([
      { v: 1, accepted_at: NOW, test: false, event: expect.objectContaining({ event_id: 'order-1001' }) },
    ]);
  });

  test.each([
    ['?test=true', { query: { test: 'true' } }, {}, true],
    ['?test=TRUE', { query: { test: 'TRUE' } }, {}, true],
    ['?test=true&test=true, as API Gateway joins it', { query: { test: 'true,true' } }, {}, true],
    ['?test=false', { query: { test: 'false' } }, {}, false],
    ['?test=', { query: { test: '' } }, {}, false],
    ['nothing said', {}, {}, false],
    ['test mode', {}, { testMode: true }, true],
    ['test mode, whatever the query says', { query: { test: 'false' } }, { testMode: true }, true],
  ])('is a test or not: %s', async (_, changes, props, test) => {
    const ingest = createIngest(props);
    await ingest.send([rawEvent({ event_id: 'a' }), rawEvent({ event_id: 'b' })], changes);
    expect(ingest.queued().map((message) => message.test)).toEqual([test, test]);
  });

  test('promise 4: holds no clear personal value', async () => {
    const ingest = createIngest();
    const user_data = {
      em: 'zoe@example.com',
      phone: '+1 415 555 0177',
      fn: 'Zoéphine',
      ln: 'Quartermain',
      db: '1987-06-05',
    };
    await ingest.send(rawEvent({ user_data }));
    const queue = ingest.sqs.batches.flat().join();
    expect(queue).toContain('"em":["');
    expect(queue.replace(/[0-9a-f]{64}/g, '')).not.toMatch(/zoe|415|éphine|quarter|1987/i);
  });
});

describe('what is counted and logged', () => {
  test('events received, accepted, refused', async () => {
    const { send, telemetry } = createIngest();
    await send([rawEvent({ event_id: 'a' }), rawEvent({ event_id: 'b' }), bad('c')]);
    expect(telemetry.counts).toMatchObject({ EventsReceived: 3, EventsAccepted: 2, EventsRefused: 1 });
  });

  test('promise 5: neither personal values nor keys', async () => {
    const { send, telemetry } = createIngest();
    const em = 'zoe@example.com';
    await send([{ em, [em]: em, event_name: em, user_data: { em } }, rawEvent({ custom_data: { currency: em } }), em]);
    await send(rawEvent(), { headers: { authorization: `Bearer ${KEY}x` } });
    expect(telemetry.lines).not.toEqual([]);
    expect(telemetry.text()).not.toContain('zoe');
    expect(telemetry.text()).not.toContain(KEY);
  });
});
