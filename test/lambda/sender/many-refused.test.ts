/** Many refused events in one invocation: in which POSTs the others leave, and what may wait. */
import { createLineMemories } from '../../../lambda/sender/line-memory';
import { numbered, pinterestEvent, received } from '../../helpers/factories';
import { apiError, type Posted } from '../../helpers/fakes';
import { createSender, isKnownGood, takesAll } from './sender';

const odd = (id: string, receives = 1) => received(id, { event: pinterestEvent(id, { event_name: 'lead' }) }, receives);
const good = (id: string) => received(id);

const refusingOdd = (post: Posted) => (post.body.includes('"lead"') ? apiError(400, 'x') : takesAll(post));

const sizesOfTaken = (posts: readonly Posted[]) =>
  posts.filter((post) => !isKnownGood(post) && !post.body.includes('"lead"')).map(({ ids }) => ids.length);

test('once one was isolated, those that look like it leave alone, and after all others', async () => {
  const sender = createSender({ answer: refusingOdd });
  await sender.run([odd('first'), good('first-good')]);
  const before = sender.posts.length;
  const mixed = numbered(100).map((id, index) => (index % 2 === 0 ? odd(id) : good(id)));
  expect(await sender.run(mixed)).toEqual([]);
  const [first, ...others] = sender.posts.slice(before);
  expect(first?.ids).toHaveLength(50);
  expect(sizesOfTaken(others)).toEqual([]);
  expect(sender.letters()).toHaveLength(51);
});

test('those that are mended share POSTs again after few that leave alone', async () => {
  let broken = true;
  const sender = createSender({ answer: (post) => (broken ? refusingOdd(post) : takesAll(post)) });
  await sender.run(numbered(100).map((id) => odd(id)));
  broken = false;
  const before = sender.posts.length;
  expect(await sender.run(numbered(1_000).map((id) => odd(`mended-${id}`)))).toEqual([]);
  expect(sender.posts.length - before).toBeLessThan(40);
});

test('promise 2: a flood of them leaves after a second, and comes back by turns', async () => {
  const sender = createSender({
    answer: (post) => {
      sender.clock.now += 20;
      return refusingOdd(post);
    },
  });
  const flood = numbered(900).map((id) => odd(id));
  const kept = await sender.run([...flood, ...numbered(20).map((id) => good(`good-${id}`))]);
  expect(sender.telemetry.counts.EventsDelivered).toBe(20);
  expect(sender.letters().length).toBeGreaterThan(0);
  expect(kept.length).toBe(900 - sender.letters().length);
  const seconds = sender.sqs.visibilities.flatMap((call) => Object.values(call.seconds));
  expect(Math.max(...seconds)).toBeGreaterThan(30);
  expect(Math.max(...seconds)).toBeLessThan(120);
});

test('test and live events share the calls that Pinterest allows', () => {
  const { live, test: ofTests } = createLineMemories({ now: () => 0, random: () => 0.5 });
  ofTests.pace.called();
  expect(live.pace.left()).toBe(299);
});
