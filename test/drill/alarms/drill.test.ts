/** The drill notices what it is there to notice: metrics that alarms do not find, alarms that are late, missing or for nothing. */

import { METRIC_FAMILIES, METRICS } from '../../../contract/metric-names';
import { ordinaryWeeks, play } from '../../../drill/alarms/run';
import type { Scenario } from '../../../drill/alarms/scenario';
import { SCENARIOS } from '../../../drill/alarms/scenarios';
import { Shop } from '../../../drill/alarms/shop';
import { synthesiseAlarms } from '../../../drill/alarms/template-alarms';
import { verdictOn } from '../../../drill/alarms/verdict';
import { ALARM_KINDS, kindOf } from '../../../lib/monitoring/alarm-table';
import { WEEK } from '../../../sim/cloudwatch/band';
import { readEmf } from '../../../sim/cloudwatch/emf';
import { evaluate } from '../../../sim/cloudwatch/evaluate';

const SCENARIO: Scenario = { name: 'S', day: 1, hour: 11, hours: 1, must: 'TokenRejected', may: ['EventsDelayed'] };

const lasting = (raised: readonly { alarm: string; at: number }[]) => raised.map((one) => ({ ...one, until: 60 }));

describe('a verdict', () => {
  it.each([
    ['in time', [{ alarm: 'TokenRejected', at: 15 }], []],
    [
      'in time, with a true one beside it',
      [
        { alarm: 'TokenRejected', at: 3 },
        { alarm: 'EventsDelayed', at: 40 },
      ],
      [],
    ],
    ['late', [{ alarm: 'TokenRejected', at: 16 }], ['TokenRejected was raised after 16 minutes, 15 are allowed']],
    ['missing', [], ['TokenRejected was not raised']],
    [
      'for nothing',
      [
        { alarm: 'TokenRejected', at: 3 },
        { alarm: 'NoEvents', at: 4 },
      ],
      ['NoEvents was raised for nothing'],
    ],
    [
      'told over and over',
      [...[3, 20, 37, 54].map((at) => ({ alarm: 'TokenRejected', at }))],
      ['TokenRejected was raised 4 times'],
    ],
    ['too early', [{ alarm: 'TokenRejected', at: -5 }], ['TokenRejected was raised before anything happened']],
  ])('finds an alarm that is %s', (_, raised, faults) => {
    expect(verdictOn(SCENARIO, 100, lasting(raised), 60).faults).toEqual(
      faults.map((fault) => `S, 100 events a day: ${fault}`),
    );
  });
});

test('a verdict finds an alarm that ends while it is still true', () => {
  const raised = [{ alarm: 'TokenRejected', at: 3, until: 40 }];
  expect(verdictOn(SCENARIO, 100, raised, 60).faults).toEqual([]);
  expect(verdictOn({ ...SCENARIO, lasts: true }, 100, raised, 60).faults).toEqual([
    'S, 100 events a day: TokenRejected ended while it was still true',
  ]);
});

describe('a small shop', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open(100, 3 * WEEK, 1);
  });

  it('writes every metric that an alarm asks for, under the name that it asks for', async () => {
    const store = shop.store();
    const hours = 60;
    await shop.run(store, { from: 0, to: 24 * hours });
    for (const [index, kind] of (['revoked', 'refuses half'] as const).entries()) {
      const [from, to] = [24 + 6 * index, 30 + 6 * index].map((hour) => hour * hours) as [number, number];
      await shop.run(store, { from, to, trouble: { from, minutes: 60, kind } });
    }
    const keys = new Set(shop.alarms.alarms.flatMap(({ sources }) => sources.map(({ key }) => key)));
    const unseen = [...keys].filter((key) => store.statistic(key, 'Sum', 0, 36 * hours) === undefined);
    const seldom = [METRICS.putAside, METRICS.tests].map(
      (name) => `PinterestConversions ${name} ${shop.alarms.pipeline}`,
    );
    expect(unseen.sort()).toEqual(seldom.sort());
  });

  it('is told of a revoked token by the alarm for it', async () => {
    const scenario = SCENARIOS.find(({ name }) => name === 'token revoked');
    const verdict = await play(shop, shop.store(), scenario ?? SCENARIO);
    expect(verdict.text).toContain('TokenRejected');
    expect(verdict.faults).toEqual([]);
  });

  it('would be told nothing by an alarm that looks at the wrong metric', async () => {
    const store = shop.store();
    await shop.run(store, { from: 0, to: 6 * 60, trouble: { from: 0, minutes: 360, kind: 'revoked' } });
    const alarm = shop.alarms.alarms.find(({ name }) => name === 'TokenRejected');
    if (alarm === undefined) throw new Error('there is no such alarm');
    const mistaken = { ...alarm, sources: alarm.sources.map((source) => ({ ...source, key: `${source.key}s` })) };
    expect(evaluate(alarm, store, 0, 360).length).toBeGreaterThan(0);
    expect(evaluate(mistaken, store, 0, 360)).toEqual([]);
  });
});

it('is the same each time', async () => {
  const weeks = async () => {
    const shop = await Shop.open(100, 6 * WEEK, 7);
    return JSON.stringify((await ordinaryWeeks(shop)).raised);
  };
  expect(await weeks()).toBe(await weeks());
});

test('every scenario is told apart from the others by its name, by which its chances are drawn too', () => {
  const names = SCENARIOS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

it('evaluates every alarm that there can be', () => {
  const { alarms } = synthesiseAlarms({ expectedEventsPerDay: 10_000, watchedMatchKeys: ['em', 'click_id'] });
  const kinds = new Set(alarms.map(({ name }) => kindOf(name)));
  expect([...kinds].sort()).toEqual([...ALARM_KINDS].sort());
  expect(alarms.every(({ period, sources }) => period >= 5 && sources.length > 0)).toBe(true);
});

test('an EMF line is read as every metric in it, once for each set of dimensions', () => {
  const line = {
    _aws: {
      CloudWatchMetrics: [
        { Namespace: 'N', Dimensions: [['service'], ['service', 'a']], Metrics: [{ Name: 'M' }, { Name: 'D' }] },
      ],
    },
    ...{ service: 's', a: 'x', M: 2, D: [1, 2] },
  };
  expect(readEmf(JSON.stringify(line))).toEqual([
    { key: 'N M s', values: [2] },
    { key: 'N D s', values: [1, 2] },
    { key: 'N M s x', values: [2] },
    { key: 'N D s x', values: [1, 2] },
  ]);
  expect(Object.values(METRIC_FAMILIES).every((family) => !family.includes('.'))).toBe(true);
});
