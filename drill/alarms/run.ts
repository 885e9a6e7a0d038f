/**
 * `npm run drill:alarms`: the alarms as synthesised, over metrics as the code writes them, through troubles and through weeks
 * without any. Ends with 1 when an alarm is late or missing, or raised for nothing.
 *
 * `--size 10000`, `--scenario Friday` or `--scenario NoEvents`, `--seed 7` choose; `--quiet-seeds 20` counts false alarms over many seeds; `--write` puts
 * the table into docs/monitoring.md, `--check` fails when another stands there.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { keepTable, markdownTable } from '../../scripts/tables';
import { WEEK } from '../../sim/cloudwatch/band';
import { evaluate, type Raised } from '../../sim/cloudwatch/evaluate';
import type { MetricStore } from '../../sim/cloudwatch/metric-store';
import type { Scenario } from './scenario';
import { SCENARIOS } from './scenarios';
import { Shop } from './shop';
import type { SynthesisedAlarms } from './template-alarms';
import { type Verdict, verdictOn } from './verdict';

const DOCS = path.join(__dirname, '..', '..', 'docs', 'monitoring.md');
const SIZES = [100, 10_000, 1_000_000];
const TRAINING = 2 * WEEK;
const NORMAL_WEEKS = 4;
const DAY = 1_440;

/** Before the trouble begins, so that the sender is warm. */
const LEAD = 60;

/** Troubles seldom begin when the clock strikes. */
const PAST_THE_HOUR = 20;

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
  const start = TRAINING + day * DAY + hour * 60 + PAST_THE_HOUR;
  const [from, to] = [start - LEAD, start + hours * 60];
  const store = ordinary.upTo(from);
  const begin = await shop.run(store, {
    from,
    to,
    name: scenario.name,
    ...(change && { change: (minute: number) => (minute < start ? {} : change(minute - start)) }),
    ...(senderStops && { senderStops: start }),
    ...(trouble && { trouble: { from: start, ...trouble } }),
  });
  const since = begin ?? start;
  const raised = allRaised(shop, store, from, to).map(({ alarm, at, until }) => ({
    alarm,
    at: at - since,
    until: until - since,
  }));
  return verdictOn(scenario, shop.eventsPerDay, scenario.isPause ? told(raised, shop.alarms.mute) : raised, to - since);
}

/** What is raised in a pause tells nobody, unless it is raised still when the mute ends. */
function told(raised: readonly Raised[], { alarms, minutes }: SynthesisedAlarms['mute']): Raised[] {
  return raised
    .filter(({ alarm, until }) => !alarms.has(alarm) || until > minutes)
    .map((one) => (alarms.has(one.alarm) ? { ...one, at: Math.max(one.at, minutes) } : one));
}

/** One row of the table for each scenario, with a cell for each size, and what is wrong in them. */
async function drillAll(sizes: readonly number[], scenarios: readonly Scenario[], seed: number) {
  const quiet: string[] = [];
  const rows = new Map<string, string[]>(scenarios.map(({ name }) => [name, []]));
  const faults: string[] = [];
  for (const size of sizes) {
    const shop = await Shop.open(size, TRAINING + NORMAL_WEEKS * WEEK, seed);
    const { store, raised } = await ordinaryWeeks(shop);
    quiet.push(raised.length === 0 ? 'nothing' : `${raised.length} times`);
    faults.push(
      ...raised.map(({ alarm, at }) => `${size} events a day: ${alarm} was raised for nothing in minute ${at}`),
    );
    for (const scenario of scenarios) {
      const isFor = scenario.sizes?.includes(size) ?? true;
      const verdict = isFor ? await play(shop, store, scenario) : undefined;
      rows.get(scenario.name)?.push(verdict?.text ?? '–');
      faults.push(...(verdict?.faults ?? []));
    }
  }
  return {
    rows: [[`${NORMAL_WEEKS} weeks of ordinary traffic`, ...quiet], ...[...rows].map((row) => row.flat())],
    faults,
  };
}

/** How often anything is raised in ordinary weeks, over many seeds: the bands are learned anew in each. */
async function falseAlarms(sizes: readonly number[], seeds: number): Promise<void> {
  for (const size of sizes) {
    const raised: Raised[] = [];
    for (let seed = 1; seed <= seeds; seed++) {
      raised.push(...(await ordinaryWeeks(await Shop.open(size, TRAINING + NORMAL_WEEKS * WEEK, seed))).raised);
    }
    const names = [...new Set(raised.map(({ alarm }) => alarm))].join(', ');
    console.log(
      `${size} events a day: ${raised.length} false alarms in ${seeds * NORMAL_WEEKS} weeks ${names && `(${names})`}`,
    );
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      size: { type: 'string' },
      scenario: { type: 'string' },
      seed: { type: 'string' },
      'quiet-seeds': { type: 'string' },
      write: { type: 'boolean' },
      check: { type: 'boolean' },
    },
  });
  const sizes = values.size === undefined ? SIZES : [Number(values.size)];
  if (values['quiet-seeds'] !== undefined) return falseAlarms(sizes, Number(values['quiet-seeds']));

  if ((values.write || values.check) && (values.size ?? values.scenario ?? values.seed))
    throw new Error('--write and --check are about the whole table; leave out --size, --scenario and --seed');
  const { scenario: wanted = '', seed = '1' } = values;
  const scenarios = SCENARIOS.filter(({ name, must }) => name.includes(wanted) || must?.startsWith(wanted));
  const started = Date.now();
  const { rows, faults } = await drillAll(sizes, scenarios, Number(seed));
  const table = markdownTable(['what happens', ...sizes.map((size) => `${size.toLocaleString('en-US')} a day`)], rows);
  console.log(table);
  for (const fault of faults) console.log(`FAULT ${fault}`);
  console.log(`${(scenarios.length + 1) * sizes.length} drills in ${Math.round((Date.now() - started) / 1_000)} s`);
  if (faults.length > 0) process.exitCode = 1;
  if (values.write || values.check) keepTable(DOCS, 'alarm drills', table, values.check ?? false);
}

if (require.main === module) {
  main().catch((error: Error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
