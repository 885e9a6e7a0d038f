/** What time does to an event that waits, by the clock of its `event_time` and by that of the queue. */
import { NOW, pinterestEvent, received, SECONDS } from '../../helpers/factories';
import { createSender } from './sender';

const MINUTE = 60;
const DAY = 86_400;

const aged = (id: string, seconds: number, changes: object = {}) =>
  received(id, { event: pinterestEvent(id, { event_time: SECONDS - seconds, ...changes }) });

describe('a web event of more than an hour', () => {
  test('is delivered all the same, and counted', async () => {
    const sender = createSender();
    expect(await sender.run([aged('late', 61 * MINUTE), aged('in-time', 59 * MINUTE)])).toEqual([]);
    expect(sender.posts[0]?.ids).toEqual(['late', 'in-time']);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 2, EventsLate: 1, EventsPutAside: 0 });
  });

  test('is put aside when the owner wants that; offline and app events are not', async () => {
    const sender = createSender({ lateEvents: 'put-aside' });
    const offline = aged('offline', 2 * DAY, { action_source: 'offline' });
    const app = aged('app', 2 * DAY, { action_source: 'app_ios' });
    expect(await sender.run([aged('late', 61 * MINUTE), aged('in-time', 59 * MINUTE), offline, app])).toEqual([]);
    expect(sender.posts[0]?.ids).toEqual(['in-time', 'offline', 'app']);
    expect(sender.letters()).toEqual([
      expect.objectContaining({ Reason: 'late', Message: expect.stringContaining('more than an hour') }),
    ]);
    expect(sender.telemetry.counts).toMatchObject({ EventsLate: 1, EventsPutAside: 1, EventsRejected: 0 });
  });
});

describe('an event that waited too long is a dead letter that says so', () => {
  test('older than the owner takes them, with an hour for what was accepted at the last moment', async () => {
    const sender = createSender();
    expect(await sender.run([aged('old', 7 * DAY + 61 * MINUTE), aged('just', 7 * DAY + 59 * MINUTE)])).toEqual([]);
    expect(sender.posts[0]?.ids).toEqual(['just']);
    expect(sender.letters()).toEqual([
      expect.objectContaining({
        Reason: 'expired',
        Message: 'older than 7 days (maximumEventAge) when its turn came',
      }),
    ]);
  });

  test('promise 1: a day before SQS would delete it without a word', async () => {
    const sender = createSender();
    const message = received('a');
    const waited = (days: number) => ({ ...message, sentAt: NOW - days * DAY * 1_000 });
    await sender.run([waited(13.01)]);
    expect(sender.letters()).toEqual([expect.objectContaining({ Message: 'queued for more than 13 days' })]);
    await sender.run([waited(12.99)]);
    expect(sender.letters()).toHaveLength(1);
    expect(sender.telemetry.counts).toMatchObject({ EventsPutAside: 1, EventsDelivered: 1, EventsRejected: 0 });
  });
});

test('the longest wait of a run is a metric: SQS itself leaves out messages that it handed out three times', async () => {
  const sender = createSender();
  await sender.run([received('a'), { ...received('b'), sentAt: NOW - 1_200_000 }]);
  expect(sender.telemetry.counts).toMatchObject({ LongestWait: 1_200 });
});
