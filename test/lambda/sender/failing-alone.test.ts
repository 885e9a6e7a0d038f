/** A POST that fails while Pinterest is well: whose fault it is, and what becomes of that event. */
import { numbered, received } from '../../helpers/factories';
import { apiError, type Posted, results } from '../../helpers/fakes';
import { createSender, idsSent, isKnownGood, takesAll, toOthers } from './sender';

const HOUR = 3_600_000;
const messages = (count: number, receiveCount = 1) => numbered(count).map((id) => received(id, {}, receiveCount));

/** Pinterest as it answers to an event that makes it fail. */
const failingFor =
  (...ids: string[]) =>
  (post: Posted) =>
    post.ids.some((id) => ids.includes(id)) ? apiError(500, 'x') : takesAll(post);

describe('an event that draws a 500', () => {
  test.each([2, 17, 1_000])('of %s is held alone, and the others are delivered', async (count) => {
    const sender = createSender({ answer: failingFor('event-1') });
    expect(await sender.run(messages(count))).toEqual(['message-event-1']);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: count - 1, EventsHeldBack: 1, EventsRejected: 0 });
    expect(sender.sqs.visibilities.flatMap(({ seconds }) => Object.values(seconds))).toEqual([60]);
  });

  test('once is delivered in the same invocation', async () => {
    let failures = 1;
    const sender = createSender({ answer: toOthers((post) => (failures-- > 0 ? apiError(500, 'x') : takesAll(post))) });
    expect(await sender.run(messages(1))).toEqual([]);
    expect(idsSent(sender.posts)).toEqual(['event-0', 'event-0']);
  });

  test('does not keep the next POST from being made', async () => {
    const sender = createSender({ answer: failingFor('event-1') });
    await sender.run(messages(2));
    expect(await sender.run([received('later')])).toEqual([]);
  });

  test('comes back alone, after those that come for the first time', async () => {
    const sender = createSender({ answer: failingFor('event-1') });
    await sender.run(messages(2));
    const before = sender.posts.length;
    await sender.run([received('event-1', {}, 2), received('new-1'), received('new-2')]);
    expect(
      sender.posts
        .slice(before)
        .filter((post) => !isKnownGood(post))
        .map(({ ids }) => ids),
    ).toEqual([['new-1', 'new-2'], ['event-1']]);
  });

  test('is a dead letter after eight times and two hours, with Pinterest’s status in words', async () => {
    const sender = createSender({ answer: failingFor('event-0') });
    const outcomes: (readonly string[])[] = [];
    for (let times = 1; times <= 9; times++) {
      outcomes.push(await sender.run([received('event-0', {}, times), received(`other-${times}`)]));
      sender.clock.now += HOUR / 4;
    }
    expect(outcomes.map(({ length }) => length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0]);
    expect(sender.letters()).toEqual([
      expect.objectContaining({
        Reason: 'undeliverable',
        Message: 'HTTP 500, alone and 9 times, while Pinterest took others',
      }),
    ]);
  });

  test('is no dead letter when everything else fails too', async () => {
    const sender = createSender({ answer: () => apiError(500, 'x') });
    for (let times = 1; times <= 20; times++) {
      await sender.runToHold([received('event-0', {}, times)]);
      sender.clock.now += HOUR / 4;
    }
    expect(sender.letters()).toEqual([]);
  });
});

test('live events that all fail while a test event is taken are an outage, after few calls', async () => {
  const sender = createSender({ answer: toOthers(() => apiError(500, 'x')) });
  await sender.runToHold(messages(1_000));
  expect(sender.posts.length).toBeLessThan(60);
  expect(sender.letters()).toEqual([]);
});

describe('results', () => {
  test('that tell of Pinterest’s own failure are not believed', async () => {
    const failures = { 'event-1': 'Internal error, please try again later' };
    const sender = createSender({ answer: ({ ids }) => Response.json(results(ids, failures)) });
    expect(await sender.run(messages(3))).toEqual(['message-event-1']);
    expect(sender.letters()).toEqual([]);
  });

  test('that refuse most of fifty are believed when the events have come eight times', async () => {
    const refused = Object.fromEntries(numbered(40).map((id) => [id, 'Invalid event_name']));
    const sender = createSender({ answer: ({ ids }) => Response.json(results(ids, refused)) });
    expect(await sender.run(messages(60))).toHaveLength(0);
    expect(sender.letters()).toHaveLength(40);

    const most = Object.fromEntries(numbered(55).map((id) => [id, 'Invalid event_name']));
    const careful = createSender({ answer: ({ ids }) => Response.json(results(ids, most)) });
    expect(await careful.run(messages(60))).toHaveLength(55);
    expect(careful.letters()).toEqual([]);
    await careful.run(messages(60, 8));
    expect(careful.letters()).toHaveLength(55);
  });
});

test('a POST that is too large leaves in smaller ones, and so do the next', async () => {
  const sender = createSender({ answer: (post) => (post.ids.length > 300 ? apiError(504, 'x') : takesAll(post)) });
  expect(await sender.run(messages(1_000))).toEqual([]);
  const before = sender.posts.length;
  expect(await sender.run(messages(1_000))).toEqual([]);
  const sizes = sender.posts.slice(before).map(({ ids }) => ids.length);
  expect(Math.max(...sizes)).toBeLessThan(1_000);
  expect(idsSent(sender.posts.slice(before)).length).toBeLessThan(2_000);
});
