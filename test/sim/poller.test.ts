/** Lambda's poller over a standard queue, on the jumping clock. */
import { JumpingClock } from '../../sim/clock';
import { type Batching, poll } from '../../sim/poller';
import { seeded } from '../../sim/random';
import { Queue, type Received } from '../../sim/sqs/queue';
import { receiving } from '../../sim/sqs/receiving';

const LIMITS = { visibilityTimeoutSeconds: 60, maxReceiveCount: 3, retentionSeconds: 86_400, mostInFlight: 120_000 };
const BATCHING: Batching = { batchSize: 100, batchingWindowSeconds: 2 };

interface Invocation {
  readonly at: number;
  readonly count: number;
}

/** What the function is invoked with; it finishes nothing that `keeps` says. */
async function invocations(
  feed: (queue: Queue, clock: JumpingClock) => void,
  { batching = BATCHING, until = 30_000, keeps = () => false, size = 10 } = {} as {
    batching?: Batching;
    until?: number;
    keeps?: (message: Received) => boolean;
    size?: number;
  },
): Promise<{ seen: Invocation[]; queue: Queue }> {
  const clock = new JumpingClock();
  const queue = new Queue(seeded(1), LIMITS);
  const stopping = new AbortController();
  const receive = receiving(queue, clock);
  const seen: Invocation[] = [];
  const source = {
    receive: (wait: number, signal: AbortSignal) => receive(wait, signal, () => false),
    bytesOf: () => size,
    invoke: async (messages: readonly Received[]) => {
      seen.push({ at: clock.now, count: messages.length });
      for (const message of messages) if (!keeps(message)) queue.delete(message.receiptHandle);
    },
  };
  void poll(source, batching, clock, stopping.signal);
  feed(queue, clock);
  await clock.run(until);
  stopping.abort();
  return { seen, queue };
}

const send = (queue: Queue, count: number, now: number) => {
  for (let sent = 0; sent < count; sent++) queue.send(`${sent}`, now);
};

test('a few messages wait for the batching window', async () => {
  const { seen } = await invocations((queue, clock) => {
    clock.at(1_000, () => send(queue, 3, clock.now));
    clock.at(2_500, () => send(queue, 4, clock.now));
    clock.at(9_000, () => send(queue, 1, clock.now));
  });
  expect(seen).toEqual([
    { at: 3_000, count: 7 },
    { at: 11_000, count: 1 },
  ]);
});

test('a full batch does not wait', async () => {
  const { seen } = await invocations((queue) => send(queue, 250, 0));
  expect(seen).toEqual([
    { at: 0, count: 100 },
    { at: 0, count: 100 },
    { at: 2_000, count: 50 },
  ]);
});

test('a batch of the largest payload does not wait', async () => {
  const { seen } = await invocations((queue) => send(queue, 60, 0), { size: 200_000 });
  expect(seen[0]).toEqual({ at: 0, count: 30 });
});

test('at ten receives a second a batch is what came within its window', async () => {
  const { seen } = await invocations((queue) => send(queue, 1_000, 0), {
    batching: { batchSize: 1_000, batchingWindowSeconds: 2, receiveMilliseconds: 100 },
    until: 2_500,
  });
  expect(seen).toEqual([{ at: 2_100, count: 210 }]);
});

test('what the function does not finish comes back after its visibility timeout, and is redriven in the end', async () => {
  const { seen, queue } = await invocations((queue) => send(queue, 1, 0), { keeps: () => true, until: 600_000 });
  expect(seen).toEqual([
    { at: 2_000, count: 1 },
    { at: 62_000, count: 1 },
    { at: 122_000, count: 1 },
  ]);
  expect(queue.redriven).toHaveLength(1);
});
