/** What holds one POST holds the rest of the run: Pinterest is left alone until the queue tries again. */
import { numbered, received } from '../../helpers/factories';
import { apiError } from '../../helpers/fakes';
import { createSender, isKnownGood, refusing, takesAll } from './sender';

const messages = (count: number) => numbered(count).map((id) => received(id));
const kept = (ids: readonly string[]) => ids.map((id) => `message-${id}`);

describe('what holds one POST holds the rest, without a call but those that ask whether Pinterest is well', () => {
  test.each([
    ['an outage', () => apiError(503, 'ramped down')],
    ['a rate limit', () => apiError(429, 'too many')],
    ['a network fault', () => Promise.reject(new TypeError('fetch failed'))],
    ['an answer that tells nothing', () => new Response('<html>')],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://evil.test' } })],
  ])('promise 1: %s', async (_, fault) => {
    const sender = createSender({ answer: (post) => (post.test ? fault() : takesAll(post)) });
    const live = messages(3);
    const tests = numbered(50).map((id) => received(`test-${id}`, { test: true }));
    expect(await sender.run([...live, ...tests])).toEqual(tests.map(({ messageId }) => messageId));
    expect(sender.posts.filter((post) => !isKnownGood(post))).toHaveLength(2);
    expect(sender.letters()).toEqual([]);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 3, EventsHeldBack: 50, EventsRejected: 0 });
  });

  test('in the middle of halving, what was delivered stays so', async () => {
    let calls = 0;
    const sender = createSender({ answer: (post) => (++calls > 2 ? apiError(503, 'x') : refusing('event-3')(post)) });
    expect(await sender.run(messages(4))).toEqual(kept(['event-2', 'event-3']));
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 2, EventsHeldBack: 2 });
  });

  test('a run that has no time left stops before the next POST', async () => {
    let posts = 0;
    const sender = createSender({ hasTime: () => posts++ < 1 });
    const tests = numbered(3).map((id) => received(`test-${id}`, { test: true }));
    expect(await sender.run([...messages(2), ...tests])).toEqual(tests.map(({ messageId }) => messageId));
    expect(sender.posts).toHaveLength(1);
  });
});
