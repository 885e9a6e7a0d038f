/** While Pinterest fails it is left alone: few calls, and one that decides whether it works again. */
import { received } from '../../helpers/factories';
import { apiError, type Posted } from '../../helpers/fakes';
import { createSender, takesAll } from './sender';

const failing = (status: number, headers = {}) => {
  const pinterest = { works: false };
  const answer = (post: Posted) => (pinterest.works ? takesAll(post) : apiError(status, 'x', headers));
  return { pinterest, sender: createSender({ answer }) };
};

describe.each([503, 429, 401, 403, 404])('after HTTP %s', (status) => {
  test('the next run posts nothing, holds its events and says why', async () => {
    const { sender } = failing(status);
    const first = await sender.runToError([received('a')]);
    const second = await sender.runToError([received('b')]);
    expect(second.message).toBe(first.message);
    expect(sender.posts).toHaveLength(1);
    expect(sender.sqs.visibilities).toHaveLength(2);
    expect(sender.telemetry.counts.EventsHeldBack).toBe(2);
    expect(sender.telemetry.counts.TokenRejected).toBe([401, 403, 404].includes(status) ? 2 : undefined);
  });

  test('an hour of runs each second makes a call every five minutes, and a few at the beginning', async () => {
    const { sender } = failing(status);
    for (let second = 0; second < 3_600; second++) {
      await sender.runToError([received('a')]);
      sender.clock.now += 1_000;
    }
    expect(sender.posts.length).toBeLessThan(24);
    expect(sender.letters()).toEqual([]);
  });

  test('the first call that works ends the pauses', async () => {
    const { sender, pinterest } = failing(status);
    for (let minute = 0; minute < 60; minute++) {
      await sender.runToError([received('a')]);
      sender.clock.now += 60_000;
    }
    pinterest.works = true;
    sender.clock.now += 300_000;
    expect(await sender.run([received('a')])).toEqual([]);
    expect(await sender.run([received('b')])).toEqual([]);
    pinterest.works = false;
    await sender.runToError([received('c')]);
    sender.clock.now += 5_000;
    await sender.runToError([received('c')]);
    expect(sender.posts.slice(-4).flatMap(({ ids }) => ids)).toEqual(['a', 'b', 'c', 'c']);
  });
});

test('a pause lasts as long as Pinterest asks for, and held events do not return before its end', async () => {
  const { sender } = failing(429, { 'x-ratelimit-reset': '58' });
  await sender.runToError([received('a')]);
  sender.clock.now += 20_000;
  await sender.runToError([received('b')]);
  expect(sender.posts).toHaveLength(1);
  expect(sender.sqs.visibilities.map(({ seconds }) => Object.values(seconds))).toEqual([[58], [38]]);
});

test('a run that ends for want of time opens no pause', async () => {
  const sender = createSender({ hasTime: () => sender.posts.length < 1 });
  const tests = [received('a', { test: true }), received('b')];
  expect(await sender.run(tests)).toEqual(['message-a']);
  expect(sender.posts.map(({ ids }) => ids)).toEqual([['b']]);
});
