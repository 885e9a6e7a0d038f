import { request as httpRequest } from 'node:http';
import {
  type PinterestSimulator,
  type SimulatorRequest,
  startPinterestSimulator,
} from '../../local/pinterest-simulator';
import { Ring } from '../../local/pinterest-simulator/memory';

const TOKEN = 'pina_test-token';
const ACCOUNT = '549755885175';
const NOW = Date.parse('2026-03-01T12:00:00Z');
const SECONDS = NOW / 1_000;
const DIGEST = 'b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514';

const event = (id: string, changes: object = {}) => ({
  event_name: 'checkout',
  action_source: 'web',
  event_time: SECONDS - 60,
  event_id: id,
  user_data: { em: [DIGEST], external_id: [DIGEST], click_id: 'opaque' },
  ...changes,
});

const user = (changes: object) => ({ user_data: { em: [DIGEST], ...changes } });

let simulator: PinterestSimulator;
let seen: SimulatorRequest[];
let now: number;

beforeEach(async () => {
  now = NOW;
  seen = [];
  const onRequest = (request: SimulatorRequest) => seen.push(request);
  simulator = await startPinterestSimulator({
    token: TOKEN,
    adAccountId: ACCOUNT,
    now: () => now,
    onRequest,
    maxBodyBytes: 1_000_000,
  });
});

afterEach(() => simulator.close());

interface Sending {
  readonly token?: string | null;
  readonly account?: string;
  readonly query?: string;
}

async function sendBody(body: string | Uint8Array<ArrayBuffer>, options: Sending = {}) {
  const { token = TOKEN, account = ACCOUNT, query = '' } = options;
  const response = await fetch(`${simulator.url}/ad_accounts/${account}/events${query}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token !== null && { Authorization: `Bearer ${token}` }) },
    body,
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

const send = (data: unknown, options?: Sending) => sendBody(JSON.stringify({ data }), options);

async function steer(method: string, path: string, body?: unknown) {
  const url = new URL(`/_simulator/${path}`, simulator.url);
  const response = await fetch(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

describe('a batch that is in order', () => {
  it('is answered 200 with one result per event, in order', async () => {
    const { status, body } = await send([event('a'), event('b')]);
    expect(status).toBe(200);
    expect(body).toEqual({
      num_events_received: 2,
      num_events_processed: 2,
      events: [
        { status: 'processed', error_message: '', warning_message: null },
        { status: 'processed', error_message: '', warning_message: null },
      ],
    });
  });

  it('is kept as it came and reported to the terminal', async () => {
    await send([event('a', { custom_data: { value: '72.39' } })]);
    expect(simulator.events()).toEqual([
      { time: NOW, test: false, duplicate: false, event: event('a', { custom_data: { value: '72.39' } }) },
    ]);
    const result = { event_id: 'a', event_name: 'checkout', status: 'processed', message: '' };
    expect(seen).toEqual([{ time: NOW, status: 200, test: false, received: 1, processed: 1, events: [result] }]);
    expect(simulator.requests()).toEqual(seen);
  });

  it('carries the rate-limit headers', async () => {
    const { headers } = await send([event('a')]);
    expect(headers.get('x-ratelimit-limit')).toContain('ads_conversions_ad_account_id');
    expect(Number(headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
    expect(Number(headers.get('x-ratelimit-reset'))).toBe(60);
  });
});

describe('warnings', () => {
  const warningOf = async (changes: object) => (await send([event('a', changes)])).body.events[0];

  it('always tells of a missing external_id and click_id', async () => {
    const { status, warning_message } = await warningOf(user({}));
    expect(status).toBe('processed');
    expect(warning_message).toMatch(/^external_id is missing\..*; click_id is missing/);
  });

  it('processes an event with a name of its own as Unknown', async () => {
    const { status, warning_message } = await warningOf({ event_name: 'gift_registry' });
    expect(status).toBe('processed');
    expect(warning_message).toContain("'Unknown'");
  });

  it('only warns of an external_id in clear', async () => {
    const { status, warning_message } = await warningOf(user({ external_id: ['customer-7'] }));
    expect(status).toBe('processed');
    expect(warning_message).toContain("'external_id' is not in sha256 hashed format");
  });

  it('only warns of an unknown key of user_data', async () => {
    const { status, warning_message } = await warningOf(user({ opt_out_type: 'LDP' }));
    expect(status).toBe('processed');
    expect(warning_message).toContain("'opt_out_type'");
  });
});

describe('single events that fail', () => {
  it.each([
    ['in the future', { event_time: SECONDS + 1 }, /event_timestamp.*future.*Current timestamp: \d+, Given/],
    ['older than seven days', { event_time: SECONDS - 7 * 86_400 - 1 }, /event_timestamp.*in the past/],
    ['of no known action source', { action_source: 'website' }, /action_source/],
    ['with an e-mail address in clear', user({ em: ['user@example.com'] }), /'em' is not in sha256/],
    ['with one clear value among digests', user({ ph: [DIGEST, '14155550123'] }), /'ph' is not in sha256/],
    ['with a digest in capitals', user({ fn: [DIGEST.toUpperCase()] }), /'fn' is not in sha256/],
    ['with a value that is no number', { custom_data: { value: '12,90' } }, /value/],
  ])('fails an event %s', async (_, changes, message) => {
    const { status, body } = await send([event('good'), event('bad', changes)]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ num_events_received: 2, num_events_processed: 1 });
    expect(body.events.map((result: { status: string }) => result.status)).toEqual(['processed', 'failed']);
    expect(body.events[1].error_message).toMatch(message);
    expect(simulator.events().map((stored) => stored.event.event_id)).toEqual(['good']);
    expect(simulator.requests()[0]?.events[1]).toMatchObject({ event_id: 'bad', status: 'failed' });
  });

  it('takes events of exactly now and of exactly seven days ago', async () => {
    const edges = [event('now', { event_time: SECONDS }), event('old', { event_time: SECONDS - 7 * 86_400 })];
    expect((await send(edges)).body.num_events_processed).toBe(2);
  });

  it('answers 422 with the same object under details when every event failed', async () => {
    const { status, body } = await send([event('a', { event_time: 1 }), event('b', { event_time: 1 })]);
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 953, details: { num_events_received: 2, num_events_processed: 0 } });
    expect(body.details.events).toHaveLength(2);
    expect(body.details.events[0].status).toBe('failed');
  });
});

describe('requests that are refused as a whole', () => {
  it.each([
    ['malformed JSON', '{"data": [', /body/],
    ['invalid UTF-8', new Uint8Array([0x22, 0xff, 0x22]), /body/],
    ['an empty body', '', /body/],
    ['a bare list', '[]', /body/],
    ['no events', '{"data": []}', /data/],
    ['1,001 events', JSON.stringify({ data: Array.from({ length: 1_001 }, (_, i) => event(`e${i}`)) }), /data.*1000/],
    ['an unknown root key', JSON.stringify({ data: [event('a')], test_event_code: 'T1' }), /'test_event_code'/],
    ['an unknown event key', JSON.stringify({ data: [event('a'), event('b', { extra: 1 })] }), /data\/1.*'extra'/],
    ['an unknown key of custom_data', JSON.stringify({ data: [event('a', { custom_data: { tax: '1' } })] }), /'tax'/],
    ['a value as number', JSON.stringify({ data: [event('a', { custom_data: { value: 5 } })] }), /value.*string/],
    ['a time as text', JSON.stringify({ data: [event('a', { event_time: '1' })] }), /event_time.*integer/],
    ['an e-mail digest outside a list', JSON.stringify({ data: [event('a', user({ em: DIGEST }))] }), /em.*array/],
    ['no event id', JSON.stringify({ data: [event('a', { event_id: undefined })] }), /event_id/],
    ['a bad customer_type', JSON.stringify({ data: [event('a', user({ customer_type: 'x' }))] }), /customer_type/],
    ['nobody to match', JSON.stringify({ data: [event('a', { user_data: { ph: [DIGEST] } })] }), /user_data/],
    [
      'an IP address without user agent',
      JSON.stringify({ data: [event('a', { user_data: { client_ip_address: '192.0.2.1' } })] }),
      /user_data/,
    ],
  ])('answers 400 to %s', async (_, body, message) => {
    const answer = await sendBody(body);
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe(4196);
    expect(answer.body.message).toMatch(message);
    expect(simulator.events()).toEqual([]);
    expect(simulator.requests()).toMatchObject([{ status: 400, processed: 0 }]);
  });

  it.each([
    ['an e-mail digest', { em: [DIGEST] }],
    ['a mobile advertising id', { hashed_maids: [DIGEST] }],
    ['an IP address with user agent', { client_ip_address: '192.0.2.1', client_user_agent: 'Mozilla/5.0' }],
  ])('takes %s as identity', async (_, user_data) => {
    expect((await send([event('a', { user_data })])).status).toBe(200);
  });

  it('answers 401 and repeats the token, as the real one does', async () => {
    const { status, body } = await send([event('a')], { token: 'pina_wrong' });
    expect(status).toBe(401);
    expect(body.code).toBe(2);
    expect(body.message).toContain('pina_wrong');
  });

  it('answers 401 without a token', async () => {
    expect((await send([event('a')], { token: null })).status).toBe(401);
  });

  it('takes a new token only, once it is set', async () => {
    simulator.setToken('pina_next');
    expect((await send([event('a')])).status).toBe(401);
    expect((await send([event('a')], { token: 'pina_next' })).status).toBe(200);
  });

  it('answers 403 for another ad account and 400 for what is none', async () => {
    const other = await send([event('a')], { account: '549755885176' });
    expect(other).toMatchObject({ status: 403, body: { code: 29 } });
    expect((await send([event('a')], { account: 'mine' })).status).toBe(400);
  });

  it('answers 404 for an unknown path and for another method', async () => {
    expect((await fetch(`${simulator.url}/user_account`)).status).toBe(404);
    expect((await fetch(`${simulator.url}/ad_accounts/${ACCOUNT}/events`)).status).toBe(404);
  });

  it('answers 413, not in JSON, to a body above the limit', async () => {
    const { status, body, text } = await sendBody('x'.repeat(1_000_001));
    expect(status).toBe(413);
    expect(body).toBeUndefined();
    expect(text).toContain('<html>');
  });
});

describe('test requests', () => {
  it('are marked, and never make a live event a duplicate', async () => {
    await send([event('a')], { query: '?test=true' });
    await send([event('a')], { query: '?test=false' });
    expect(simulator.events()).toMatchObject([
      { test: true, duplicate: false },
      { test: false, duplicate: false },
    ]);
    expect(simulator.totals()).toMatchObject({ processed: 1, testProcessed: 1, duplicates: 0 });
  });

  it('process the first 20 events and fail the rest', async () => {
    const data = Array.from({ length: 21 }, (_, i) => event(`e${i}`));
    const { body } = await send(data, { query: '?test=true' });
    expect(body).toMatchObject({ num_events_received: 21, num_events_processed: 20 });
    expect(body.events[20].error_message).toContain('first 20');
    expect(simulator.events()).toHaveLength(20);
  });

  it('are refused when test is no boolean', async () => {
    expect((await send([event('a')], { query: '?test=1' })).status).toBe(400);
  });
});

describe('duplicates', () => {
  it('are events with the id and name of an earlier one', async () => {
    await send([event('a'), event('a'), event('a', { event_name: 'lead' })]);
    await send([event('a')]);
    expect(simulator.events().map(({ duplicate }) => duplicate)).toEqual([false, true, false, true]);
    expect(simulator.totals()).toMatchObject({ requests: 2, processed: 4, duplicates: 2 });
  });

  it('do not exist among offline events', async () => {
    await send([event('a', { action_source: 'offline' }), event('a', { action_source: 'offline' }), event('a')]);
    expect(simulator.events().map(({ duplicate }) => duplicate)).toEqual([false, false, false]);
  });

  it('are forgotten after 48 hours', async () => {
    await send([event('a')]);
    now += 48 * 3_600_000;
    await send([event('a')]);
    expect(simulator.events().map(({ duplicate }) => duplicate)).toEqual([false, false]);
  });
});

describe('faults', () => {
  it.each([
    [400, 4196],
    [401, 2],
    [403, 29],
    [404, 2],
    [413, undefined],
    [422, 953],
    [429, 8],
    [500, 0],
    [503, 4197],
  ] as const)('answers %i to the next calls only', async (status, code) => {
    simulator.setFault({ kind: 'status', status, times: 2 });
    const answers = [await send([event('a')]), await send([event('a')]), await send([event('a')])];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, 200]);
    expect(answers[0]?.body?.code).toBe(code);
    expect(simulator.events()).toHaveLength(1);
  });

  it('says after 429 when the limit ends, and nothing of Retry-After', async () => {
    simulator.setFault({ kind: 'status', status: 429, resetSeconds: 3 });
    const { headers } = await send([event('a')]);
    expect(headers.get('x-ratelimit-reset')).toBe('3');
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect(headers.has('retry-after')).toBe(false);
  });

  it('names each event of the request as failed in a 422', async () => {
    simulator.setFault({ kind: 'status', status: 422 });
    expect((await send([event('a'), event('b')])).body.details.events).toHaveLength(2);
  });

  it('lasts until it is switched off when no number of calls is given', async () => {
    simulator.setFault({ kind: 'status', status: 503 });
    for (const _ of [1, 2, 3]) expect((await send([event('a')])).status).toBe(503);
    simulator.setFault(undefined);
    expect((await send([event('a')])).status).toBe(200);
  });

  it('answers late, though the events are taken at once', async () => {
    simulator.setFault({ kind: 'slow', delayMs: 150 });
    const start = performance.now();
    const pending = send([event('a')]);
    while (simulator.events().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await pending).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThanOrEqual(145);
  });

  it('cuts the connection with nothing taken', async () => {
    simulator.setFault({ kind: 'reset', times: 1 });
    await expect(send([event('a')])).rejects.toThrow();
    expect(simulator.events()).toEqual([]);
    expect(simulator.requests()).toMatchObject([{ status: 0, fault: 'reset' }]);
  });

  it('cuts the connection with the events taken, so that a repetition shows as duplicate', async () => {
    simulator.setFault({ kind: 'reset', processed: true, times: 1 });
    await expect(send([event('a')])).rejects.toThrow();
    await send([event('a')]);
    expect(simulator.events().map(({ duplicate }) => duplicate)).toEqual([false, true]);
  });

  it('answers 200 with a page that is no JSON', async () => {
    simulator.setFault({ kind: 'garbage' });
    const { status, text } = await send([event('a')]);
    expect(status).toBe(200);
    expect(() => JSON.parse(text)).toThrow();
    expect(simulator.events()).toEqual([]);
  });

  it('answers with fewer results than events', async () => {
    simulator.setFault({ kind: 'truncated' });
    const { body } = await send([event('a'), event('b')]);
    expect(body).toMatchObject({ num_events_received: 2, num_events_processed: 2 });
    expect(body.events).toHaveLength(1);
  });

  it('fails chosen events in a 200', async () => {
    simulator.setFault({ kind: 'rejectEvents', eventIds: ['b'], eventName: 'lead', message: 'not today' });
    const { status, body } = await send([event('a'), event('b'), event('c', { event_name: 'lead' })]);
    expect(status).toBe(200);
    expect(body.events.map((result: { error_message: string }) => result.error_message)).toEqual([
      '',
      'not today',
      'not today',
    ]);
  });

  it('refuses any batch that holds a poisoned event', async () => {
    simulator.setFault({ kind: 'poison', eventId: 'b' });
    expect((await send([event('a'), event('b')])).status).toBe(400);
    expect((await send([event('a')])).status).toBe(200);
  });
});

describe('over HTTP', () => {
  it('shows requests, events and totals, events by prefix of their id too', async () => {
    await send([event('run1-a'), event('run2-a')]);
    expect((await steer('GET', 'requests')).body).toEqual(JSON.parse(JSON.stringify(simulator.requests())));
    expect((await steer('GET', 'events')).body).toEqual(simulator.events());
    expect((await steer('GET', 'events?event_id_prefix=run2-')).body).toMatchObject([
      { event: { event_id: 'run2-a' } },
    ]);
    expect((await steer('GET', 'totals')).body).toEqual(simulator.totals());
  });

  it('switches faults on and off', async () => {
    expect((await steer('PUT', 'faults', { kind: 'status', status: 503 })).status).toBe(204);
    expect((await send([event('a')])).status).toBe(503);
    expect((await steer('DELETE', 'faults')).status).toBe(204);
    expect((await send([event('a')])).status).toBe(200);
  });

  it('changes the token', async () => {
    expect((await steer('PUT', 'token', { token: 'pina_next' })).status).toBe(204);
    expect((await send([event('a')], { token: 'pina_next' })).status).toBe(200);
  });

  it.each([
    ['faults', { kind: 'earthquake' }],
    ['faults', { kind: 'status', status: 418 }],
    ['faults', { kind: 'slow' }],
    ['faults', { kind: 'garbage', times: 0 }],
    ['faults', undefined],
    ['token', { token: 7 }],
  ])('refuses a wrong %s: %j', async (path, body) => {
    const answer = await steer('PUT', path, body);
    expect(answer.status).toBe(400);
    expect(answer.body.message).toEqual(expect.any(String));
  });

  it('answers 404 with the list of what there is', async () => {
    expect(await steer('GET', 'nothing')).toMatchObject({
      status: 404,
      body: { message: expect.stringContaining('events') },
    });
  });
});

it('outlives a caller that hangs up in the middle of a body', async () => {
  const { port } = new URL(simulator.url);
  const path = `/v5/ad_accounts/${ACCOUNT}/events`;
  await new Promise<void>((resolve) => {
    const request = httpRequest({ port, path, method: 'POST', headers: { 'Content-Length': 100 } });
    request.on('error', () => resolve());
    request.write('{"data"', () => request.destroy(new Error('gone')));
  });
  expect((await send([event('a')])).status).toBe(200);
});

it('says why it cannot start on a port that is taken', async () => {
  const port = Number(new URL(simulator.url).port);
  await expect(startPinterestSimulator({ port, token: TOKEN, adAccountId: ACCOUNT })).rejects.toThrow('EADDRINUSE');
});

it('remembers the newest only', () => {
  const ring = new Ring<number>(10, (weight) => weight);
  expect([4, 4].flatMap((weight) => ring.push(weight))).toEqual([]);
  expect(ring.push(5)).toEqual([4]);
  expect(ring.push(30)).toEqual([4, 5]);
  expect(ring.items()).toEqual([30]);
});
