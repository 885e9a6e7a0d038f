/** POST /collect: which pages may send, and what their connection says. */
import { BROWSER, digest, rawEvent, request } from '../../helpers/factories';
import { createIngest, KEY, ORIGIN } from './ingest';

const ALLOWED = [ORIGIN, 'https://*.shop.test', 'http://localhost:*'];

describe('origins', () => {
  test.each([
    ORIGIN,
    'HTTPS://WWW.SHOP.EXAMPLE',
    'https://a.shop.test',
    'https://a.b-2.shop.test',
    'http://localhost',
    'http://localhost:3000',
  ])('%s is allowed, and CORS says so', async (origin) => {
    const ingest = createIngest({ allowedOrigins: ALLOWED });
    const answer = await ingest.collect(rawEvent(), { headers: { origin } });
    expect(answer).toMatchObject({
      status: 200,
      headers: {
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        vary: 'Origin',
      },
    });
    const preflight = await ingest.handle(request({ method: 'OPTIONS', path: '/collect', headers: { origin } }));
    expect(preflight).toMatchObject({
      status: 204,
      text: '',
      headers: {
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': 'content-type',
      },
    });
  });

  test.each([
    'https://shop.example',
    'http://www.shop.example',
    'https://www.shop.example:8443',
    'https://www.shop.example/',
    'https://www.shop.example.evil.test',
    'https://evil.test/https://www.shop.example',
    'https://wwwXshop.example',
    'https://www.shop.example\nhttps://evil.test',
    'https://shop.test',
    'https://evilshop.test',
    'https://evil.test?.shop.test',
    'https://user@a.shop.test',
    'http://localhost:3000.evil.test',
    'http://localhost:',
    'https://localhost:3000',
    'null',
    '*',
    '',
  ])('%j is not', async (origin) => {
    const ingest = createIngest({ allowedOrigins: ALLOWED });
    for (const answer of [
      await ingest.collect(rawEvent(), { headers: { origin } }),
      await ingest.handle(request({ method: 'OPTIONS', path: '/collect', headers: { origin } })),
    ]) {
      expect(answer).toMatchObject({
        status: 403,
        body: { code: 29, message: expect.stringContaining('allowedOrigins') },
      });
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    }
    expect(ingest.sqs.batches).toEqual([]);
  });

  test('a request without one is not from a page, even with the ingest key', async () => {
    const headers = { authorization: `Bearer ${KEY}` };
    expect((await createIngest().handle(request({ path: '/collect', body: rawEvent(), headers }))).status).toBe(403);
  });

  test('without any allowed origin, none is', async () => {
    expect((await createIngest({ allowedOrigins: [] }).collect(rawEvent())).status).toBe(403);
  });
});

describe('a page', () => {
  test('is told what is wrong, readably for its script', async () => {
    const answer = await createIngest().collect('{');
    expect(answer).toMatchObject({ status: 400, headers: { 'access-control-allow-origin': ORIGIN } });
  });

  test.each(['text/plain;charset=UTF-8', 'application/json', 'application/x-www-form-urlencoded'])(
    'may send %s, as sendBeacon does',
    async (type) => {
      const answer = await createIngest().collect(rawEvent(), { headers: { 'content-type': type } });
      expect(answer.status).toBe(200);
    },
  );

  test('need not say who and when: the connection and the clock do', async () => {
    const ingest = createIngest();
    const { body } = await ingest.collect(
      { event_name: 'PageVisit', event_id: 'v-1', user_data: { client_ip_address: '10.0.0.1' } },
      { cookies: ['_epik=from-cookie'], headers: { referer: 'https://www.shop.example/a' } },
    );
    expect(body).toMatchObject({ num_events_processed: 1 });
    expect(ingest.queued()).toEqual([
      expect.objectContaining({
        event: {
          event_name: 'page_visit',
          action_source: 'web',
          event_time: ingest.clock.now / 1_000,
          event_id: 'v-1',
          event_source_url: 'https://www.shop.example/a',
          user_data: {
            client_ip_address: BROWSER.ipAddress,
            client_user_agent: BROWSER.userAgent,
            click_id: 'from-cookie',
          },
        },
      }),
    ]);
  });

  test('may bring an e-mail address in clear, which is hashed before it is queued', async () => {
    const ingest = createIngest();
    await ingest.collect(rawEvent({ user_data: { em: 'Zoe@Example.com' } }));
    expect(ingest.queued()).toMatchObject([{ event: { user_data: { em: [digest('zoe@example.com')] } } }]);
    expect(ingest.sqs.batches.join()).not.toMatch(/zoe/i);
  });

  test('that may only send what the event map takes from browsers, is held to it', async () => {
    const eventMap = { checkout: { sendAs: 'checkout', from: ['server' as const] } };
    const ingest = createIngest({ policy: { maximumEventAgeSeconds: 86_400, eventMap } });
    expect((await ingest.collect(rawEvent())).status).toBe(422);
    expect((await ingest.send(rawEvent())).status).toBe(200);
  });
});

test('GET /pinterest.js is the script, for every page and to be kept', async () => {
  expect(await createIngest().handle(request({ method: 'GET', path: '/pinterest.js' }))).toMatchObject({
    status: 200,
    text: '/* the script */',
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': expect.stringContaining('max-age='),
      'access-control-allow-origin': '*',
    },
  });
});
