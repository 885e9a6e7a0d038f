/** One POST to Pinterest: a network fault is an answer too. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPost } from '../../../lambda/sender/pinterest-client';

describe('against a real server', () => {
  let server: Server | undefined;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  async function postTo(listener: RequestListener, timeoutMs = 2_000) {
    const started = createServer(listener);
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    const apiUrl = `http://127.0.0.1:${(started.address() as AddressInfo).port}/v5`;
    return createPost({ apiUrl, adAccountId: '1', timeoutMs, fetch })('{"data":[]}', true, 'pina_secret');
  }

  test('an answer is its status and its JSON', async () => {
    const reply = await postTo((request, response) => {
      response.writeHead(422).end(JSON.stringify({ url: request.url, token: request.headers.authorization }));
    });
    expect(reply).toMatchObject({
      kind: 'answer',
      status: 422,
      body: { url: '/v5/ad_accounts/1/events?test=true', token: 'Bearer pina_secret' },
    });
  });

  test('a redirect is not followed: it would carry the token to a host that nobody chose', async () => {
    let requests = 0;
    const reply = await postTo((_, response) => {
      requests++;
      response.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(reply).toMatchObject({ kind: 'answer', status: 307 });
    expect(requests).toBe(1);
  });

  test('no answer within the time is none', async () => {
    expect(await postTo(() => undefined, 50)).toEqual({ kind: 'none', cause: expect.any(String) });
  });

  test('an answer without end is none, and is not read to its end', async () => {
    let written = 0;
    const reply = await postTo((_, response) => {
      const chunk = Buffer.alloc(1_000_000, 'x');
      const write = () => {
        while (!response.destroyed && written < 200) {
          written++;
          if (!response.write(chunk)) return void response.once('drain', write);
        }
      };
      write();
    });
    expect(reply).toEqual({ kind: 'none', cause: 'TooLongError' });
    expect(written).toBeLessThan(100);
  });

  test('an answer that stops half-way is none', async () => {
    const reply = await postTo((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"events":');
      setTimeout(() => response.destroy(), 20);
    });
    expect(reply).toEqual({ kind: 'none', cause: expect.any(String) });
  });
});

describe('of a network fault only the code or the kind is passed on, because a message can hold anything', () => {
  const withCode = Object.assign(new Error('connect 203.0.113.77'), { code: 'ECONNREFUSED' });
  test.each([
    [new TypeError('fetch failed', { cause: withCode }), 'ECONNREFUSED'],
    [new TypeError('fetch failed: pina_secret'), 'TypeError'],
    [Object.assign(new Error('pina_secret'), { name: 'TimeoutError' }), 'TimeoutError'],
    ['pina_secret', 'unknown'],
    [undefined, 'unknown'],
  ])('%p: %s', async (error, cause) => {
    const fetch = () => Promise.reject(error);
    const post = createPost({ apiUrl: 'https://api.example/v5', adAccountId: '1', timeoutMs: 1_000, fetch });
    expect(await post('{}', false, 'pina_secret')).toEqual({ kind: 'none', cause });
  });
});
