import { AT_ONCE, DEFAULTS, type Setting } from '../../../drill/scale/setting';
import { simulate } from '../../../drill/scale/simulate';

const run = (setting: Partial<Setting>) => simulate({ ...DEFAULTS, freshHours: 0.2, patienceHours: 6, ...setting });

describe('model of scale', () => {
  it('gives the same outcome for the same seed, and another for another', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => run({ seed, outageHours: 0.1 }).fresh);
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('in fair weather events wait for the window and the POST', () => {
    const { fresh, left, events } = run({ rate: 50 });
    expect(fresh.p99).toBeLessThan(3);
    expect(left).toBeLessThan(0.01 * events);
  });

  it.each([
    [160, 0],
    [190, 1],
  ])('two pollers at the published rate carry 174 events a second: of %i/s, many wait: %i', (rate, isOver) => {
    expect(run({ rate, patienceHours: 0.3 }).fresh.p99 > 10 ? 1 : 0).toBe(isOver);
  });

  it('carries more when receives take no time', () => {
    expect(run({ ...AT_ONCE, rate: 300 }).fresh.p99).toBeLessThan(5);
  });

  it('refuses calls above the limit of a minute', () => {
    const { mostCallsAMinute, left, events } = run({ rate: 50, callsAMinute: 40, patienceHours: 0.3 });
    expect(mostCallsAMinute).toBeGreaterThan(40);
    expect(left).toBeLessThan(events);
  });

  it('one queue: fresh events wait among the held ones that could not be received', () => {
    expect(run({ rate: 80, outageHours: 0.5, patienceHours: 0.3 }).fresh.median).toBeGreaterThan(60);
  });

  it('backlog queue: fresh events do not wait while the backlog drains', () => {
    const { fresh, packs, drainHours } = run({ rate: 50, outageHours: 0.5, freshHours: 1, design: 'backlog queue' });
    expect(fresh.p99).toBeLessThan(5);
    expect(packs).toBeGreaterThan(300);
    expect(drainHours).toBeGreaterThan(0);
  });

  it('backlog queue: the main queue needs twice the traffic in an outage', () => {
    const { fresh } = run({ rate: 120, outageHours: 0.5, patienceHours: 0.3, design: 'backlog queue' });
    expect(fresh.median).toBeGreaterThan(60);
  });
});
