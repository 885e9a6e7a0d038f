/** Promise 1, one fault at a time: an event accepted while a single call of Pinterest fails is delivered after it. */
import { drill, type Plan } from '../../drill/drill';
import { FAULTS } from '../../drill/faults';
import type { Window } from '../../drill/weather';
import { NO_HAZARDS } from '../../drill/world';

const HOUR_MS = 3_600_000;

const during = (window: Omit<Window, 'from' | 'to'>): Plan => ({
  name: 'one fault',
  seed: 5,
  events: 50,
  hours: 1,
  oddities: 0,
  hazards: NO_HAZARDS,
  windows: () => [{ from: 0, to: HOUR_MS, ...window }],
});

async function delays(plan: Plan): Promise<number[]> {
  const { ledger, queued } = await drill(plan);
  expect(ledger.violations).toEqual([]);
  expect(queued).toBe(0);
  return [...ledger.entries.values()].map(({ acceptedAt = 0, takenAt = Number.NaN }) => takenAt - acceptedAt);
}

test.each(FAULTS.any.map((fault) => [`${fault.what}, ${fault.afterTaking ? 'after' : 'before'} it took them`, fault]))(
  'a call that ends in %s',
  async (_, fault) => {
    const waited = await delays(during({ trouble: 'stray', fault: fault as (typeof FAULTS.any)[number] }));
    expect(Math.max(...waited)).toBeLessThan(60_000);
  },
);

test('a revoked token holds events until the owner has put a valid one into the secret', async () => {
  const waited = await delays(during({ trouble: 'revoked' }));
  expect(Math.max(...waited)).toBeGreaterThan(HOUR_MS / 2);
  expect(Math.max(...waited)).toBeLessThan(2.5 * HOUR_MS);
});
