/** Answers that do not come at once and as a whole, over a real socket: interim ones before them, pieces, pauses. */
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { skippingContinue } from '../../../lambda/sender/interim-answers';
import { createPost } from '../../../lambda/sender/pinterest-client';

const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';
const HINTS = 'HTTP/1.1 103 Early Hints\r\nlink: </a>; rel=preload\r\n\r\n';
const BODY = '{"events":[{"status":"processed","error_message":""}]}';
const whole = (status = '200 OK', more = '') =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\n${more}content-length: ${BODY.length}\r\n\r\n${BODY}`;
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const CHUNKED = ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', ...[...BODY].map(chunk), '0\r\n\r\n'];

let server: Server | undefined;
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server?.close();
});

/** Pinterest as it sends these pieces to each request, with a pause between them; it ends the connection after the last. */
async function pinterest(pieces: readonly string[], { timeoutMs = 2_000, ends = false } = {}) {
  const requests: string[] = [];
  const started = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    let text = '';
    socket.on('data', async (data) => {
      text += data;
      if (!text.endsWith('}')) return;
      requests.push(text);
      text = '';
      for (const piece of pieces) {
        socket.write(piece);
        await pause(5);
      }
      if (ends) socket.destroy();
    });
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  const { port } = started.address() as { port: number };
  const apiUrl = `http://127.0.0.1:${port}/v5`;
  const post = createPost({ apiUrl, adAccountId: '1', timeoutMs, fetch: skippingContinue(fetch) });
  return { requests, post: () => post('{"data":[]}', true, 'pina_secret') };
}

const ANSWERED = { kind: 'answer', status: 200, body: JSON.parse(BODY) };

test.each([
  ['after 100 Continue', [CONTINUE, whole()]],
  ['after 100 Continue, twice', [CONTINUE, CONTINUE, whole()]],
  ['in one piece with 100 Continue', [CONTINUE + whole()]],
  ['after 103 Early Hints', [HINTS, whole()]],
  ['after 100 and 103', [CONTINUE, HINTS, whole()]],
  ['after 102 Processing', ['HTTP/1.1 102 Processing\r\n\r\n', whole()]],
  ['byte by byte', [...whole()]],
  ['byte by byte after 100 Continue', [...`${CONTINUE}${whole()}`]],
  ['in chunks', CHUNKED],
  ['in chunks after 100 Continue', [CONTINUE, ...CHUNKED]],
])('an answer is read that comes %s', async (_, pieces) => {
  const { post } = await pinterest(pieces);
  expect(await post()).toMatchObject(ANSWERED);
});

test('once 100 Continue has come, the next POSTs are sent once each, and with the same words', async () => {
  const { post, requests } = await pinterest([CONTINUE, whole()]);
  for (let posts = 0; posts < 3; posts++) expect(await post()).toMatchObject(ANSWERED);
  expect(requests).toHaveLength(4);
  const [first = '', ...others] = requests;
  for (const request of [first, ...others]) {
    expect(request).toMatch(/^POST \/v5\/ad_accounts\/1\/events\?test=true HTTP\/1.1\r\n/);
    expect(request.toLowerCase()).toMatch(/authorization: bearer pina_secret\r\n/);
    expect(request.toLowerCase()).toMatch(/content-type: application\/json\r\n/);
    expect(request).toMatch(/content-length: 11\r\n/i);
    expect(request).toMatch(/\r\n\r\n\{"data":\[\]\}$/);
  }
});

describe('after 100 Continue', () => {
  test.each([
    ['a redirect is not followed', whole('307 Temporary Redirect', 'location: /elsewhere\r\nx-said: 17\r\n'), 307],
    ['a refusal is one', whole('429 Too Many Requests', 'x-said: 17\r\n'), 429],
    ['an answer without a body is one', 'HTTP/1.1 204 No Content\r\nx-said: 17\r\n\r\n', 204],
  ])('%s', async (_, answer, status) => {
    const { post } = await pinterest([CONTINUE, answer]);
    const reply = await post();
    expect(reply).toMatchObject({ kind: 'answer', status });
    expect(reply.kind === 'answer' && reply.headers.get('x-said')).toBe('17');
  });

  test.each([
    ['silence', [CONTINUE], { timeoutMs: 100 }],
    ['a cut connection', [CONTINUE], { ends: true }],
    ['a status that no answer has', [CONTINUE, whole('999 Odd')], {}],
    ['an answer that stops half-way', [CONTINUE, whole().slice(0, -10)], { timeoutMs: 100 }],
    ['an answer that is cut half-way', [CONTINUE, whole().slice(0, -10)], { ends: true }],
  ])('%s is none', async (_, pieces, options) => {
    const { post } = await pinterest(pieces, options);
    expect(await post()).toEqual({ kind: 'none', cause: expect.any(String) });
  });
});
