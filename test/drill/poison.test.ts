/**
 * Many events that make Pinterest refuse the whole POST they are in: good ones are delivered as if there were none. Here
 * with a part of the events; `npm run drill` has all of them.
 */
import { type Innocents, REFUSED, smaller, waited } from '../../drill/innocents';

const MOST_EVENTS = 3_000;

describe('promise 2: good events are delivered within seconds while Pinterest refuses POSTs because of', () => {
  const cases = REFUSED.map((innocents): [string, Innocents] => [
    innocents.plan.name,
    smaller(innocents, innocents.plan.events > MOST_EVENTS ? 4 : 1),
  ]);

  test.each(cases)('%s', async (_, innocents) => {
    const { result, excess } = await waited(innocents);
    expect(result.ledger.violations).toEqual([]);
    expect(result.queued).toBe(0);
    expect(excess).toEqual([]);
  });
});
