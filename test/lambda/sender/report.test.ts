/** What the owner learns of a run of the sender, beside what the other tests here count. */

import { pinterestEvent, received, SECONDS } from '../../helpers/factories';
import { apiError } from '../../helpers/fakes';
import { createSender, refusing, takesAll, toOthers } from './sender';

const happened = (id: string, secondsAgo: number, changes: object = {}) =>
  received(id, { event: pinterestEvent(id, { event_time: SECONDS - secondsAgo, ...changes }) });

describe('POSTs', () => {
  test('are counted, and those that failed by the class of their status', async () => {
    const answers = [apiError(503, 'down'), apiError(429, 'slow'), apiError(302, 'elsewhere'), Promise.reject()];
    const sender = createSender({ answer: (post) => answers.shift() ?? takesAll(post) });
    for (let run = 0; run < 5; run++) {
      await sender.run([received('a')]).catch(() => undefined);
      sender.clock.now += 600_000;
    }
    expect(sender.telemetry.counts).toMatchObject({
      PinterestRequests: expect.any(Number),
      'PinterestFailures.5xx': 1,
      'PinterestFailures.4xx': 1,
      'PinterestFailures.3xx': 1,
      'PinterestFailures.none': 1,
    });
  });

  test('that Pinterest answers event by event are none that failed, also with 422', async () => {
    const details = { events: [{ status: 'failed', error_message: 'no', warning_message: null }] };
    const sender = createSender({
      answer: toOthers(() => Response.json({ code: 953, message: '', details }, { status: 422 })),
    });
    await sender.run([received('a')]);
    expect(Object.keys(sender.telemetry.counts).filter((name) => name.startsWith('PinterestFailures'))).toEqual([]);
  });

  test('that were refused as a whole are', async () => {
    const sender = createSender({ answer: refusing('bad') });
    await sender.run([received('good'), received('bad')]);
    expect(sender.telemetry.counts['PinterestFailures.4xx']).toBeGreaterThan(0);
  });
});

describe('the delay of delivered events', () => {
  test('is told in seconds since they happened; offline events have none', async () => {
    const sender = createSender();
    await sender.run([happened('a', 90), happened('b', 5), happened('offline', 900, { action_source: 'offline' })]);
    expect(sender.telemetry.delays()).toEqual([90, 5]);
  });

  test('of a run with many events is told by 25 of them, from the least to the greatest', async () => {
    const sender = createSender();
    await sender.run(Array.from({ length: 1_000 }, (_, index) => happened(`e${index}`, 999 - index)));
    const delays = sender.telemetry.delays();
    expect(delays).toHaveLength(25);
    expect([delays[0], delays[12], delays[24]]).toEqual([0, 500, 999]);
  });

  test('is not told of events that were held', async () => {
    const sender = createSender({ answer: () => apiError(503, 'down') });
    await sender.runToHold([happened('a', 90)]);
    expect(sender.telemetry.delays()).toEqual([]);
  });
});
