/** What is repeated, after how long, how often, and with which events. */
import { retryAfterMs, waitBeforeNext } from '../../client/back-off';
import { type Answer, closeEndpoints, partlyQueued, startEndpoint, TAKEN, THROTTLED } from './support/endpoint';
import { clientOf, event, failureOf } from './support/sending';

afterEach(closeEndpoints);

const unavailable = (headers: Record<string, string> = {}): Answer => ({ status: 503, headers });

describe('a request is made again after', () => {
  const passing: readonly (readonly [string, Answer])[] = [
    ['a connection that ended', { status: 0, hangUp: true }],
    ['408', { status: 408 }],
    ["429, API Gateway's own", THROTTLED],
    ['500', { status: 500, body: { message: 'Internal Server Error' } }],
    ['502 with a page', { status: 502, body: '<html>Bad Gateway</html>' }],
    ['503', unavailable()],
    ['504', { status: 504 }],
  ];

  it.each(passing)('%s', async (_, answer) => {
    const endpoint = await startEndpoint(answer);
    const { client, waits } = clientOf(endpoint.url);
    expect((await client.send([event()])).results).toMatchObject([{ status: 'processed', attempts: 2 }]);
    expect(waits).toEqual([250]);
  });

  it('no answer within the time of an attempt', async () => {
    const endpoint = await startEndpoint({ status: 0, silent: true });
    const { client } = clientOf(endpoint.url, { attemptTimeoutMs: 100 });
    expect((await client.send([event()])).results).toMatchObject([{ status: 'processed', attempts: 2 }]);
  });

  it('no answer of a fetch that heeds no signal', async () => {
    const endpoint = await startEndpoint();
    let calls = 0;
    const { client } = clientOf(endpoint.url, {
      attemptTimeoutMs: 50,
      fetch: (url, request) => (++calls === 1 ? new Promise(() => {}) : fetch(url, request)),
    });
    expect((await client.send([event()])).processed).toBe(1);
  });
});

describe('of a request that was queued in part', () => {
  it('only the events that were not queued go again', async () => {
    const endpoint = await startEndpoint(
      partlyQueued('processed', 'not queued', 'failed', 'not queued'),
      partlyQueued('not queued', 'processed'),
    );
    const { client, waits } = clientOf(endpoint.url);
    const ids = ['a', 'b', 'c', 'd'];
    const sent = await client.send(ids.map((event_id) => event({ event_id })));
    expect(endpoint.asked.map(({ events }) => events.map(({ event_id }) => event_id))).toEqual([
      ids,
      ['b', 'd'],
      ['b'],
    ]);
    expect(sent).toMatchObject({
      processed: 3,
      failed: 1,
      results: [
        { status: 'processed', attempts: 1 },
        { status: 'processed', attempts: 3 },
        { status: 'failed', error: 'refused by the test', attempts: 1 },
        { status: 'processed', attempts: 2 },
      ],
    });
    expect(waits).toEqual([5_000, 5_000]);
  });

  it('all that failed go again when the endpoint says it in other words', async () => {
    const otherWords = { status: 'failed', error_message: 'the queue is full', warning_message: null };
    const processed = { status: 'processed', error_message: null, warning_message: null };
    const endpoint = await startEndpoint({ status: 503, body: { details: { events: [processed, otherWords] } } });
    expect((await clientOf(endpoint.url).client.send([event(), event()])).processed).toBe(2);
    expect(endpoint.asked.map(({ events }) => events.length)).toEqual([2, 1]);
  });
});

describe('the wait', () => {
  it('doubles up to half a minute, and is spread over the upper half', () => {
    const waits = (random: number) => [1, 2, 3, 4, 7, 50].map((attempts) => waitBeforeNext(attempts, 0, () => random));
    expect(waits(0)).toEqual([250, 500, 1_000, 2_000, 15_000, 15_000]);
    expect(waits(1)).toEqual([500, 1_000, 2_000, 4_000, 30_000, 30_000]);
  });

  it('is never less than what the answer asked for, and spread on top of it', () => {
    expect(waitBeforeNext(1, 5_000, () => 0)).toBe(5_000);
    expect(waitBeforeNext(1, 5_000, () => 1)).toBe(5_125);
  });

  it('is read from Retry-After in seconds or as a date', () => {
    const now = Date.parse('2026-03-01T12:00:00Z');
    expect(retryAfterMs('5', now)).toBe(5_000);
    expect(retryAfterMs('Sun, 01 Mar 2026 12:00:07 GMT', now)).toBe(7_000);
    expect(retryAfterMs('Sun, 01 Mar 2026 11:00:00 GMT', now)).toBe(0);
    for (const nothing of [null, '', 'soon', '-5']) expect(retryAfterMs(nothing, now)).toBe(0);
  });
});

describe('a send gives up', () => {
  it('after the attempts it may make', async () => {
    const endpoint = await startEndpoint(...Array.from({ length: 9 }, () => unavailable()));
    const { client, waits } = clientOf(endpoint.url, { maxAttempts: 3 });
    const error = await failureOf(client.send([event({ event_id: 'a' })]));
    expect(error.message).toBe(
      '1 of 1 events are unsent: the answer was 503 at attempt 3, the last; send "unsent" again later',
    );
    expect(error).toMatchObject({ name: 'SendError', reason: 'unavailable', status: 503 });
    expect(endpoint.asked).toHaveLength(3);
    expect(waits).toHaveLength(2);
  });

  it('after six attempts when nothing else is said', async () => {
    const endpoint = await startEndpoint(...Array.from({ length: 9 }, () => THROTTLED));
    expect((await failureOf(clientOf(endpoint.url).client.send([event()]))).reason).toBe('unavailable');
    expect(endpoint.asked).toHaveLength(6);
  });

  it('at once when the answer asks to wait longer than the time it has', async () => {
    const endpoint = await startEndpoint(unavailable({ 'retry-after': '600' }));
    const { client, waits } = clientOf(endpoint.url);
    expect((await failureOf(client.send([event()]))).reason).toBe('unavailable');
    expect(waits).toEqual([]);
  });

  it('when its time is over, which each request has anew', async () => {
    const endpoint = await startEndpoint(
      unavailable({ 'retry-after': '50' }),
      TAKEN,
      ...Array.from({ length: 9 }, () => unavailable({ 'retry-after': '50' })),
    );
    const { client, waits } = clientOf(endpoint.url);
    const error = await failureOf(client.send(Array.from({ length: 1_500 }, () => event())));
    expect(waits).toEqual([50_000, 50_000, 50_000]);
    expect(error.unsent).toHaveLength(500);
  });
});
