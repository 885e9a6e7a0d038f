/** From a batch of messages to POSTs, and from Pinterest's answers to what becomes of each event. */
import { numbered, pinterestEvent, received } from '../../helpers/factories';
import { type Posted, results } from '../../helpers/fakes';
import { createSender, isKnownGood, refusing, TOKEN } from './sender';

const messages = (count: number) => numbered(count).map((id) => received(id));

describe('1,000 events', () => {
  test('leave in one POST, in order, exactly as they were queued', async () => {
    const sender = createSender();
    expect(await sender.run(messages(1_000))).toEqual([]);
    expect(sender.posts).toHaveLength(1);
    const [post] = sender.posts;
    expect(post).toMatchObject({
      url: 'https://api.example/v5/ad_accounts/549755885175/events',
      token: TOKEN,
      redirect: 'manual',
      ids: numbered(1_000),
    });
    expect(post?.headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(post?.body ?? '').data[7]).toEqual(pinterestEvent('event-7'));
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 1_000, EventsRejected: 0, EventsHeldBack: 0 });
  });

  test('and more of them are more POSTs', async () => {
    const sender = createSender();
    await sender.run(messages(1_001));
    expect(sender.posts.map(({ ids }) => ids.length)).toEqual([1_000, 1]);
  });

  test('with much in them are as many POSTs as keep each body under 2 MB', async () => {
    const long = `https://shop.example/${'x'.repeat(150_000)}`;
    const sender = createSender();
    await sender.run(numbered(30).map((id) => received(id, { event: pinterestEvent(id, { event_source_url: long }) })));
    expect(sender.posts.flatMap(({ ids }) => ids)).toEqual(numbered(30));
    for (const { body } of sender.posts) expect(Buffer.byteLength(body)).toBeLessThan(2_010_000);
  });
});

describe('test events', () => {
  test('never share a POST with live ones, and are 20 a POST at most', async () => {
    const sender = createSender();
    const mixed = numbered(90).map((id, index) => received(id, { test: index % 2 === 1 }));
    expect(await sender.run(mixed)).toEqual([]);
    expect(sender.posts.map(({ test, ids }) => [test, ids.length])).toEqual([
      [false, 45],
      [true, 20],
      [true, 20],
      [true, 5],
    ]);
    const odd = (id: string) => Number(id.slice('event-'.length)) % 2 === 1;
    for (const { test, ids } of sender.posts) expect(ids.every((id) => odd(id) === test)).toBe(true);
  });
});

describe.each([200, 422])('results of each event, under HTTP %s', (status) => {
  const failures = { 'event-1': 'Invalid event_name: X.', 'event-3': '' };
  const answer = ({ ids }: Posted) => {
    const body = results(ids, failures);
    return Response.json(status === 200 ? body : { code: 953, message: 'not all', details: body }, { status });
  };

  test('promise 2: the failed ones are dead letters with their reason, the others are done', async () => {
    const sender = createSender({ answer });
    expect(await sender.run(messages(5))).toEqual([]);
    expect(sender.posts).toHaveLength(1);
    expect(sender.letters()).toEqual([
      expect.objectContaining({
        body: received('event-1').body,
        Message: 'Invalid event_name: X.',
        Status: `${status}`,
      }),
      expect.objectContaining({ body: received('event-3').body, Message: 'no message', Status: `${status}` }),
    ]);
    expect(sender.telemetry.counts).toMatchObject({ EventsDelivered: 3, EventsRejected: 2 });
  });
});

describe('a POST that is refused as a whole is halved until the event at fault stands alone', () => {
  test.each([
    [1_000, ['event-0']],
    [1_000, ['event-999']],
    [1_000, ['event-617']],
    [1_000, ['event-1', 'event-998']],
    [7, ['event-3', 'event-4']],
    [1, ['event-0']],
  ])('promise 2: of %s events, %j', async (count, poison) => {
    const sender = createSender({ answer: refusing(...poison) });
    expect(await sender.run(messages(count))).toEqual([]);
    expect(sender.letters().map(({ body }) => body)).toEqual(poison.map((id) => received(id).body));
    expect(sender.letters()[0]).toMatchObject({
      Reason: 'rejected',
      Status: '400',
      Message: 'The request was invalid.',
    });
    const delivered = sender.posts
      .filter((post) => !isKnownGood(post) && !poison.some((id) => post.ids.includes(id)))
      .flatMap(({ ids }) => ids);
    expect(delivered.sort()).toEqual(
      numbered(count)
        .filter((id) => !poison.includes(id))
        .sort(),
    );
    expect(sender.posts.length).toBeLessThanOrEqual(poison.length * (2 * Math.ceil(Math.log2(count)) + 2) + 1);
  });

  test('promise 3: every POST carries the same ids and bytes of an event', async () => {
    const sender = createSender({ answer: refusing('event-2') });
    await sender.run(messages(4));
    const event = JSON.stringify(pinterestEvent('event-1'));
    const withIt = sender.posts.filter(({ ids }) => ids.includes('event-1'));
    expect(withIt.length).toBeGreaterThan(1);
    for (const { body } of withIt) expect(body).toContain(event);
  });
});

describe('promise 3: an event that is in a run twice leaves once', () => {
  test('and what becomes of it becomes of both messages; held, it stays in one of them', async () => {
    const twice = [received('event-0'), { ...received('event-0'), messageId: 'again' }, received('event-1')];
    const sender = createSender();
    expect(await sender.run(twice)).toEqual([]);
    expect(sender.posts.map(({ ids }) => ids)).toEqual([['event-0', 'event-1']]);

    const holding = createSender({ answer: () => Response.json({}) });
    expect(await holding.run(twice)).toEqual(['message-event-0', 'message-event-1']);
    expect(holding.sqs.visibilities.map(({ seconds }) => Object.keys(seconds))).toEqual([
      ['receipt-event-0', 'receipt-event-1'],
    ]);

    const refusingIt = createSender({ answer: refusing('event-0') });
    await refusingIt.run(twice);
    expect(refusingIt.letters()).toHaveLength(2);
  });

  test('but the same event as a test and live is two', async () => {
    const sender = createSender();
    await sender.run([received('event-0'), received('event-0', { test: true })]);
    expect(sender.posts.map(({ test }) => test)).toEqual([false, true]);
  });
});
