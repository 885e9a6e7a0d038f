/** What goes back to SQS: dead letters with their reason, back-offs, and the messages that stay. */

import { SENDER_LIMITS } from '../../../contract/sender-limits';
import { backOffSeconds } from '../../../lambda/sender/back-off';
import { NOW, numbered, received } from '../../helpers/factories';
import { apiError, type Posted, results } from '../../helpers/fakes';
import { createSender, toOthers } from './sender';

const messages = (count: number, receiveCount = 1) => numbered(count).map((id) => received(id, {}, receiveCount));
const failing = (...ids: string[]) =>
  toOthers((post: Posted) => Response.json(results(post.ids, Object.fromEntries(ids.map((id) => [id, 'too old'])))));

describe('a dead letter', () => {
  test('promise 1: has the body of its message, and says in plain attributes why it is one', async () => {
    const sender = createSender({ answer: failing('event-1') });
    await sender.run(messages(3));
    expect(sender.sqs.letters).toEqual([
      {
        QueueUrl: 'https://sqs.example/dead-letters',
        MessageBody: received('event-1').body,
        MessageAttributes: {
          Reason: { DataType: 'String', StringValue: 'rejected' },
          Status: { DataType: 'Number', StringValue: '200' },
          Message: { DataType: 'String', StringValue: 'too old' },
          Time: { DataType: 'String', StringValue: '2026-03-01T12:00:00.000Z' },
        },
      },
    ]);
  });

  test('promise 1: that cannot be sent leaves its message in the queue', async () => {
    const sender = createSender({
      answer: failing('event-1', 'event-2'),
      faults: { failsLetter: (body) => body.includes('event-1') },
    });
    expect(await sender.run(messages(3))).toEqual(['message-event-1']);
    expect(sender.letters()).toHaveLength(1);
    expect(sender.telemetry.lines).toContainEqual(expect.objectContaining({ level: 'error' }));
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 1, EventsRejected: 1 });
    expect(sender.sqs.visibilities[0]?.seconds).toEqual({ 'receipt-event-1': 4 });
  });

  test('leaves with nine others in one call', async () => {
    const sender = createSender({ answer: (post) => failing(...post.ids)(post) });
    await sender.run(messages(25));
    expect(sender.letters()).toHaveLength(25);
    expect(sender.sqs.letterCalls()).toBe(3);
  });

  test('promise 1: whose call fails as a whole leaves all messages of the call in the queue', async () => {
    const sender = createSender({
      answer: (post) => failing(...post.ids)(post),
      faults: { failsLetters: (call) => call === 2 },
    });
    expect(await sender.run(messages(25))).toHaveLength(10);
    expect(sender.letters()).toHaveLength(15);
    expect(sender.telemetry.counts).toMatchObject({ EventsRejected: 15 });
  });

  test.each([
    ['an e-mail address', 'Invalid: zoe@example.com!', 'Invalid: [address]'],
    ['a digest', `Invalid: ${'ab'.repeat(32)}`, 'Invalid: [digest]'],
    ['an IP address', 'Invalid: 203.0.113.77.', 'Invalid: [ip].'],
    ['an IPv6 address', 'Invalid: 2001:db8:85a3::8a2e:370:7334', 'Invalid: [ip]'],
    ['a token', 'Invalid: pina_ABC-def_1', 'Invalid: [token]'],
    ['control characters', 'Invalid:\u0000\n\uFFFF name', 'Invalid:  name'],
  ])("promise 5: repeats of Pinterest's message no %s", async (_, message, clean) => {
    const sender = createSender({ answer: toOthers(() => Response.json(results(['a'], { a: message }))) });
    await sender.run([received('a')]);
    expect(sender.letters()).toEqual([expect.objectContaining({ Message: clean })]);
    expect(sender.telemetry.text()).not.toContain(JSON.stringify(message).slice(1, -1));
  });

  test("repeats no more than a thousand characters of Pinterest's message, however long", async () => {
    const sender = createSender({
      answer: toOthers(() => apiError(400, 'x'.repeat(300_000))),
    });
    await sender.run([received('a')]);
    expect(sender.letters()).toEqual([expect.objectContaining({ Message: 'x'.repeat(1_000) })]);
  });
});

describe('the back-off of a held message', () => {
  const HOUR = 3_600_000;
  const secondsOf = async (receiveCount: number, headers = {}, waited = 0) => {
    const sender = createSender({ answer: () => apiError(429, 'slow down', headers) });
    const [message] = messages(1, receiveCount);
    if (message !== undefined) await sender.runToHold([{ ...message, sentAt: NOW - waited }]);
    return sender.sqs.visibilities[0]?.seconds['receipt-event-0'] ?? Number.NaN;
  };

  test('grows with each receive, to five minutes at most while the event can still count as a web event', () => {
    const at = (receiveCount: number) => backOffSeconds({ receiveCount, waitedSeconds: 0 }, 0, 0.5);
    const seconds = [1, 2, 3, 5, 8, 10, 12, 100, 1_000].map(at);
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
    expect(seconds.at(0)).toBeLessThanOrEqual(5);
    expect(seconds.at(-1)).toBe(225);
  });

  test('is short for what was not tried, but not for ever: SQS counts each receive', async () => {
    const seconds = await Promise.all([1, 10, 60].map((count) => secondsOf(count)));
    expect(new Set(seconds).size).toBe(1);
    expect(seconds[0]).toBeLessThanOrEqual(10);
    expect(await secondsOf(61)).toBe(225);
  });

  test('grows to an hour at most after that', async () => {
    const seconds = await Promise.all([8, 10, 11, 12, 100, 1_000].map((count) => secondsOf(count, {}, HOUR)));
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
    expect(seconds.at(0)).toBeGreaterThan(300);
    expect(seconds.at(-1)).toBeLessThanOrEqual(3_600);
    expect(seconds.at(-1)).toBeGreaterThanOrEqual(1_800);
  });

  test('leaves more receives than SQS needs days to delete the message', () => {
    const { retentionSeconds, maxReceiveCount, visibilityTimeoutSeconds } = SENDER_LIMITS;
    let [time, receives] = [0, 0];
    for (; time < retentionSeconds; receives++) {
      time += backOffSeconds({ receiveCount: receives + 1, waitedSeconds: time, untried: true }, 0, 0);
    }
    expect(receives).toBeLessThan(0.8 * maxReceiveCount);
    expect(visibilityTimeoutSeconds * maxReceiveCount).toBeGreaterThan(retentionSeconds);
  });

  test.each([
    [{ 'retry-after': '20' }, 20],
    [{ 'retry-after': '3600' }, 30],
    [{ 'x-ratelimit-reset': '58' }, 30],
    [{ 'x-ratelimit-reset': '1772366400' }, 8],
  ])('is at least what Pinterest asks for, and half a minute at most: %j', async (headers, seconds) => {
    expect(await secondsOf(1, headers)).toBe(seconds);
  });

  test('is spread, so that held events do not return at once', () => {
    const at = (receiveCount: number) => ({ receiveCount, waitedSeconds: 0 });
    const [least, most] = [backOffSeconds(at(6), 0, 0), backOffSeconds(at(6), 0, 0.999)];
    expect(most).toBeGreaterThanOrEqual(1.9 * least);
    expect(backOffSeconds(at(1), 0, 0)).toBeGreaterThanOrEqual(1);
  });

  test('is set on the event queue, ten messages a call', async () => {
    const sender = createSender({ answer: () => apiError(503, 'x') });
    await sender.runToHold(messages(25));
    const { visibilities } = sender.sqs;
    expect(visibilities.map(({ seconds }) => Object.keys(seconds).length)).toEqual([10, 10, 5]);
    expect(visibilities.flatMap(({ seconds }) => Object.keys(seconds))).toEqual(
      numbered(25).map((id) => `receipt-${id}`),
    );
    for (const { queueUrl } of visibilities) expect(queueUrl).toBe('https://sqs.example/events');
  });

  test('that cannot be set does not matter: the queue has one of its own', async () => {
    const sender = createSender({
      answer: () => apiError(503, 'x'),
      faults: { failsVisibility: (call) => call === 1 },
    });
    await sender.runToHold(messages(25));
    expect(sender.sqs.visibilities).toHaveLength(3);
    expect(sender.telemetry.lines).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('back-off') }),
    );
  });
});

describe('the end of a run', () => {
  test('in which all were held is no error: with a list of failures Lambda polls on at full speed either way', async () => {
    const sender = createSender({ answer: () => apiError(503, 'x') });
    expect(await sender.run(messages(3))).toHaveLength(3);
  });

  test('in which some were held is a list of these', async () => {
    const sender = createSender({ answer: (post) => (post.test ? apiError(503, 'x') : failing()(post)) });
    expect(await sender.run([received('live'), received('test', { test: true })])).toEqual(['message-test']);
  });

  test('in which one was put aside and all others were held is a list too: what is done is done', async () => {
    const sender = createSender({ answer: () => apiError(503, 'x') });
    expect(await sender.run([{ ...received('foreign'), body: '?' }, ...messages(2)])).toEqual([
      'message-event-0',
      'message-event-1',
    ]);
  });

  test('without messages is one without calls', async () => {
    const sender = createSender();
    expect(await sender.run([])).toEqual([]);
    expect(sender.posts).toEqual([]);
  });

  test.each([
    [503, undefined],
    [429, undefined],
    [401, 1],
    [403, 1],
    [404, 1],
  ])('promise 6: HTTP %s counts towards the alarm for the owner: %s', async (status, count) => {
    const sender = createSender({ answer: () => apiError(status, 'x') });
    await sender.runToHold(messages(2));
    expect(sender.telemetry.counts.TokenRejected).toBe(count);
    expect(sender.telemetry.counts.EventsHeldBack).toBe(2);
  });
});
