import { TokenQueue } from '../../../drill/scale/token-queue';
import { seeded } from '../../../sim/random';

const queueOf = (count: number, mostInFlight = 1_000): TokenQueue => {
  const queue = new TokenQueue(seeded(1), mostInFlight, 1);
  for (let at = 0; at < count; at++) queue.send(at, [at]);
  return queue;
};

describe('queue of tokens', () => {
  it('hands out what is visible in no order, each once', () => {
    const queue = queueOf(100);
    const order = Array.from({ length: 100 }, () => queue.receive()?.sentAt);
    expect([...order].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 100 }, (_, at) => at));
    expect(order.slice(0, 5)).not.toEqual([0, 1, 2, 3, 4]);
    expect(queue.receive()).toBeUndefined();
  });

  it('brings nothing beyond the limit in flight, until something is deleted', () => {
    const queue = queueOf(3, 2);
    queue.receive();
    queue.receive();
    expect(queue.receive()).toBeUndefined();
    queue.delete();
    expect(queue.receive()).toBeDefined();
  });

  it('shows a hidden token again when it is due, in flight until then', () => {
    const queue = queueOf(1);
    const token = queue.receive();
    if (token === undefined) throw new Error('nothing was received');
    queue.hide(token, 7.5);
    for (let now = 0; now < 8; now++) queue.reveal(now);
    expect([queue.inFlight, queue.receive()]).toEqual([1, undefined]);
    queue.reveal(8);
    expect(queue.inFlight).toBe(0);
    expect(queue.receive()).toMatchObject({ sentAt: 0, receives: 2 });
  });
});
