/** What is remembered of a line to Pinterest. */
import fc from 'fast-check';
import { createLineMemories } from '../../../lambda/sender/line-memory';

const memory = () => createLineMemories({ now: () => 0, random: () => 0.5 }).live;

test('a limit is one that the platform takes, whatever answers took', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 2_000 }), { minLength: 1, maxLength: 50 }),
      fc.nat({ max: 1_000 }),
      (times, events) => {
        const line = memory();
        for (const milliseconds of times) line.worked(1, milliseconds);
        const limit = line.limitMs(events);
        if (limit === undefined) return;
        expect(() => AbortSignal.timeout(limit)).not.toThrow();
        expect(limit).toBeGreaterThanOrEqual(3_000);
        expect(limit).toBeLessThanOrEqual(15_000);
      },
    ),
  );
});

test('a limit is there once something was taken, and longer for more events', () => {
  const line = memory();
  expect(line.limitMs(1_000)).toBeUndefined();
  line.worked(10, 200);
  expect(line.limitMs(1)).toBe(3_000);
  expect(line.limitMs(1_000)).toBe(11_200);
});

test('the most events of a POST halve, and grow again by a quarter', () => {
  const line = memory();
  expect(line.mostEvents()).toBe(Number.POSITIVE_INFINITY);
  line.wasTooLarge(1_000);
  expect(line.mostEvents()).toBe(500);
  line.worked(499, 10);
  expect(line.mostEvents()).toBe(500);
  line.worked(500, 10);
  expect(line.mostEvents()).toBe(625);
});
