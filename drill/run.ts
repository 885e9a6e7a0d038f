/**
 * `npm run drill`: the fixed seeds and the named troubles, and the ledger of each. `--random 50` draws as many seeds
 * instead, `--seed 7` repeats one. Ends with 1 when a ledger does not add up.
 */
import { parseArgs } from 'node:util';
import { drill, type Plan } from './drill';
import { course, HEAD, row, waits } from './report';
import { FIXED_SEEDS, NAMED, randomPlan, SICK } from './scenarios';

const SHOWN_FAULTS = 10;

function plansOf(): Plan[] {
  const { values } = parseArgs({ options: { random: { type: 'string' }, seed: { type: 'string' } } });
  if (values.seed !== undefined) return [randomPlan(Number(values.seed))];
  if (values.random === undefined) return [...FIXED_SEEDS.map((seed) => randomPlan(seed)), ...NAMED, ...SICK];
  return Array.from({ length: Number(values.random) }, () => randomPlan(Math.floor(Math.random() * 2 ** 32)));
}

async function main(): Promise<void> {
  const started = Date.now();
  const plans = plansOf();
  console.log(`| ${HEAD.join(' | ')} |\n| ${HEAD.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`);
  const notes: string[] = [];
  for (const plan of plans) {
    const result = await drill(plan);
    console.log(`| ${row(result).join(' | ')} |`);
    notes.push(
      ...course(result),
      ...waits(result),
      ...result.ledger.violations.slice(0, SHOWN_FAULTS).map((fault) => `FAULT ${fault}`),
    );
    if (result.ledger.violations.length > 0 || result.queued > 0) process.exitCode = 1;
  }
  for (const note of notes) console.log(note);
  console.log(`${plans.length} drills in ${Math.round((Date.now() - started) / 1_000)} s`);
}

void main();
