/** Events that wait: from the queue to the backlog queue, many to a message, and back out of it. */
import { messageOf, type WaitingEvent, type WaitingEvents, waitingMessageOf } from '../../../contract/queued-event';
import type { Received } from '../../../lambda/sender/received';
import { NOW, numbered, pinterestEvent, received } from '../../helpers/factories';
import { apiError, type Posted, results } from '../../helpers/fakes';
import { createSender, idsSent, isKnownGood, refusing, takesAll, toOthers } from './sender';

const down = () => apiError(503, 'down');
const HOUR_MS = 3_600_000;

const waiting = (id: string, changes: Partial<WaitingEvent> = {}): WaitingEvent => ({
  ...{ v: 1, accepted_at: NOW, test: false, event: pinterestEvent(id), queued_at: NOW, receives: 2 },
  ...changes,
});

const fromBacklog = (events: readonly WaitingEvent[], receiveCount = 1): Received => ({
  messageId: `pack-of-${events.length}`,
  receiptHandle: `receipt-of-${events.length}`,
  body: waitingMessageOf(events.map((event) => JSON.stringify(event))),
  receiveCount,
  sentAt: NOW,
});

const movedBy = (sender: ReturnType<typeof createSender>) =>
  sender.sqs.moved.map(({ body }) => (JSON.parse(body) as WaitingEvents).events);

describe('an event that cannot be delivered', () => {
  test('stays in the queue the first time', async () => {
    const sender = createSender({ hasBacklog: true, answer: down });
    expect(await sender.run([received('a')])).toEqual(['message-a']);
    expect(sender.sqs.moved).toEqual([]);
    expect(sender.sqs.visibilities[0]?.seconds).toEqual({ 'receipt-a': 8 });
  });

  test('moves to the backlog the second time, as it was and with its past, and is finished in the queue', async () => {
    const sender = createSender({ hasBacklog: true, answer: down });
    const message = received('a', { accepted_at: NOW - 20_000 }, 2);
    expect(await sender.run([message])).toEqual([]);
    expect(movedBy(sender)).toEqual([[{ ...JSON.parse(message.body), queued_at: NOW - 20_000, receives: 2 }]]);
    expect(sender.sqs.visibilities).toEqual([]);
    expect(sender.telemetry.counts).toMatchObject({ EventsHeldBack: 1, EventsDelivered: 0 });
  });

  test('moves with up to 249 others in one message, for the back-off of the one that is due first', async () => {
    const sender = createSender({ hasBacklog: true, answer: down });
    const all = numbered(600).map((id, index) =>
      received(id, { accepted_at: index === 0 ? NOW : NOW - 2 * HOUR_MS }, 5),
    );
    expect(await sender.run(all)).toEqual([]);
    expect(movedBy(sender).map(({ length }) => length)).toEqual([250, 250, 100]);
    expect(sender.sqs.moved.map(({ delaySeconds }) => delaySeconds)).toEqual([8, 60, 60]);
  });

  test('stays in the queue when the backlog does not take it', async () => {
    const faults = { refusesEntry: () => true };
    const sender = createSender({ hasBacklog: true, answer: down, faults });
    expect(await sender.run([received('a', {}, 2)])).toEqual(['message-a']);
    expect(sender.sqs.visibilities[0]?.seconds).toEqual({ 'receipt-a': 8 });
    expect(sender.telemetry.lines).toContainEqual(
      expect.objectContaining({ message: 'events not moved to the backlog queue' }),
    );
  });

  test('that is no JSON stays as it is, if it can neither be put aside', async () => {
    const sender = createSender({ hasBacklog: true, faults: { failsLetters: () => true } });
    expect(await sender.run([{ ...received('a', {}, 3), body: 'hello' }])).toEqual(['message-a']);
    expect(sender.sqs.moved).toEqual([]);
  });

  test('that failed alone has a message to itself', async () => {
    const answer = toOthers((post: Posted) => (post.ids.includes('event-1') ? down() : takesAll(post)));
    const sender = createSender({ hasBacklog: true, answer });
    expect(await sender.run(numbered(3).map((id) => received(id, {}, 2)))).toEqual([]);
    expect(movedBy(sender).map((events) => events.map(({ event }) => event.event_id))).toEqual([['event-1']]);
  });
});

describe('a message of the backlog', () => {
  test('is delivered in one POST with the others, and finished', async () => {
    const sender = createSender({ fromBacklog: true });
    const packs = [numbered(250), ['x', 'y']].map((ids) => fromBacklog(ids.map((id) => waiting(id))));
    expect(await sender.run(packs)).toEqual([]);
    expect(sender.posts.map(({ ids }) => ids.length)).toEqual([252]);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 252 });
  });

  test('of which nothing could be delivered becomes invisible for the back-off, and is not written again', async () => {
    const sender = createSender({ fromBacklog: true, answer: down });
    const old = { queued_at: NOW - 2 * HOUR_MS };
    expect(await sender.run([fromBacklog([waiting('a', old), waiting('b', old)], 3)])).toEqual(['pack-of-2']);
    expect(sender.sqs.moved).toEqual([]);
    // as after five receives.
    expect(sender.sqs.visibilities).toEqual([
      { queueUrl: 'https://sqs.example/backlog', seconds: { 'receipt-of-2': 60 } },
    ]);
  });

  test('promise 1: of which a part is settled is written again without that part', async () => {
    const ids = numbered(4);
    const answer = (post: Posted) =>
      isKnownGood(post) || !post.ids.includes('event-2')
        ? Response.json(results(post.ids, { 'event-0': 'not a shop' }))
        : down();
    const sender = createSender({ fromBacklog: true, answer });
    expect(await sender.run([fromBacklog(ids.map((id) => waiting(id)))])).toEqual([]);
    expect(movedBy(sender)).toEqual([[{ ...waiting('event-2'), receives: 3 }]]);
    expect(sender.letters().map(({ body }) => JSON.parse(body ?? '').event.event_id)).toEqual(['event-0']);
  });

  test('that somebody has redriven to the queue goes back, and is not mixed with others', async () => {
    const sender = createSender({ hasBacklog: true, answer: down });
    expect(await sender.run([fromBacklog([waiting('a'), waiting('b')], 2), received('c', {}, 2)])).toEqual([]);
    const ids = movedBy(sender).map((events) => events.map(({ event }) => event.event_id).sort());
    expect(ids).toEqual([['c'], ['a', 'b']]);
  });

  test('promise 1: that cannot be written again is left whole', async () => {
    const answer = toOthers((post: Posted) => (post.ids.includes('b') ? down() : takesAll(post)));
    const sender = createSender({ fromBacklog: true, answer, faults: { failsBatch: () => true } });
    expect(await sender.run([fromBacklog([waiting('a'), waiting('b')])])).toEqual(['pack-of-2']);
  });

  test('puts aside single events, each as a message of the queue that a redrive needs', async () => {
    const sender = createSender({ fromBacklog: true, answer: refusing('a') });
    await sender.run([fromBacklog([waiting('a'), waiting('b')])]);
    const { queued_at: _, receives: __, ...queued } = waiting('a');
    expect(sender.letters().map(({ body }) => body)).toEqual([messageOf(queued)]);
  });

  test('is as old as its events, not as its message', async () => {
    const sender = createSender({ fromBacklog: true });
    const old = waiting('a', { queued_at: NOW - 13 * 24 * HOUR_MS - 1 });
    await sender.run([fromBacklog([old, waiting('b')])]);
    expect(sender.letters()).toEqual([expect.objectContaining({ Reason: 'expired' })]);
    expect(sender.telemetry.counts.LongestWait).toBe(13 * 24 * 3_600);
  });

  test('with something in it that is no event puts that aside alone', async () => {
    const sender = createSender({ fromBacklog: true });
    await sender.run([fromBacklog([{} as WaitingEvent, null as unknown as WaitingEvent, waiting('b')])]);
    expect(idsSent(sender.posts)).toEqual(['b']);
    expect(sender.letters()).toEqual([
      expect.objectContaining({ Reason: 'defect' }),
      expect.objectContaining({ Reason: 'defect' }),
    ]);
  });
});

describe('an event that Pinterest has answered without saying whether it took it', () => {
  /** 200 with counts, and nothing of single events. */
  const vague = () => Response.json({ num_events_received: 2, num_events_processed: 1 });
  const web = (minutes: number) => ({
    event: pinterestEvent('a', { event_time: Math.floor((NOW - minutes * 60_000) / 1_000) }),
  });

  test('moves to the backlog at once, with a note of it', async () => {
    const sender = createSender({ hasBacklog: true, answer: vague });
    expect(await sender.run([received('a')])).toEqual([]);
    expect(movedBy(sender)).toEqual([[expect.objectContaining({ unconfirmed: 1 })]]);
  });

  test('is sent again in its first hour', async () => {
    const sender = createSender({ fromBacklog: true });
    await sender.run([fromBacklog([waiting('a', { unconfirmed: 3, ...web(59) })])]);
    expect(idsSent(sender.posts)).toEqual(['a']);
  });

  test.each([
    ['after that hour, as it could count twice', { unconfirmed: 1, ...web(61) }, /once.*could count twice/],
    ['after eight such answers', { unconfirmed: 8, ...web(5) }, /8 times without saying whether it took the event/],
  ])('is not: %s', async (_, past, message) => {
    const sender = createSender({ fromBacklog: true });
    expect(await sender.run([fromBacklog([waiting('a', past)])])).toEqual([]);
    expect(sender.posts).toEqual([]);
    expect(sender.letters()).toEqual([
      expect.objectContaining({ Reason: 'unconfirmed', Message: expect.stringMatching(message) }),
    ]);
    expect(sender.telemetry.counts).toMatchObject({ EventsPutAside: 1 });
  });

  test('is known even where there is no backlog', async () => {
    const sender = createSender({ answer: vague });
    await sender.run([received('a', web(59))]);
    sender.clock.now += 2 * 60_000;
    expect(await sender.run([received('a', web(59), 2)])).toEqual([]);
    expect(sender.letters()).toEqual([expect.objectContaining({ Reason: 'unconfirmed' })]);
  });

  test('is not confused with one that was never sent, or that Pinterest counted as not taken', async () => {
    const none = () => Response.json({ num_events_received: 0, num_events_processed: 0 });
    for (const answer of [down, none, () => new Response('<html>')]) {
      const sender = createSender({ hasBacklog: true, answer });
      await sender.run([received('a', {}, 2)]);
      expect(movedBy(sender)[0]?.[0]).not.toHaveProperty('unconfirmed');
    }
  });
});

describe('a message that somebody else has written', () => {
  test('is held for an ordinary back-off, whatever it says of its past', async () => {
    const sender = createSender({ fromBacklog: true, answer: down });
    const odd = { queued_at: 'yesterday', receives: null, unconfirmed: {} } as unknown as Partial<WaitingEvent>;
    await sender.run([fromBacklog([waiting('a', odd), waiting('b', { queued_at: undefined as never })])]);
    expect(sender.sqs.visibilities[0]?.seconds).toEqual({ 'receipt-of-2': 8 });
  });

  test.each(['zoe@example.com\u0000', 7.5, { em: 'zoe@example.com' }])(
    'for the ad account %j is put aside, and that is not repeated',
    async (account) => {
      const sender = createSender();
      await sender.run([received('a', { ad_account_id: account as string })]);
      expect(sender.letters()).toEqual([
        expect.objectContaining({ Message: 'accepted for another ad account, not for 549755885175' }),
      ]);
      expect(sender.telemetry.text()).not.toContain('zoe');
    },
  );
});

describe('adAccountId: an event that was accepted for another ad account', () => {
  test('is put aside, and never delivered to this one', async () => {
    const sender = createSender();
    await sender.run([received('a', { ad_account_id: '549700000000' }), received('b')]);
    expect(idsSent(sender.posts)).toEqual(['b']);
    expect(sender.letters()).toEqual([
      expect.objectContaining({
        Reason: 'other-account',
        Message: 'accepted for ad account 549700000000, not for 549755885175',
      }),
    ]);
  });
});
