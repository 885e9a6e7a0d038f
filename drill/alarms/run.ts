/**
 * `npm run drill:alarms`: the alarms as synthesised, over metrics as the code writes them, through troubles and through weeks
 * without any. Ends with 1 when an alarm is late or missing, or raised for nothing. `--size 10000`, `--scenario Friday`, `--seed 7`.
 */
import { parseArgs } from 'node:util';
import { WEEK } from './band';
import { evaluate, type Raised } from './evaluate';
import type { MetricStore } from './metric-store';
import { SCENARIOS, type Scenario } from './scenarios';
import { Shop } from './shop';
import { type Verdict, verdictOn } from './verdict';

const SIZES = [100, 10_000, 1_000_000];
const TRAINING = 2 * WEEK;
const NORMAL_WEEKS = 4;
const DAY = 1_440;
const MINUTE_MS = 60_000;

/** Before the trouble begins, so that the sender is warm. */
const LEAD = 60;

const allRaised = ({ alarms }: Shop, store: MetricStore, from: number, to: number): Raised[] =>
  alarms.alarms.flatMap((alarm) => evaluate(alarm, store, from, to)).sort((a, b) => a.at - b.at);

export async function ordinaryWeeks(shop: Shop): Promise<{ readonly store: MetricStore; readonly raised: Raised[] }> {
  const end = TRAINING + NORMAL_WEEKS * WEEK;
  const store = shop.store();
  await shop.run(store, { from: 0, to: end });
  return { store, raised: allRaised(shop, store, TRAINING, end) };
}

export async function play(shop: Shop, ordinary: MetricStore, scenario: Scenario): Promise<Verdict> {
  const { day, hour, hours, change, trouble, senderStops } = scenario;
  const start = TRAINING + day * DAY + hour * 60;
  const [from, to] = [start - LEAD, start + hours * 60];
  const store = ordinary.upTo(from);
  await shop.run(store, {
    from,
    to,
    ...(change && { change: (minute: number) => (minute < start ? {} : change(minute - start)) }),
    ...(senderStops && { senderStops: start }),
    ...(trouble && {
      trouble: { from: start * MINUTE_MS, to: (start + trouble.minutes) * MINUTE_MS, trouble: trouble.kind },
    }),
  });
  const raised = allRaised(shop, store, from, to).map(({ alarm, at }) => ({ alarm, at: at - start }));
  return verdictOn(scenario, shop.eventsPerDay, raised);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { size: { type: 'string' }, scenario: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  const sizes = values.size === undefined ? SIZES : [Number(values.size)];
  const scenarios = SCENARIOS.filter(({ name }) => name.includes(values.scenario ?? ''));
  const rows = new Map<string, string[]>(scenarios.map(({ name }) => [name, []]));
  const faults: string[] = [];
  const quiet: string[] = [];
  const started = Date.now();
  for (const size of sizes) {
    const shop = await Shop.open(size, TRAINING + NORMAL_WEEKS * WEEK, Number(values.seed));
    const { store, raised } = await ordinaryWeeks(shop);
    quiet.push(raised.length === 0 ? 'none' : raised.map(({ alarm, at }) => `${alarm} in minute ${at}`).join(', '));
    if (raised.length > 0) faults.push(`${size} events a day: raised for nothing: ${quiet.at(-1)}`);
    for (const scenario of scenarios) {
      const verdict = scenario.sizes?.includes(size) === false ? undefined : await play(shop, store, scenario);
      rows.get(scenario.name)?.push(verdict?.text ?? '–');
      faults.push(...(verdict?.faults ?? []));
    }
  }
  const line = (cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`);
  line(['what happens', ...sizes.map((size) => `${size.toLocaleString('en-US')} events a day`)]);
  line(['---', ...sizes.map(() => '---')]);
  line([`${NORMAL_WEEKS} weeks of ordinary traffic`, ...quiet]);
  for (const [name, cells] of rows) line([name, ...cells]);
  for (const fault of faults) console.log(`FAULT ${fault}`);
  console.log(`${(scenarios.length + 1) * sizes.length} drills in ${Math.round((Date.now() - started) / 1_000)} s`);
  if (faults.length > 0) process.exitCode = 1;
}

if (require.main === module) void main();
