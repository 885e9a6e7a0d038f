/** Copies of events that SQS keeps, while no run is killed and each answer of Pinterest's arrives: how many count twice. */
import { countedTwice } from '../../drill/counted-twice';
import { drill, type Plan } from '../../drill/drill';
import { randomPlan } from '../../drill/scenarios';
import { type Hazards, NO_HAZARDS } from '../../drill/world';

const HOUR_MS = 3_600_000;

/** An outage of three hours, which begins while the events come. */
const plan = (hazards: Partial<Hazards>): Plan => ({
  ...{ ...randomPlan(31, 1_000), hours: 2, oddities: 0 },
  hazards: { ...NO_HAZARDS, ...hazards },
  windows: () => [{ from: HOUR_MS, to: 4 * HOUR_MS, trouble: 'outage' }],
});

test.each([
  ['none where confirmations are lost', { sendFailed: 0.1 }, 0],
  ['none where messages are handed out twice', { duplicate: 0.1 }, 0],
  // delivered by an environment that never sees the copy.
  ['few where a tenth of all messages is not deleted', { deleteLost: 0.1 }, 15],
])('%s', async (_, hazards, most) => {
  const { ledger, queued } = await drill(plan(hazards));
  expect(ledger.violations).toEqual([]);
  expect(queued).toBe(0);
  const twice = [...ledger.entries.values()].filter(
    ({ json, takenAt = Number.NaN, again }) => countedTwice(json, [takenAt, ...again]).offline,
  );
  expect(Object.values(ledger.causes).reduce((sum, times) => sum + times, 0)).toBeGreaterThan(50);
  expect(twice.length).toBeLessThanOrEqual(most);
});
