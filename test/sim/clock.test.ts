/** The jumping clock: everybody gets their turn, in the order of time. */
import { JumpingClock } from '../../sim/clock';

test('who waits wakes in the order of time, and at the same time in the order of asking', async () => {
  const clock = new JumpingClock();
  const seen: string[] = [];
  const wait = async (name: string, milliseconds: number) => {
    await clock.sleep(milliseconds);
    seen.push(`${name} ${clock.now}`);
  };
  void wait('late', 3_000);
  void wait('first', 1_000);
  void wait('second', 1_000);
  await clock.run(10_000);
  expect(seen).toEqual(['first 1000', 'second 1000', 'late 3000']);
  expect(clock.now).toBe(10_000);
});

test('what somebody does after waking is done before time goes on', async () => {
  const clock = new JumpingClock();
  const seen: number[] = [];
  const work = async () => {
    await clock.sleep(10);
    for (let step = 0; step < 50; step++) await Promise.resolve();
    seen.push(clock.now);
    await clock.sleep(5);
    seen.push(clock.now);
  };
  void work();
  clock.at(12, () => seen.push(12));
  await clock.run(Number.POSITIVE_INFINITY);
  expect(seen).toEqual([10, 12, 15]);
});

test('a sleep that is called off ends at once, and what is called off does not happen', async () => {
  const clock = new JumpingClock();
  const controller = new AbortController();
  let woke = -1;
  void clock.sleep(1_000, controller.signal).then(() => {
    woke = clock.now;
  });
  const never = jest.fn();
  const callOff = clock.at(500, never);
  clock.at(100, () => {
    controller.abort();
    callOff();
  });
  await clock.run(5_000);
  expect(woke).toBe(100);
  expect(never).not.toHaveBeenCalled();
});

test('it stops when all is over, and where it is told to', async () => {
  const clock = new JumpingClock(100);
  let done = false;
  clock.at(400, () => {
    done = true;
  });
  clock.at(900, () => undefined);
  await clock.run(250);
  expect(clock.now).toBe(250);
  await clock.run(5_000, () => done);
  expect(clock.now).toBe(400);
});
