/** One of the two environments does not reach Pinterest, the other does: events do not wait for the one that is sick. */
import { delaysOf } from '../../drill/delays';
import { drill } from '../../drill/drill';
import { sickEnvironment, threeDays } from '../../drill/scenarios';
import type { Trouble } from '../../drill/weather';

const HOUR_MS = 3_600_000;

test('promise 2: it ends itself after some minutes, and the one in its place delivers', async () => {
  const { ledger, queued } = await drill(sickEnvironment('well'));
  expect(ledger.violations).toEqual([]);
  expect(queued).toBe(0);
  // one of those that the queue feeds, and one of the backlog's.
  expect(ledger.ended).toHaveLength(2);
  expect(Math.min(...ledger.ended)).toBeGreaterThan(HOUR_MS / 6);
  expect(Math.max(...ledger.ended)).toBeLessThan(HOUR_MS / 2);
  const { median, longest } = delaysOf(ledger);
  expect(median).toBeLessThan(4);
  expect(longest).toBeLessThan(600);
});

test('promise 2: where each one in its place is as sick, it costs seconds, and minutes at most', async () => {
  const { ledger, queued } = await drill(sickEnvironment('sick', 3_000));
  expect(ledger.violations).toEqual([]);
  expect(queued).toBe(0);
  const { median, longest } = delaysOf(ledger);
  expect(median).toBeLessThan(30);
  expect(longest).toBeLessThan(600);
});

describe('while Pinterest', () => {
  const threeOf = (trouble: Trouble) => drill({ ...threeDays(trouble, trouble, 300), oddities: 0 });

  test('answers nobody, an environment ends itself every ten minutes at most, and nothing is lost by it', async () => {
    const { ledger, queued, windows } = await threeOf('unreachable');
    expect(ledger.violations).toEqual([]);
    expect(queued).toBe(0);
    const [{ from, to } = { from: 0, to: 0 }] = windows;
    expect(ledger.ended.length).toBeGreaterThan(0);
    expect(ledger.ended.every((at) => at > from && at < to)).toBe(true);
    expect(ledger.ended.length / ((to - from) / HOUR_MS)).toBeLessThan(2 * 6);
  });

  test.each<Trouble>(['outage', 'rate', 'revoked'])('is in trouble (%s), none does', async (trouble) => {
    expect((await threeOf(trouble)).ledger.ended).toEqual([]);
  });
});
