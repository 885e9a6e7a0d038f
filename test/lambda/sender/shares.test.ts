/** Into which pieces a POST is divided that was refused, by the share of events that were refused of late. */
import { callsAnEvent, createShare, pieceOf } from '../../../lambda/sender/shares';

test.each([
  [1_000, 0, 500],
  [7, 0, 4],
  [1_000, 0.01, 69],
  [1_000, 0.1, 7],
  [1_000, 0.5, 1],
  [4, 0.01, 2],
  [2, 1, 1],
])('of %s events at a share of %s, pieces of %s', (events, share, size) => {
  expect(pieceOf(events, share)).toBe(size);
});

test('a share is learned from a hundred events, and what was long ago hardly counts', () => {
  const share = createShare();
  expect(share.now()).toBe(0);
  share.refused(1);
  expect(share.now()).toBeLessThan(0.03);
  share.refused(99);
  expect(share.now()).toBeGreaterThan(0.6);
  share.taken(10_000);
  expect(share.now()).toBeLessThan(0.02);
});

test('the more events are bad, the more calls each needs: two when all are', () => {
  expect(callsAnEvent(0)).toBe(0);
  expect(callsAnEvent(0.1)).toBeCloseTo(0.6);
  expect(callsAnEvent(1)).toBe(2);
});
