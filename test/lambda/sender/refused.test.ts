/** A Pinterest that refuses everything must not make dead letters of everything. */
import { numbered, received } from '../../helpers/factories';
import { apiError } from '../../helpers/fakes';
import { createSender, isKnownGood, refusing, takesAll } from './sender';

const messages = (count: number) => numbered(count).map((id) => received(id));

describe('an event that is refused alone', () => {
  test('is put aside when Pinterest takes another after that, and then refuses it again', async () => {
    const sender = createSender({ answer: refusing('event-2') });
    expect(await sender.run(messages(4))).toEqual([]);
    expect(sender.letters()).toHaveLength(1);
    expect(sender.posts.map(({ ids }) => ids.join())).toEqual([
      'event-0,event-1,event-2,event-3',
      'event-0,event-1',
      'event-2,event-3',
      'event-2',
      'event-3',
      expect.stringMatching(/^known-good-/),
      'event-2',
    ]);
  });

  test('is held when Pinterest took another at the same time only, and then refuses everything', async () => {
    let calls = 0;
    const sender = createSender({
      answer: (post) => (++calls > 5 ? apiError(400, 'x') : refusing('event-2')(post)),
    });
    expect(await sender.run(messages(4))).toEqual(['message-event-2']);
    expect(sender.letters()).toEqual([]);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 3, EventsHeldBack: 1 });
  });

  test('is delivered when it is taken the second time: the fault was over', async () => {
    let refusals = 2;
    const sender = createSender({ answer: (post) => (refusals-- > 0 ? apiError(400, 'x') : takesAll(post)) });
    expect(await sender.run(messages(2))).toEqual([]);
    expect(sender.letters()).toEqual([]);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 2, EventsRejected: 0 });
  });

  test('is held when the fault began after Pinterest took others', async () => {
    let calls = 0;
    const sender = createSender({ answer: (post) => (calls++ > 0 ? apiError(400, 'x') : takesAll(post)) });
    const tests = numbered(3).map((id) => received(`test-${id}`, { test: true }));
    expect(await sender.run([...messages(2), ...tests])).toEqual(tests.map(({ messageId }) => messageId));
    expect(sender.letters()).toEqual([]);
  });

  test('is put aside when Pinterest takes one that is known to be good, sent as a test', async () => {
    const sender = createSender({ answer: refusing('event-0') });
    expect(await sender.run(messages(1))).toEqual([]);
    expect(sender.letters()).toHaveLength(1);
    expect(sender.posts.map(({ test, ids }) => [test, ids])).toEqual([
      [false, ['event-0']],
      [true, [expect.stringMatching(/^known-good-/)]],
      [false, ['event-0']],
    ]);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 0, EventsRejected: 1 });
  });

  test('asks for eight at once, however many are refused', async () => {
    const poison = numbered(64);
    const sender = createSender({ answer: refusing(...poison) });
    expect(await sender.run(messages(64))).toEqual([]);
    expect(sender.letters()).toHaveLength(64);
    expect(sender.posts.filter(isKnownGood).length).toBeLessThanOrEqual(1 + 64 / 8);
  });
});

describe('promise 1: when Pinterest refuses even that one', () => {
  test.each([1, 2, 1_000])('all of %s events stay queued, after few calls', async (count) => {
    const sender = createSender({ answer: () => apiError(400, 'The request was invalid.') });
    const error = await sender.runToHold(messages(count));
    expect(error).toBe(
      `${count} events stay queued: request (HTTP 400 even for a good event: The request was invalid.)`,
    );
    expect(sender.letters()).toEqual([]);
    expect(sender.posts.length).toBeLessThanOrEqual(4 + Math.ceil(Math.log2(count)));
    expect(sender.telemetry.counts).toMatchObject({ EventsHeldBack: count, EventsRejected: 0 });
  });

  test('or does not answer, nothing is decided', async () => {
    const sender = createSender({
      answer: (post) => (isKnownGood(post) ? apiError(503, 'x') : refusing('event-0')(post)),
    });
    expect(await sender.runToHold(messages(1))).toBe('1 events stay queued: outage (HTTP 503)');
    expect(sender.letters()).toEqual([]);
  });

  test('and takes it again, everything is delivered', async () => {
    let broken = true;
    const sender = createSender({ answer: (post) => (broken ? apiError(400, 'x') : takesAll(post)) });
    await sender.runToHold(messages(10));
    broken = false;
    sender.clock.now += 10_000;
    expect(await sender.run(messages(10))).toEqual([]);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 10, EventsRejected: 0 });
  });
});
