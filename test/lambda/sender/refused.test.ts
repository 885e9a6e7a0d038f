/** A Pinterest that refuses everything must not make dead letters of everything. */
import { numbered, received } from '../../helpers/factories';
import { apiError } from '../../helpers/fakes';
import { createSender, isKnownGood, refusing, takesAll } from './sender';

const messages = (count: number) => numbered(count).map((id) => received(id));

describe('an event that is refused alone', () => {
  test('is put aside when Pinterest takes another in the same run', async () => {
    const sender = createSender({ answer: refusing('event-3') });
    expect(await sender.run(messages(4))).toEqual([]);
    expect(sender.letters()).toHaveLength(1);
    expect(sender.posts.filter(isKnownGood)).toEqual([]);
  });

  test('is put aside when Pinterest takes one that is known to be good, sent as a test', async () => {
    const sender = createSender({ answer: refusing('event-0') });
    expect(await sender.run(messages(1))).toEqual([]);
    expect(sender.letters()).toHaveLength(1);
    expect(sender.posts.map(({ test, ids }) => [test, ids])).toEqual([
      [false, ['event-0']],
      [true, [expect.stringMatching(/^known-good-/)]],
    ]);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 0, EventsRejected: 1 });
  });

  test('asks only once a run, however many are refused', async () => {
    const poison = numbered(8);
    const sender = createSender({ answer: refusing(...poison) });
    expect(await sender.run(messages(8))).toEqual([]);
    expect(sender.letters()).toHaveLength(8);
    expect(sender.posts.filter(isKnownGood)).toHaveLength(1);
  });
});

describe('promise 1: when Pinterest refuses even that one', () => {
  test.each([1, 2, 1_000])('all of %s events stay queued, after few calls', async (count) => {
    const sender = createSender({ answer: () => apiError(400, 'The request was invalid.') });
    const error = await sender.runToError(messages(count));
    expect(error.message).toBe(
      `${count} events stay queued: request (HTTP 400 even for a good event: The request was invalid.)`,
    );
    expect(sender.letters()).toEqual([]);
    expect(sender.posts.length).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(count)));
    expect(sender.telemetry.counts).toMatchObject({ EventsHeldBack: count, EventsRejected: 0 });
  });

  test('or does not answer, nothing is decided', async () => {
    const sender = createSender({
      answer: (post) => (isKnownGood(post) ? apiError(503, 'x') : refusing('event-0')(post)),
    });
    expect((await sender.runToError(messages(2))).message).toBe('2 events stay queued: outage (HTTP 503)');
    expect(sender.letters()).toEqual([]);
  });

  test('and takes it again, everything is delivered', async () => {
    let broken = true;
    const sender = createSender({ answer: (post) => (broken ? apiError(400, 'x') : takesAll(post)) });
    await sender.runToError(messages(10));
    broken = false;
    sender.clock.now += 10_000;
    expect(await sender.run(messages(10))).toEqual([]);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 10, EventsRejected: 0 });
  });
});
