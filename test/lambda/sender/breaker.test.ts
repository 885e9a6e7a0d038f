/** While Pinterest fails it is left alone: few calls, and one that decides whether it works again. */
import { received } from '../../helpers/factories';
import { apiError, type Posted } from '../../helpers/fakes';
import { createSender, idsSent, takesAll } from './sender';

const failing = (status: number, headers = {}) => {
  const pinterest = { works: false };
  const answer = (post: Posted) => (pinterest.works ? takesAll(post) : apiError(status, 'x', headers));
  return { pinterest, sender: createSender({ answer }) };
};

describe.each([503, 429, 401, 403, 404])('after HTTP %s', (status) => {
  test('the next run posts nothing, holds its events and says why', async () => {
    const { sender } = failing(status);
    const first = await sender.runToHold([received('a')]);
    const second = await sender.runToHold([received('b')]);
    expect(second).toBe(first);
    expect(idsSent(sender.posts)).toEqual(['a']);
    expect(sender.sqs.visibilities).toHaveLength(2);
    expect(sender.telemetry.counts.EventsHeldBack).toBe(2);
    expect(sender.telemetry.counts.TokenRejected).toBe([401, 403, 404].includes(status) ? 2 : undefined);
  });

  test('an hour of runs each second makes a call every half minute, and a few at the beginning', async () => {
    const { sender } = failing(status);
    for (let second = 0; second < 3_600; second++) {
      await sender.runToHold([received('a')]);
      sender.clock.now += 1_000;
    }
    expect(sender.posts.length).toBeLessThan(150);
    expect(sender.letters()).toEqual([]);
  });

  test('the first call that works ends the pauses', async () => {
    const { sender, pinterest } = failing(status);
    for (let minute = 0; minute < 60; minute++) {
      await sender.runToHold([received('a')]);
      sender.clock.now += 60_000;
    }
    pinterest.works = true;
    sender.clock.now += 300_000;
    expect(await sender.run([received('a')])).toEqual([]);
    expect(await sender.run([received('b')])).toEqual([]);
    pinterest.works = false;
    await sender.runToHold([received('c')]);
    sender.clock.now += 5_000;
    await sender.runToHold([received('c')]);
    expect(idsSent(sender.posts).slice(-3)).toEqual(['a', 'b', 'c']);
    expect(sender.posts.at(-1)?.ids[0]).toMatch(/^known-good-/);
  });
});

test('however long Pinterest asks for, it is asked again after half a minute, and held events return then', async () => {
  const { sender } = failing(429, { 'x-ratelimit-reset': '3600' });
  await sender.runToHold([received('a')]);
  sender.clock.now += 20_000;
  await sender.runToHold([received('b')]);
  expect(sender.posts).toHaveLength(1);
  expect(sender.sqs.visibilities.map(({ seconds }) => Object.values(seconds))).toEqual([[30], [10]]);
});

test('test events that draw 429 hold no live one', async () => {
  const sender = createSender({ answer: (post) => (post.test ? apiError(429, 'slow down') : takesAll(post)) });
  const tests = [received('t', { test: true })];
  expect(await sender.run([...tests, received('a')])).toEqual(['message-t']);
  expect(await sender.run([...tests, received('b')])).toEqual(['message-t']);
  expect(idsSent(sender.posts)).toEqual(['a', 't', 'b']);
});

test('after an outage live events are delivered though test events are still refused', async () => {
  const pinterest = { works: false };
  const answer = (post: Posted) => (pinterest.works && !post.test ? takesAll(post) : apiError(503, 'x'));
  const sender = createSender({ answer });
  await sender.runToHold([received('a')]);
  pinterest.works = true;
  for (let probes = 0; probes < 2; probes++) {
    sender.clock.now += 60_000;
    await sender.run([received('a')]).catch(() => undefined);
  }
  expect(sender.telemetry.counts.EventsDelivered).toBe(1);
});

test('a run that ends for want of time opens no pause', async () => {
  const sender = createSender({ hasTime: () => sender.posts.length < 1 });
  const tests = [received('a', { test: true }), received('b')];
  expect(await sender.run(tests)).toEqual(['message-a']);
  expect(sender.posts.map(({ ids }) => ids)).toEqual([['b']]);
});
