import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ExampleEvent, makeDay } from '../../examples/day';
import { awaitDelivery } from '../../examples/sending/delivery';
import { type Outcome, sendDay } from '../../examples/sending/send';
import { summarise } from '../../examples/sending/summary';
import { readTarget } from '../../examples/sending/target';
import { startPinterestSimulator } from '../../local/pinterest-simulator';

interface Taken {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly events: readonly unknown[];
}
interface Given {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

const DAY = makeDay({ now: Date.parse('2026-03-01T12:00:00Z'), run: 'run' });
const [VALID, WRONG] = [DAY.find(({ mistake }) => !mistake), DAY.find(({ mistake }) => mistake)] as [
  ExampleEvent,
  ExampleEvent,
];

let taken: Taken[];
let answer: (request: Taken) => Given;
let server: Server;
let endpoint: string;

const processed = ({ events }: Taken): Given => ({
  status: 200,
  body: { events: events.map(() => ({ status: 'processed', error_message: null })) },
});

beforeEach(async () => {
  taken = [];
  answer = processed;
  server = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    const events = body.data ?? [body];
    const seen = { path: request.url ?? '', headers: request.headers, events };
    taken.push(seen);
    const given = answer(seen);
    response.writeHead(given.status, given.headers).end(JSON.stringify(given.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const target = () => ({ endpoint, ingestKey: 'key', origin: 'https://www.shop.example', simulator: undefined });

describe('sending', () => {
  it('brings browser events one by one from their page, the others in batches with the key', async () => {
    const outcomes = await sendDay(DAY, target());
    expect(outcomes).toHaveLength(DAY.length);
    const pages = taken.filter((request) => request.path === '/collect');
    expect(pages).toHaveLength(DAY.filter(({ via }) => via === 'browser').length);
    for (const { headers, events } of pages) {
      expect(headers.origin).toBe('https://www.shop.example');
      expect(headers['content-type']).toMatch(/^text\/plain/);
      expect(headers['user-agent']).toMatch(/^Mozilla/);
      expect(headers.authorization).toBeUndefined();
      expect(events).toHaveLength(1);
    }
    expect(pages.some(({ headers }) => headers.cookie?.startsWith('_epik='))).toBe(true);
    const batches = taken.filter((request) => request.path === '/events');
    expect(batches.every(({ headers }) => headers.authorization === 'Bearer key')).toBe(true);
    expect(Math.max(...batches.map(({ events }) => events.length))).toBe(100);
  });

  it.each([429, 503])('repeats what was answered %i', async (status) => {
    answer = (request) => (taken.length === 1 ? { status, headers: { 'retry-after': '0' } } : processed(request));
    const outcomes = await sendDay([VALID], target());
    expect(taken.map(({ events }) => events)).toEqual([taken[0]?.events, taken[0]?.events]);
    expect(outcomes).toMatchObject([{ accepted: true }]);
  });

  it('reads the results of a batch of which nothing was accepted', async () => {
    const details = { events: [{ status: 'failed', error_message: '"event_id" is missing' }] };
    answer = () => ({ status: 422, body: { code: 953, message: 'none', details } });
    expect(await sendDay([WRONG], target())).toMatchObject([{ accepted: false, reason: '"event_id" is missing' }]);
  });

  it.each([
    [401, /INGEST_KEY/],
    [403, /allowedOrigins/],
    [404, /answered 404/],
    [200, /one result per event/],
  ])('says in a sentence what an answer of %i means', async (status, message) => {
    answer = () => ({ status, body: {} });
    await expect(sendDay([VALID], target())).rejects.toThrow(message);
  });

  it('says in a sentence that nothing listens', async () => {
    server.close();
    server.closeAllConnections();
    await expect(sendDay([VALID], target())).rejects.toThrow(/nothing listens there/);
  });
});

describe('the target', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'example-')), 'local-stack.json');
  const state = { endpoint: 'http://localhost:9999', ingestKey: 'local-key', simulator: 'http://127.0.0.1:9998' };
  writeFileSync(file, JSON.stringify(state));

  it('is the running stack when nothing else is said', () => {
    expect(readTarget({}, file)).toEqual({ ...state, origin: 'http://localhost:9999' });
  });

  it('is what the environment says, and then has nothing of the local stack', () => {
    const env = { ENDPOINT: 'https://conversions.example/', INGEST_KEY: 'k', ORIGIN: 'https://shop.example' };
    const expected = { endpoint: 'https://conversions.example', ingestKey: 'k', origin: 'https://shop.example' };
    expect(readTarget(env, file)).toEqual({ ...expected, simulator: undefined });
    expect(() => readTarget({ ENDPOINT: 'https://conversions.example' }, file)).toThrow(/INGEST_KEY/);
  });

  it('is told to be missing when there is neither', () => {
    expect(() => readTarget({}, `${file}.absent`)).toThrow(/npm start/);
    expect(() => readTarget({ ENDPOINT: 'nonsense' }, file)).toThrow(/ENDPOINT/);
  });
});

describe('the summary', () => {
  const accepted = (example: ExampleEvent): Outcome => ({ example, accepted: true, reason: '' });
  const refused = (example: ExampleEvent): Outcome => ({ example, accepted: false, reason: '"event_id" is missing' });
  const delivery = { delivered: 1, missing: [], duplicates: 0 };

  it('is content when what is valid was delivered and what is wrong was refused', () => {
    const { asExpected, lines } = summarise([accepted(VALID), refused(WRONG)], delivery);
    expect(asExpected).toBe(true);
    expect(lines.join('\n')).toMatch(
      /Accepted +1\n.*\nRefused +1, because of\n +1 +event_id +is missing\nDelivered +1/,
    );
  });

  it.each([
    ['a valid event was refused', [refused(VALID)], delivery, '1 valid but refused'],
    ['a wrong event was accepted', [accepted(WRONG)], delivery, '1 wrong but accepted'],
    ['one did not arrive', [accepted(VALID)], { ...delivery, missing: ['run-1'] }, '1 accepted but not delivered'],
  ])('is not when %s', (_, outcomes, arrived, line) => {
    const { asExpected, lines } = summarise(outcomes, arrived);
    expect(asExpected).toBe(false);
    expect(lines.join('\n')).toContain(line);
  });

  it('stays under 40 lines even when everything went wrong', () => {
    const missing = DAY.map((_, index) => `run-${index}`);
    const everything = DAY.map((example) => (example.mistake ? accepted(example) : refused(example)));
    expect(summarise(everything, { ...delivery, missing }).lines.length).toBeLessThan(36);
  });
});

describe('delivery', () => {
  it('counts what has arrived at the simulator, each report of an id for itself', async () => {
    const setting = { token: 't', adAccountId: '1' };
    const simulator = await startPinterestSimulator(setting);
    const ids = ['run-1', 'run-1', 'run-2', 'run-2', 'run-3'];
    const outcomes = ids.map((event_id) => ({
      example: { ...VALID, event: { event_id } },
      accepted: true,
      reason: '',
    }));
    const data = ['run-1', 'run-1', 'run-2', 'other-4'].map((event_id) => ({
      ...{ event_id, event_name: 'checkout', action_source: 'web', event_time: Math.floor(Date.now() / 1_000) },
      user_data: { client_ip_address: '192.0.2.1', client_user_agent: 'Mozilla/5.0' },
    }));
    await fetch(`${simulator.url}/ad_accounts/1/events`, {
      ...{ method: 'POST', headers: { authorization: 'Bearer t' }, body: JSON.stringify({ data }) },
    });
    expect(await awaitDelivery(outcomes, simulator.url, { run: 'run', seconds: 0 })).toEqual({
      ...{ delivered: 3, missing: ['run-2', 'run-3'], duplicates: 1 },
    });
    await simulator.close();
  });
});
