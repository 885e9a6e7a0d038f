/** A drill in words: however large it was. */
import { countedTwice } from '../../drill/counted-twice';
import type { Result } from '../../drill/drill';
import { type Kind, Ledger } from '../../drill/ledger';
import { course, HEAD, row, waits } from '../../drill/report';
import { sickEnvironment, threeDays } from '../../drill/scenarios';

const HOUR_MS = 3_600_000;

/** An outage of two hours; events all the time, each taken a minute after it is over, and one after it. */
function resultOf(entries: number, plan = threeDays('outage', 'outage')): Result {
  const ledger = new Ledger();
  const to = 2 * HOUR_MS;
  for (let number = 0; number < entries; number++) {
    const id = `good-${number}`;
    ledger.open(id, 'good', '{}');
    const at = (to * number) / entries;
    ledger.entry(id).acceptedAt = at;
    ledger.taken(id, to + 60_000);
    ledger.posts.push(at);
  }
  ledger.open('fresh', 'good', '{}');
  ledger.entry('fresh').acceptedAt = to + 1_000;
  ledger.taken('fresh', to + 3_000);
  const windows = [{ from: 0, to, trouble: 'outage' as const }];
  return { plan, windows, ledger, queued: 0, mostReceives: 7, endedAt: to };
}

test('300,000 events are told of as three are', () => {
  const [many, few] = [resultOf(300_000), resultOf(3)];
  expect(course(many)).toEqual([
    'outage: 300,000 events waited when it ended',
    '  POSTs while it lasted: 150,000 in the first or worst hour, 150,000 an hour on average',
    '  events of the last hour before its end were delivered within 1.0 min of it, all others within 1.0 min',
    '  events accepted in the hour after it took 2.0 s (median), 2.0 s (p99), 2.0 s (longest)',
  ]);
  expect(course(few)[0]).toBe('outage: 3 events waited when it ended');
  expect(row(many)).toHaveLength(HEAD.length);
  expect(row(many).slice(0, 3)).toEqual(['outage', '300,001', '300,001']);
  expect(waits({ ...many, plan: sickEnvironment('well') })).toHaveLength(1);
});

describe('an event that Pinterest takes twice', () => {
  const HAPPENED = 1_000 * HOUR_MS;
  const event = (action_source = 'web') => JSON.stringify({ action_source, event_time: HAPPENED / 1_000 });

  test.each([
    ['within the hour', 'web', [0.01, 0.99], { forgotten: false, offline: false }],
    ['the second time after the hour', 'web', [0.01, 1.01], { forgotten: false, offline: true }],
    ['both times after it', 'web', [2, 3], { forgotten: false, offline: true }],
    ['the third time after it', 'web', [0.01, 0.02, 1.01], { forgotten: false, offline: true }],
    ['after two days', 'web', [0.01, 48.02], { forgotten: true, offline: true }],
    ['late, but of a shop', 'offline', [2, 49.99], { forgotten: false, offline: false }],
    ['two days later, of a shop', 'offline', [2, 50.01], { forgotten: true, offline: false }],
    ['each within two days of the first', 'offline', [0, 30, 47], { forgotten: false, offline: false }],
  ])('%s', (_, source, hours, counted) => {
    const takings = hours.map((hour) => HAPPENED + hour * HOUR_MS);
    expect(countedTwice(event(source), takings)).toEqual(counted);
  });

  test('stands in the row of its drill, by the rule and by whether its answer was lost', () => {
    const result = resultOf(0);
    const take = (id: string, kind: Kind, cause: string, ...hours: number[]) => {
      result.ledger.open(id, kind, event());
      for (const hour of hours) {
        result.ledger.taken(id, HAPPENED + hour * HOUR_MS);
        result.ledger.excuse(id, cause);
      }
    };
    take('fine', 'good', 'answer lost: silence', 0.1, 0.2);
    take('offline', 'good', 'answer lost: silence', 0.1, 1.2);
    take('killed', 'good', 'killed during the POST', 0.1, 1.2);
    take('duplicate', 'good', 'handed out twice', 0.1, 1.2);
    take('forgotten', 'good', 'not deleted', 0.1, 50);
    take('test', 'test', 'answer lost: silence', 0.1, 50);
    const cells = Object.fromEntries(row(result).map((cell, index) => [HEAD[index], cell]));
    expect(cells).toMatchObject({
      'of these more than once': '6',
      'of these excused': '6',
      'counted twice (48 h rule)': '1',
      'counted twice (1 h rule)': '4',
      'of these answer was lost': '2',
    });
  });
});
