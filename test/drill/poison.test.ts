/** Many events that make Pinterest refuse the whole POST they are in: good ones are delivered as if there were none. */
import type { Poison } from '../../drill/callers';
import { delaysOf } from '../../drill/delays';
import { drill, type Plan } from '../../drill/drill';
import { NO_HAZARDS } from '../../drill/world';

const MINUTE_MS = 60_000;

/** Of Pinterest, for an ad account. */
const MOST_CALLS_A_MINUTE = 5_000;

const plan = (eventsASecond: number, minutes: number, poison: Poison): Plan => ({
  name: 'poison',
  seed: 13,
  events: eventsASecond * 60 * minutes,
  hours: minutes / 60,
  oddities: 0,
  hazards: NO_HAZARDS,
  windows: () => [],
  poison,
});

/** Seconds that good events took, and calls in the worst minute. */
async function measured(of: Plan) {
  const { ledger, queued } = await drill(of);
  expect(ledger.violations).toEqual([]);
  expect(queued).toBe(0);
  return { ...delaysOf(ledger), callsInAMinute: mostInAMinute(ledger.posts) };
}

function mostInAMinute(times: readonly number[]): number {
  let first = 0;
  let most = 0;
  times.forEach((time, index) => {
    while (time - (times[first] ?? 0) >= MINUTE_MS) first++;
    most = Math.max(most, index - first + 1);
  });
  return most;
}

describe('promise 2: good events are delivered within seconds while Pinterest refuses POSTs because of', () => {
  test.each<[string, Plan]>([
    ['1 % of 5 a second', plan(5, 10, { share: 0.01, isOdd: false })],
    ['10 % of 5 a second', plan(5, 10, { share: 0.1, isOdd: false })],
    ['half of 5 a second', plan(5, 10, { share: 0.5, isOdd: false })],
    ['1 % of 50 a second', plan(50, 10, { share: 0.01, isOdd: false })],
    ['10 % of 50 a second', plan(50, 10, { share: 0.1, isOdd: false })],
    ['half of 50 a second, with a look of their own', plan(50, 10, { share: 0.5, isOdd: true })],
    ['20,000 that were redriven, with a look of their own', plan(5, 20, { share: 0, redriven: 20_000, isOdd: true })],
  ])('%s', async (_, of) => {
    const { median, p99, callsInAMinute } = await measured(of);
    expect(median).toBeLessThan(5);
    expect(p99).toBeLessThan(60);
    expect(callsInAMinute).toBeLessThan(MOST_CALLS_A_MINUTE);
  });

  test('20,000 that were redriven and look as good ones do, but for good ones that came in the first moments', async () => {
    const { median, p95, callsInAMinute } = await measured(plan(5, 20, { share: 0, redriven: 20_000, isOdd: false }));
    expect(median).toBeLessThan(5);
    expect(p95).toBeLessThan(15);
    expect(callsInAMinute).toBeLessThan(MOST_CALLS_A_MINUTE);
  });
});
