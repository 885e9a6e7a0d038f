/** Copies of an event: those that meet while it is held, and what keeps them from coming. */
import { type WaitingEvent, type WaitingEvents, waitingMessageOf } from '../../../contract/queued-event';
import type { Received } from '../../../lambda/sender/received';
import { NOW, numbered, pinterestEvent, received } from '../../helpers/factories';
import { apiError } from '../../helpers/fakes';
import { createSender } from './sender';

const answer = () => apiError(503, 'down');

const pack = (messageId: string, ids: readonly string[], changes: Partial<WaitingEvent> = {}): Received => ({
  messageId,
  receiptHandle: `receipt-${messageId}`,
  body: waitingMessageOf(
    ids.map((id) =>
      JSON.stringify({
        ...{ v: 1, accepted_at: NOW, test: false, event: pinterestEvent(id), queued_at: NOW, receives: 2 },
        ...changes,
      }),
    ),
  ),
  receiveCount: 1,
  sentAt: NOW,
});

const movedBy = (sender: ReturnType<typeof createSender>) =>
  sender.sqs.moved.map(({ body }) => (JSON.parse(body) as WaitingEvents).events.map(({ event }) => event.event_id));

describe('of two messages with the same held event', () => {
  test('one is finished, and the other one waits', async () => {
    const sender = createSender({ hasBacklog: true, answer });
    expect(await sender.run([received('a'), { ...received('a'), messageId: 'copy' }])).toEqual(['message-a']);
    expect(sender.telemetry.counts).toMatchObject({ EventsHeldBack: 1 });
  });

  test('the backlog gets one', async () => {
    const sender = createSender({ hasBacklog: true, answer });
    expect(await sender.run([received('a', {}, 2), { ...received('a', {}, 2), messageId: 'copy' }])).toEqual([]);
    expect(movedBy(sender)).toEqual([['a']]);
  });

  test('one of the backlog is finished whole', async () => {
    const sender = createSender({ fromBacklog: true, answer });
    expect(await sender.run([pack('small', ['b']), pack('one', ['a', 'b']), pack('other', ['a', 'b'])])).toEqual([
      'one',
    ]);
    expect(sender.sqs.moved).toEqual([]);
  });

  test('one of the backlog is written again without what the other one has', async () => {
    const sender = createSender({ fromBacklog: true, answer });
    expect(await sender.run([pack('small', ['b', 'd']), pack('large', ['a', 'b', 'c'])])).toEqual(['large']);
    expect(movedBy(sender)).toEqual([['d']]);
  });

  test('both stay when the one that is written again is not taken', async () => {
    const sender = createSender({ fromBacklog: true, answer, faults: { failsBatch: () => true } });
    const kept = await sender.run([pack('small', ['b', 'd']), pack('large', ['a', 'b', 'c'])]);
    expect([...kept].sort()).toEqual(['large', 'small']);
  });

  test('the one is kept that knows more of it', async () => {
    const sender = createSender({ fromBacklog: true, answer });
    const messages = [pack('large', ['a', 'b']), pack('uncertain', ['b'], { unconfirmed: 2 })];
    expect(await sender.run(messages)).toEqual(['large', 'uncertain']);
  });
});

test('promise 1: a message that is in a run twice stays in the queue', async () => {
  const sender = createSender({ hasBacklog: true, answer });
  expect(await sender.run([received('a'), received('a')])).toEqual(['message-a']);
});

test('an event and another one of the same id both wait', async () => {
  const sender = createSender({ hasBacklog: true, answer });
  const other = received('a', { event: pinterestEvent('a', { event_name: 'page_visit' }) });
  expect(await sender.run([received('a'), { ...other, messageId: 'other' }])).toEqual(['message-a', 'other']);
});

test('what is sent to the backlog again is visible at the same moment, so that the copies meet', async () => {
  const old = { queued_at: NOW - 2 * 3_600_000, receives: 8 };
  const faults = { refusesEntry: (_: string, attempt: number) => attempt < 8 };
  const sender = createSender({ fromBacklog: true, answer, faults });
  const messages = [pack('large', numbered(3), old), pack('small', ['event-0', 'x'], old)];
  expect(await sender.run(messages)).toEqual(['large']);
  const waited = Math.floor((sender.clock.now - NOW) / 1_000);
  expect(waited).toBeGreaterThan(5);
  // a late event that was received nine times.
  expect(sender.sqs.moved.map(({ delaySeconds }) => delaySeconds)).toEqual([900 - waited]);
});

describe('what is finished', () => {
  test('in the backlog is deleted by the sender, too, ten messages a call', async () => {
    const sender = createSender({ fromBacklog: true });
    const ids = numbered(12);
    expect(await sender.run(ids.map((id) => pack(id, [id])))).toEqual([]);
    expect(sender.sqs.deleted.map(({ length }) => length)).toEqual([10, 2]);
    expect(sender.sqs.deleted.flat()).toEqual(ids.map((id) => `receipt-${id}`));
  });

  test('promise 1: is not what waits', async () => {
    const sender = createSender({ fromBacklog: true, answer });
    expect(await sender.run([pack('one', ['a'])])).toEqual(['one']);
    expect(sender.sqs.deleted).toEqual([]);
  });

  test('in the queue of new events is left to Lambda, and so is what cannot be deleted', async () => {
    const sender = createSender({ hasBacklog: true });
    expect(await sender.run([received('a')])).toEqual([]);
    expect(sender.sqs.deleted).toEqual([]);
    const failing = createSender({ fromBacklog: true, faults: { failsDelete: true } });
    expect(await failing.run([pack('one', ['a'])])).toEqual([]);
  });
});
