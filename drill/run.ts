/**
 * `npm run drill`: the fixed seeds and the named troubles, and the ledger of each. `--random 50` draws as many seeds
 * instead, `--seed 7` repeats one; `--write` puts the first two into docs/reliability.md. Ends with 1 when a ledger does not
 * add up.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { keepTable, markdownTable } from '../scripts/tables';
import { drill, type Plan } from './drill';
import { DRAWN, INNOCENTS_HEAD, innocentsRow, REFUSED, waited } from './innocents';
import { course, HEAD, row, waits } from './report';
import { FIXED_SEEDS, NAMED, randomPlan, SICK } from './scenarios';
import { totalOf } from './total';

const DOCS = path.join(__dirname, '..', 'docs', 'reliability.md');
const SHOWN_FAULTS = 10;

const { values } = parseArgs({
  options: { random: { type: 'string' }, seed: { type: 'string' }, write: { type: 'boolean' } },
});

function plansOf(): Plan[] {
  if (values.seed !== undefined) return [randomPlan(Number(values.seed))];
  if (values.random === undefined) return [...FIXED_SEEDS.map((seed) => randomPlan(seed)), ...NAMED, ...SICK];
  return Array.from({ length: Number(values.random) }, () => randomPlan(Math.floor(Math.random() * 2 ** 32)));
}

/** What good events waited where others draw faults. */
async function runInnocents(): Promise<string[][]> {
  console.log(`\n${markdownTable(INNOCENTS_HEAD, [])}`);
  const rows: string[][] = [];
  for (const innocents of [...DRAWN, ...REFUSED]) {
    const outcome = await waited(innocents);
    rows.push(innocentsRow(outcome));
    console.log(`| ${innocentsRow(outcome).join(' | ')} |`);
    const { violations } = outcome.result.ledger;
    for (const fault of [...violations.slice(0, SHOWN_FAULTS), ...outcome.excess]) console.log(`FAULT ${fault}`);
    if (violations.length + outcome.excess.length + outcome.result.queued > 0) process.exitCode = 1;
  }
  return rows;
}

async function main(): Promise<void> {
  const started = Date.now();
  const plans = plansOf();
  console.log(markdownTable(HEAD, []));
  const [rows, notes, faults]: [string[][], string[], string[]] = [[], [], []];
  for (const plan of plans) {
    const result = await drill(plan);
    const line = row(result);
    rows.push(line);
    console.log(`| ${line.join(' | ')} |`);
    notes.push(...course(result), ...waits(result));
    faults.push(...result.ledger.violations.slice(0, SHOWN_FAULTS).map((fault) => `FAULT ${fault}`));
    if (result.ledger.violations.length > 0 || result.queued > 0) process.exitCode = 1;
  }
  const total = values.random === undefined ? [] : [totalOf(`${plans.length} random seeds together`, rows)];
  for (const line of total) console.log(`| ${line.join(' | ')} |`);
  for (const note of [...notes, ...faults]) console.log(note);
  const innocents = values.random === undefined && values.seed === undefined ? await runInnocents() : [];
  console.log(`${plans.length + innocents.length} drills in ${Math.round((Date.now() - started) / 1_000)} s`);
  if (!values.write || values.seed !== undefined) return;
  if (values.random !== undefined) keepTable(DOCS, 'random seeds', markdownTable(HEAD, total), false);
  else {
    keepTable(DOCS, 'ledger', markdownTable(HEAD, rows), false);
    keepTable(DOCS, 'innocents', markdownTable(INNOCENTS_HEAD, innocents), false);
    keepTable(DOCS, 'troubles', ['```', ...notes, '```'].join('\n'), false);
  }
}

void main();
