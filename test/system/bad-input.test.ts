/** Whatever a caller sends, the running system answers 4xx with a reason, and goes on. */
import { checkout, type RunningStack, startLocalStack } from '../helpers/local-stack';

const nested = (levels: number): unknown => (levels === 0 ? 'x' : { deeper: nested(levels - 1) });

const WRONG_EVERYWHERE = {
  event_name: 5,
  action_source: [],
  event_time: {},
  event_id: false,
  user_data: 'x',
  custom_data: [1],
  app_info: 'x',
  opt_out: 'maybe',
};

const CASES: [string, string | Uint8Array | object, number, RegExp][] = [
  ['a body that is not JSON', 'event=checkout', 400, /not valid JSON.*send/],
  ['an empty body', '', 400, /empty.*send/],
  ['a body of the wrong shape', { data: 'x' }, 400, /"data" is not a list/],
  ['a number', '5', 400, /neither "data" nor "event_name"/],
  ['no events', { data: [] }, 400, /0 events; send 1 to 1000/],
  ['1,001 events', { data: Array.from({ length: 1_001 }, () => checkout()) }, 400, /1001 events; send 1 to 1000/],
  ['a body of 6 MB', { ...checkout(), language: 'x'.repeat(6_000_000) }, 413, /at most 4194304/],
  ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, /UTF-8/],
  ['nesting of 30 levels', { ...checkout(), custom_data: nested(30) }, 422, /nested deeper/],
  ['lists of 100,000 levels', '['.repeat(100_000) + ']'.repeat(100_000), 422, /an event is an object/],
  ['a __proto__ key', '{"event_name":"checkout","__proto__":{"polluted":true}}', 422, /__proto__/],
  [
    'wrong types everywhere',
    WRONG_EVERYWHERE,
    422,
    /"action_source" is a list of 0; send one of web.*"event_id" is false/,
  ],
];

describe('bad input', () => {
  let stack: RunningStack;
  beforeAll(async () => {
    stack = await startLocalStack();
  });
  afterAll(() => stack.stop());

  test.each(CASES)('%s is refused with what to send instead', async (_, body, status, message) => {
    const answer = await stack.send(body);
    const text = await answer.text();
    expect(answer.status).toBe(status);
    expect(JSON.parse(text)).toMatchObject({ code: expect.any(Number), message: expect.any(String) });
    expect(text.replaceAll('\\"', '"')).toMatch(message);
    expect(text).not.toMatch(/ {4}at |node:/);
  });

  test('an event that SQS could not carry as it is, is carried all the same', async () => {
    const answer = await stack.send(checkout({ custom_data: { content_name: 'broken \uFFFF \uD800 name' } }));
    expect(answer.status).toBe(200);
  });

  test('a body that is no longer an HTTP message is cut off at 10 MB', async () => {
    const answer = await stack.send('x'.repeat(11_000_000));
    expect(answer.status).toBe(413);
  });
});
