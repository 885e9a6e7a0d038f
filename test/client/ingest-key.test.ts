/** The ingest key: a text, or a function that is asked when it is needed and again when the endpoint refuses the key. */
import { closeEndpoints, startEndpoint } from './support/endpoint';
import { clientOf, event, failureOf } from './support/sending';

afterEach(closeEndpoints);

const keysOf = (endpoint: { asked: readonly { headers: { authorization?: unknown } }[] }) =>
  endpoint.asked.map(({ headers }) => headers.authorization);

/** A secret whose value changes with each reading. */
function rotating(...values: string[]): { read: () => Promise<string>; readings: () => number } {
  let readings = 0;
  return { read: async () => values[Math.min(readings++, values.length - 1)] ?? '', readings: () => readings };
}

describe('a key from a function', () => {
  it('is asked for once, not before it is needed, and kept', async () => {
    const endpoint = await startEndpoint();
    const secret = rotating('key-1', 'key-2');
    const { client } = clientOf(endpoint.url, { ingestKey: secret.read });
    expect(secret.readings()).toBe(0);
    await Promise.all([client.send([event()]), client.send([event()])]);
    await client.send([event()]);
    expect(keysOf(endpoint)).toEqual(Array(3).fill('Bearer key-1'));
    expect(secret.readings()).toBe(1);
  });

  it('is asked for once more when the endpoint refuses it, and the request made again at once', async () => {
    const endpoint = await startEndpoint({ status: 401 });
    const { client, waits } = clientOf(endpoint.url, { ingestKey: rotating('key-1', 'key-2').read });
    expect((await client.send([event()])).results).toMatchObject([{ status: 'processed', attempts: 2 }]);
    await client.send([event()]);
    expect(keysOf(endpoint)).toEqual(['Bearer key-1', 'Bearer key-2', 'Bearer key-2']);
    expect(waits).toEqual([]);
  });

  it('is wrong when it is refused anew', async () => {
    const endpoint = await startEndpoint({ status: 401 }, { status: 401 });
    const { client } = clientOf(endpoint.url, { ingestKey: rotating('key-1', 'key-2', 'key-3').read });
    expect((await failureOf(client.send([event()]))).reason).toBe('wrong-key');
    expect(endpoint.asked).toHaveLength(2);
  });

  it('is wrong when it has not changed; no request is made with it again', async () => {
    const endpoint = await startEndpoint({ status: 401 });
    const { client } = clientOf(endpoint.url, { ingestKey: () => 'key-1' });
    expect((await failureOf(client.send([event()]))).reason).toBe('wrong-key');
    expect(endpoint.asked).toHaveLength(1);
  });

  it('is read anew once for all sends that were refused the old one', async () => {
    const endpoint = await startEndpoint({ status: 401 }, { status: 401 }, { status: 401 });
    const secret = rotating('key-1', 'key-2', 'key-3');
    const { client } = clientOf(endpoint.url, { ingestKey: secret.read });
    await Promise.all([client.send([event()]), client.send([event()]), client.send([event()])]);
    expect(secret.readings()).toBe(2);
  });

  it.each([[''], ['  '], ['two words'], [undefined]])('that gives none ends the send: %j', async (given) => {
    const endpoint = await startEndpoint();
    const error = await failureOf(clientOf(endpoint.url, { ingestKey: () => given as string }).client.send([event()]));
    expect(error).toMatchObject({ reason: 'no-key', message: expect.stringMatching(/"ingestKey" gave no key/) });
    expect(endpoint.asked).toHaveLength(0);
  });

  it('that fails ends the send with what it threw, and is asked again by the next', async () => {
    const endpoint = await startEndpoint();
    const denied = new Error('AccessDenied');
    const ingestKey = jest.fn<Promise<string>, []>().mockRejectedValueOnce(denied).mockResolvedValue('key-1');
    const { client } = clientOf(endpoint.url, { ingestKey });
    const error = await failureOf(client.send([event()]));
    expect(error).toMatchObject({ reason: 'no-key', lastError: denied });
    expect(error.unsent).toHaveLength(1);
    expect((await client.send(error.unsent)).processed).toBe(1);
  });

  it('that never answers counts as an attempt that took too long', async () => {
    const endpoint = await startEndpoint();
    const ingestKey = () => new Promise<string>(() => {});
    const { client } = clientOf(endpoint.url, { ingestKey, attemptTimeoutMs: 20, maxAttempts: 2 });
    expect((await failureOf(client.send([event()]))).message).toMatch(/no answer within 20 ms at attempt 2/);
  });
});

it('a key keeps no blanks that a file put around it', async () => {
  const endpoint = await startEndpoint();
  await clientOf(endpoint.url, { ingestKey: ' key-1\n' }).client.send([event()]);
  await clientOf(endpoint.url, { ingestKey: async () => 'key-1\n' }).client.send([event()]);
  expect(keysOf(endpoint)).toEqual(['Bearer key-1', 'Bearer key-1']);
});

it('without a key the client sends none, and a fetch that signs makes the requests', async () => {
  const endpoint = await startEndpoint();
  const { client } = clientOf(endpoint.url, {
    ingestKey: undefined,
    fetch: (url, request) => {
      expect(Object.keys(request.headers)).toEqual(['content-type']);
      return fetch(url, {
        ...request,
        headers: { ...request.headers, authorization: 'AWS4-HMAC-SHA256 Credential=a' },
      });
    },
  });
  expect((await client.send([event()])).processed).toBe(1);
  expect(keysOf(endpoint)).toEqual(['AWS4-HMAC-SHA256 Credential=a']);
});
