import { readFileSync } from 'node:fs';
import { main } from '../../cli/main';
import { testEvent } from '../../cli/test-event';
import { accept } from '../../lambda/event/accept';

const ENDPOINT = 'https://abc.execute-api.eu-west-1.amazonaws.com';
const NOW = Date.UTC(2026, 10, 23);

const run = (
  args: string[],
  answer: Response | Error,
  env: Record<string, string> = { INGEST_KEY: 'key-of-the-shop' },
) => {
  const calls: { url: string; init: RequestInit }[] = [];
  const fakeFetch = async (url: URL, init: RequestInit) => {
    calls.push({ url: String(url), init });
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return main(args, { env, fetch: fakeFetch as typeof fetch, now: () => NOW }).then((result) => ({ ...result, calls }));
};

describe('cdk-pinterest-conversions send-test', () => {
  test('sends one event as a test and says where to see it', async () => {
    const { ok, text, calls } = await run(['send-test', ENDPOINT], Response.json({}));
    expect(ok).toBe(true);
    expect(text).toMatch(/Test events/);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url).toBe(`${ENDPOINT}/events?test=true`);
    expect(calls[0]?.init.headers).toMatchObject({ authorization: 'Bearer key-of-the-shop' });
  });

  test('its event is one that the endpoint accepts', () => {
    const verdict = accept(testEvent('lead', NOW), { now: NOW, origin: 'server' }, { maximumEventAgeSeconds: 604_800 });
    expect(verdict).toMatchObject({ accepted: true, warnings: [] });
  });

  test.each([
    [['send-test']],
    [[]],
    [['delete', ENDPOINT]],
    [['send-test', ENDPOINT, 'more']],
    [['send-test', ENDPOINT, '--evnet', 'lead']],
  ])('%j prints the usage', async (args) => {
    const { ok, text, calls } = await run(args, Response.json({}));
    expect({ ok, calls: calls.length }).toEqual({ ok: false, calls: 0 });
    expect(text).toMatch(/^usage: /);
  });

  test('without INGEST_KEY it says so and sends nothing', async () => {
    const { ok, text, calls } = await run(['send-test', ENDPOINT], Response.json({}), {});
    expect({ ok, calls: calls.length }).toEqual({ ok: false, calls: 0 });
    expect(text).toMatch(/INGEST_KEY is not set/);
  });

  test.each([
    [
      'a refusal',
      Response.json({ code: 2, message: 'the ingest key is missing or wrong' }, { status: 401 }),
      /answered 401: the ingest key/,
    ],
    ['an answer of another server', new Response('<html>', { status: 404 }), /answered 404: no message/],
    ['a dead address', new TypeError('fetch failed'), /cannot be reached/],
  ])('%s is told with what it means, never with the key', async (_, answer, message) => {
    const { ok, text } = await run(['send-test', ENDPOINT], answer);
    expect(ok).toBe(false);
    expect(text).toMatch(message);
    expect(text).not.toContain('key-of-the-shop');
  });

  test('an endpoint that is not a URL is named', async () => {
    expect((await run(['send-test', 'abc'], Response.json({}))).text).toMatch(/"abc" is not a URL/);
  });

  test('the built command starts with the line that makes it one', () => {
    expect(readFileSync('assets/cli/index.mjs', 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

it.each([['--help'], ['-h'], ['send-test', '--help']])('%s is asked for, and no fault', async (...args) => {
  const surroundings = { env: {}, fetch: async () => Response.error(), now: () => 0 };
  expect(await main(args, surroundings)).toEqual({ ok: true, text: expect.stringMatching(/^usage: /) });
});
