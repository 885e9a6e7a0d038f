/** The drill notices what it is there to notice: metrics that alarms do not find, alarms that are late, missing or for nothing. */

import { METRIC_FAMILIES, METRICS } from '../../../contract/metric-names';
import { WEEK } from '../../../drill/alarms/band';
import { readEmf } from '../../../drill/alarms/emf';
import { evaluate } from '../../../drill/alarms/evaluate';
import { ordinaryWeeks, play } from '../../../drill/alarms/run';
import { SCENARIOS, type Scenario } from '../../../drill/alarms/scenarios';
import { Shop } from '../../../drill/alarms/shop';
import { synthesiseAlarms } from '../../../drill/alarms/template-alarms';
import { verdictOn } from '../../../drill/alarms/verdict';
import { ALARM_KINDS, kindOf } from '../../../lib/monitoring/alarm-table';

const SCENARIO: Scenario = { name: 'S', day: 1, hour: 11, hours: 1, must: ['A'], may: ['B'] };

const lasting = (raised: readonly { alarm: string; at: number }[]) => raised.map((one) => ({ ...one, until: 60 }));

describe('a verdict', () => {
  it.each([
    ['in time', [{ alarm: 'A', at: 15 }], []],
    [
      'in time, with a true one beside it',
      [
        { alarm: 'A', at: 3 },
        { alarm: 'B', at: 40 },
      ],
      [],
    ],
    ['late', [{ alarm: 'A', at: 16 }], ['A was raised after 16 minutes, 15 are allowed']],
    ['missing', [], ['A was not raised']],
    [
      'for nothing',
      [
        { alarm: 'A', at: 3 },
        { alarm: 'C', at: 4 },
      ],
      ['C was raised for nothing'],
    ],
    ['told over and over', [...[3, 20, 37, 54].map((at) => ({ alarm: 'A', at }))], ['A was raised 4 times']],
    ['too early', [{ alarm: 'A', at: -5 }], ['A was raised before anything happened']],
  ])('finds an alarm that is %s', (_, raised, faults) => {
    expect(verdictOn(SCENARIO, 100, lasting(raised), 60).faults).toEqual(
      faults.map((fault) => `S, 100 events a day: ${fault}`),
    );
  });
});

test('a verdict finds an alarm that ends while it is still true', () => {
  const raised = [{ alarm: 'A', at: 3, until: 40 }];
  expect(verdictOn(SCENARIO, 100, raised, 60).faults).toEqual([]);
  expect(verdictOn({ ...SCENARIO, lasts: true }, 100, raised, 60).faults).toEqual([
    'S, 100 events a day: A ended while it was still true',
  ]);
});

describe('a small shop', () => {
  let shop: Shop;
  beforeAll(async () => {
    shop = await Shop.open(100, 3 * WEEK, 1);
  });

  it('writes every metric that an alarm asks for, under the name that it asks for', async () => {
    const store = shop.store();
    await shop.run(store, { from: 0, to: 24 * 60 });
    const trouble = { from: 24 * 60, minutes: 60, kind: 'revoked' as const };
    await shop.run(store, { from: 24 * 60, to: 30 * 60, trouble });
    const isOurs = (key: string) => key.startsWith('PinterestConversions ');
    const keys = new Set(shop.alarms.alarms.flatMap(({ sources }) => sources.map(({ key }) => key)).filter(isOurs));
    const unseen = [...keys].filter((key) => store.statistic(key, 'Sum', 0, 30 * 60) === undefined);
    const seldom = [METRICS.rejected, METRICS.putAside, METRICS.tests].map(
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
