/** How many calls may look for bad events, and when it is the turn of the others. */
import { callsNow, createPace } from '../../../lambda/sender/pace';

function paceAt() {
  const clock = { now: 0 };
  return { clock, pace: createPace({ now: () => clock.now, random: () => 0.5 }) };
}

test('four environments that call as often as they may stay below 5,000 in any minute', () => {
  const { clock, pace } = paceAt();
  const calls: number[] = [];
  for (; clock.now < 300_000; clock.now += 100) {
    for (; pace.left() > 0; pace.called()) calls.push(clock.now);
  }
  const inAMinute = calls.map((start) => calls.filter((at) => at >= start && at < start + 60_000).length);
  expect(Math.max(...inAMinute)).toBeLessThanOrEqual(1_250);
  expect(calls.length).toBeGreaterThan(5 * 950);
});

test('turns are given one after the other, as far apart as their calls need', () => {
  const { clock, pace } = paceAt();
  const turns = Array.from({ length: 475 }, () => pace.turn(2));
  expect(turns[0]).toBe(0);
  expect(turns.at(-1)).toBeCloseTo(60, 0);
  clock.now += 30_000;
  expect(pace.turn(2)).toBeCloseTo(30, 0);
});

test('no turn is later than five minutes', () => {
  const { pace } = paceAt();
  const turns = Array.from({ length: 20_000 }, () => pace.turn(2));
  expect(Math.max(...turns)).toBeLessThanOrEqual(300);
  expect(turns.at(-1)).toBe(225);
});

describe('POSTs that may now look for bad events', () => {
  const digging = { milliseconds: 0, isBacklog: false, isFresh: true, isFirst: false, left: 300 };
  test.each([
    ['at first', {}, 32],
    ['when few calls are left', { left: 7 }, 7],
    ['when none is left', { left: -3 }, 0],
    ['among fresh ones after 19 s', { milliseconds: 19_000 }, 32],
    ['among fresh ones after 20 s', { milliseconds: 20_000 }, 0],
    ['among others after 5 s', { isFresh: false, milliseconds: 5_000 }, 0],
    ['among others, when more are waiting, after 1 s', { isFresh: false, isBacklog: true, milliseconds: 1_000 }, 0],
    ['among others late, but for the first time', { isFresh: false, isFirst: true, milliseconds: 60_000 }, 32],
    ['among others, which leave calls to fresh ones', { isFresh: false, left: 160 }, 10],
  ])('%s', (_, more, calls) => {
    expect(callsNow({ ...digging, ...more })).toBe(calls);
  });
});
