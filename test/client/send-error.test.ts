/** What a send that could not go on tells: what to mend, what is known of each event, and which to send again. */
import type { SendError, SendErrorReason } from '../../client';
import { type Answer, closeEndpoints, partlyQueued, startEndpoint, TAKEN } from './support/endpoint';
import { clientOf, event, failureOf } from './support/sending';

afterEach(closeEndpoints);

describe('what no repetition mends ends the send after one request', () => {
  const answers: readonly (readonly [string, Answer, SendErrorReason, RegExp])[] = [
    ['401', { status: 401 }, 'wrong-key', /give "ingestKey" the value of the secret .* IngestKeySecretArn/],
    [
      '403',
      { status: 403 },
      'forbidden',
      /another ad account .*, or takes requests only that "fetch" has signed with IAM/,
    ],
    ['404', { status: 404 }, 'wrong-endpoint', /set "endpoint" to the stack output Endpoint/],
    ['405', { status: 405 }, 'wrong-endpoint', /set "endpoint"/],
    ['a redirect', { status: 301, headers: { location: 'http://127.0.0.1:9/' } }, 'wrong-endpoint', /set "endpoint"/],
    ['a page', { status: 200, body: '<html></html>' }, 'wrong-endpoint', /set "endpoint"/],
    ['too few results', { status: 200, body: { events: [] } }, 'wrong-endpoint', /set "endpoint"/],
    ['results that are none', { status: 200, body: { events: [{ status: 'ok' }] } }, 'wrong-endpoint', /"endpoint"/],
    ['422 without results', { status: 422, body: { message: 'no' } }, 'wrong-endpoint', /set "endpoint"/],
    ['400', { status: 400 }, 'refused', /proxy or a firewall/],
    ['413', { status: 413 }, 'refused', /proxy or a firewall/],
  ];

  it.each(answers)('%s', async (_, answer, reason, advice) => {
    const endpoint = await startEndpoint(answer);
    const { client, waits } = clientOf(endpoint.url);
    const error = await failureOf(client.send([event()]));
    expect(error).toMatchObject({
      name: 'SendError',
      reason,
      status: answer.status,
      message: expect.stringMatching(advice),
    });
    expect(error.unsent).toHaveLength(1);
    expect(endpoint.asked).toHaveLength(1);
    expect(waits).toEqual([]);
  });
});

describe('after a send that broke off', () => {
  async function brokenOff(): Promise<SendError> {
    const endpoint = await startEndpoint(TAKEN, partlyQueued('processed', 'failed', 'not queued'), { status: 401 });
    const events = Array.from({ length: 1_003 }, (_, index) => event(index < 1_000 ? { event_id: `id-${index}` } : {}));
    return failureOf(clientOf(endpoint.url).client.send(events));
  }

  it('each event has a result, in order', async () => {
    const { results, message } = await brokenOff();
    expect(message).toMatch(/^1 of 1003 events are unsent: the answer was 401; /);
    expect(results).toHaveLength(1_003);
    expect(results.slice(0, 1_000).every(({ status }) => status === 'processed')).toBe(true);
    expect(results.slice(1_000)).toMatchObject([
      { status: 'processed', attempts: 1 },
      { status: 'failed', error: 'refused by the test', attempts: 1 },
      { status: 'unsent', attempts: 2, error: undefined },
    ]);
  });

  it('the unsent events can be sent again, under the ids they had', async () => {
    const { unsent, results } = await brokenOff();
    const endpoint = await startEndpoint();
    const again = await clientOf(endpoint.url).client.send(unsent);
    expect(again.results.map(({ eventId }) => eventId)).toEqual([results[1_002]?.eventId]);
    expect(endpoint.asked[0]?.events).toMatchObject([{ event_name: 'lead', user_data: { em: 'jane@shop.example' } }]);
  });

  it('requests that were not made count no attempt', async () => {
    const endpoint = await startEndpoint({ status: 404 });
    const { results, unsent } = await failureOf(
      clientOf(endpoint.url).client.send(Array.from({ length: 1_001 }, () => event())),
    );
    expect([results[0]?.attempts, results[1_000]?.attempts]).toEqual([1, 0]);
    expect(unsent).toHaveLength(1_001);
  });
});

it('what the platform threw is told by its code, and kept', async () => {
  const endpoint = await startEndpoint();
  await endpoint.close();
  const error = await failureOf(clientOf(endpoint.url, { maxAttempts: 1 }).client.send([event()]));
  expect(error.message).toMatch(/fetch threw ECONNREFUSED, which "lastError" holds, at attempt 1, the last/);
  expect(error.lastError).toHaveProperty('cause.code', 'ECONNREFUSED');
  expect(error.status).toBeUndefined();
});

describe('a send that is aborted', () => {
  it('before it began makes no request', async () => {
    const [fetch, ingestKey] = [jest.fn(), jest.fn()];
    const { client } = clientOf('https://events.shop.example', { fetch, ingestKey });
    const error = await failureOf(client.send([event()], { signal: AbortSignal.abort('late') }));
    expect(error).toMatchObject({ reason: 'aborted', lastError: 'late' });
    expect(fetch).not.toHaveBeenCalled();
    expect(ingestKey).not.toHaveBeenCalled();
    expect(error.unsent).toHaveLength(1);
  });

  it('while it waits for an answer ends at once', async () => {
    const controller = new AbortController();
    const endpoint = await startEndpoint(() => {
      controller.abort();
      return { status: 0, silent: true };
    });
    const error = await failureOf(clientOf(endpoint.url).client.send([event()], { signal: controller.signal }));
    expect(error).toMatchObject({ reason: 'aborted', lastError: controller.signal.reason });
  });

  it('while it waits for the next attempt ends at once, and leaves no timer', async () => {
    const endpoint = await startEndpoint({ status: 503, headers: { 'retry-after': '60' } });
    const { client } = clientOf(endpoint.url, { sleep: undefined });
    const began = Date.now();
    const error = await failureOf(client.send([event()], { signal: AbortSignal.timeout(200) }));
    expect(error).toMatchObject({ reason: 'aborted', status: 503 });
    expect(Date.now() - began).toBeLessThan(5_000);
  });
});
