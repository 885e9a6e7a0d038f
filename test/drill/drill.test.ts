/** The drill finds nothing wrong with the sender, and finds what is wrong with a worse one. */
import { drill, type Plan } from '../../drill/drill';
import type { Sender } from '../../drill/function';
import { NAMED, randomPlan, threeDays } from '../../drill/scenarios';
import { NO_HAZARDS } from '../../drill/world';
import type { Post, Reply } from '../../lambda/sender/pinterest-client';
import { type RunProps, run } from '../../lambda/sender/run';

const faultsOf = async (plan: Plan) => (await drill(plan)).ledger.violations;

describe('promise 1: every accepted event is delivered, queued or a dead letter with a reason', () => {
  test('where the environment names no backlog queue, too', async () => {
    const sender: Plan['sender'] = (messages, props) => run(messages, { ...props, backlogQueueUrl: undefined });
    const { ledger, queued } = await drill({ ...randomPlan(11, 1_500), sender });
    expect(ledger.violations).toEqual([]);
    expect(queued).toBe(0);
  });

  test.each([11, 12, 13])('in random trouble, seed %s', async (seed) => {
    const { ledger, queued } = await drill(randomPlan(seed, 1_500));
    expect(ledger.violations).toEqual([]);
    expect(queued).toBe(0);
    expect(ledger.entries.size).toBe(1_500);
  });

  test.each(NAMED.map((plan) => [plan.name, plan] as const))('after the %s all are delivered', async (_, plan) => {
    const { ledger, queued, mostReceives, windows } = await drill({ ...plan, events: 150 });
    expect(ledger.violations).toEqual([]);
    expect(queued).toBe(0);
    expect(mostReceives).toBeLessThan(300);
    const [{ from, to } = { from: 0, to: 0 }] = windows;
    const posts = ledger.posts.filter((at) => at >= from && at < to).length;
    expect(posts / ((to - from) / 3_600_000)).toBeLessThan(250);
  });

  test('after four days in which the function crashes at each run, too', async () => {
    const crashing: Sender = async (messages, props) => {
      if (props.now() < 4 * 86_400_000) throw new Error('crashed');
      return run(messages, props);
    };
    const calm = { ...randomPlan(4, 300), hazards: NO_HAZARDS, windows: () => [] };
    const { ledger, queued, mostReceives } = await drill({ ...calm, hours: 4 * 24, sender: crashing });
    expect(ledger.violations).toEqual([]);
    expect(queued).toBe(0);
    expect(mostReceives).toBeGreaterThan(200);
  });

  test('an outage of nine days ends with dead letters that say "expired", and with nothing lost', async () => {
    const long = threeDays('nine days', 'outage', 200);
    const windows = () => [{ from: 0, to: 9 * 86_400_000, trouble: 'outage' as const }];
    const { ledger, queued } = await drill({ ...long, oddities: 0, windows });
    const reasons = [...ledger.entries.values()].flatMap((entry) => entry.reasons);
    const expired = reasons.filter((reason) => reason === 'expired').length;
    expect(expired).toBeGreaterThan(0);
    expect(reasons).toHaveLength(expired);
    expect([...ledger.entries.values()].filter(({ taken }) => taken > 0)).toHaveLength(200 - expired);
    expect(queued).toBe(0);
  });
});

/** The sender with another idea of what Pinterest answered. */
const answering =
  (change: (reply: Reply, body: string) => Reply): Sender =>
  (messages, props) => {
    const post: Post = async (body, test, token) => change(await props.post(body, test, token), body);
    return run(messages, { ...props, post });
  };

const results = (body: string, status: 'processed' | 'failed'): unknown => {
  const sent: unknown[] = JSON.parse(body).data;
  return { events: sent.map(() => ({ status, error_message: 'said so' })) };
};

const withProps =
  (change: (props: RunProps) => Partial<RunProps>): Sender =>
  (messages, props) =>
    run(messages, { ...props, ...change(props) });

const WORSE: [string, RegExp, Partial<Plan>][] = [
  [
    'takes any 200 for success',
    /was reported finished, but was not/,
    {
      sender: answering((reply, body) =>
        reply.kind === 'answer' && reply.status === 200 ? { ...reply, body: results(body, 'processed') } : reply,
      ),
    },
  ],
  [
    'forgets what it held',
    /was reported finished, but was not/,
    { sender: (messages, props) => run(messages, props).then(() => []) },
  ],
  [
    'leaves what it delivered in the queue',
    /was delivered again for no reason/,
    {
      // in fair weather: what it moved would be left, too, and moved again.
      windows: () => [],
      events: 200,
      sender: async (messages, props) => (await run(messages, props)) && messages.map(({ messageId }) => messageId),
    },
  ],
  [
    'puts a whole batch aside for one bad event',
    /\(good\) is a dead letter: rejected/,
    {
      oddities: 0.05,
      sender: answering((reply, body) =>
        reply.kind === 'answer' && reply.status === 400
          ? { ...reply, status: 422, body: { details: results(body, 'failed') } }
          : reply,
      ),
    },
  ],
  [
    'believes each refusal, though everything is refused',
    /\(good\) is a dead letter: rejected/,
    {
      ...threeDays('', 'refusing', 200),
      sender: answering((reply, body) =>
        reply.kind === 'answer' && body.includes('"known-good') && reply.status === 400
          ? { ...reply, status: 200, body: results(body, 'processed') }
          : reply,
      ),
    },
  ],
  [
    'sends tests as live events',
    /test and live mixed/,
    {
      oddities: 0.1,
      sender: (messages, props) =>
        run(
          messages.map((message) => ({ ...message, body: message.body.replaceAll('"test":true', '"test":false') })),
          props,
        ),
    },
  ],
  [
    'changes events',
    /was changed/,
    { sender: withProps(({ post }) => ({ post: (body, ...rest) => post(body.replaceAll('129.9', '1'), ...rest) })) },
  ],
  [
    'lets SQS give up events after 20 receives',
    /was redriven by SQS/,
    { ...threeDays('', 'outage', 200), limits: { maxReceiveCount: 20 } },
  ],
  [
    'gives no reasons',
    /a dead letter without a reason/,
    {
      sender: (messages, props) =>
        run(messages, {
          ...props,
          client: {
            send: (command: { input: { Entries?: { MessageAttributes?: object }[] } }) => {
              for (const entry of command.input.Entries ?? []) delete entry.MessageAttributes;
              return props.client.send(command as never);
            },
          } as unknown as RunProps['client'],
        }),
    },
  ],
];

describe('the drill fails with a sender that', () => {
  test.each(WORSE)('%s', async (_, fault, worse) => {
    expect(await faultsOf({ ...randomPlan(11, 800), ...worse })).toContainEqual(expect.stringMatching(fault));
  });
});

test('the same seed is the same drill', async () => {
  const [first, second] = await Promise.all([drill(randomPlan(21, 500)), drill(randomPlan(21, 500))]);
  expect(first.ledger.posts).toEqual(second.ledger.posts);
  expect(first.ledger.causes).toEqual(second.ledger.causes);
});
