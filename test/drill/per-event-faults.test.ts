/** Faults that an event draws by its content, that are told per event, or that depend on the size: nobody else waits. */
import { drill, type Plan } from '../../drill/drill';
import { DRAWN, smaller, waited } from '../../drill/innocents';
import type { Trouble } from '../../drill/weather';
import { NO_HAZARDS } from '../../drill/world';

const HOUR_MS = 3_600_000;

const plan = (more: Partial<Plan>): Plan => ({
  name: 'per event',
  seed: 13,
  events: 3_000,
  hours: 1 / 6,
  oddities: 0,
  hazards: NO_HAZARDS,
  windows: () => [],
  ...more,
});

describe('promise 2: good events do not wait, and the others are dead letters in the end, where', () => {
  test.each(DRAWN.map((innocents) => [innocents.plan.name, smaller(innocents, 3)] as const))(
    '%s',
    async (_, innocents) => {
      const { result, excess } = await waited(innocents);
      expect(result.ledger.violations).toEqual([]);
      expect(result.queued).toBe(0);
      expect(excess).toEqual([]);
    },
  );
});

const during = (trouble: Trouble, hours: number) => () => [{ from: 0, to: hours * HOUR_MS, trouble }];

test('promise 1: an outage told per event makes no dead letter', async () => {
  const { ledger, queued } = await drill(plan({ events: 1_000, windows: during('erring', 3) }));
  expect(ledger.violations).toEqual([]);
  expect(queued).toBe(0);
});

test.each<Trouble>(['narrow', 'slow'])(
  'a backlog that meets a Pinterest that is %s for large POSTs leaves in smaller ones',
  async (trouble) => {
    const [outage, end] = [HOUR_MS / 2, 8 * HOUR_MS];
    const windows = () => [
      { from: 0, to: outage, trouble: 'outage' as const },
      { from: outage, to: end, trouble },
    ];
    const { ledger, queued } = await drill(plan({ events: 2_500, windows }));
    expect(ledger.violations).toEqual([]);
    expect(queued).toBe(0);
    const last = Math.max(...[...ledger.entries.values()].map(({ takenAt = Number.POSITIVE_INFINITY }) => takenAt));
    expect(last).toBeLessThan(outage + 1.5 * HOUR_MS);
  },
);
