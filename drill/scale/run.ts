/**
 * `npm run drill:scale`: what saturates first from one shop to a billion events a day, and how long fresh events wait while a
 * backlog drains, as the tables of docs/scale.md. Names choose tables (`-- steady limits`); `--write` puts them into the
 * page, `--check` fails when others stand there.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { keepTable, markdownTable } from '../../scripts/tables';
import { MOST_IN_FLIGHT } from '../../sim/sqs/queue';
import { JUDGE_HEAD, judgeRows } from './judge';
import { OUTAGE_HEAD, OUTAGES, outageRows, WAY_HEAD, wayRows } from './outages';
import { AT_ONCE, PUBLISHED } from './setting';
import { LIMIT_HEAD, limitRows, STEADY_HEAD, steadyRows } from './steady';

const DOCS = path.join(__dirname, '..', '..', 'docs', 'scale.md');

/** As 2 million held events are to SQS's limit of messages in flight, so are those of the drill to this one. */
const SCALED_IN_FLIGHT = 1_200;

interface Table {
  readonly head: readonly string[];
  readonly rows: () => string[][] | Promise<string[][]>;
}

const TABLES: Readonly<Record<string, Table>> = {
  limits: { head: LIMIT_HEAD, rows: limitRows },
  steady: { head: STEADY_HEAD, rows: steadyRows },
  outages: { head: OUTAGE_HEAD, rows: () => outageRows(OUTAGES, PUBLISHED) },
  'at once': { head: OUTAGE_HEAD, rows: () => outageRows(OUTAGES, AT_ONCE) },
  ways: { head: WAY_HEAD, rows: wayRows },
  judge: { head: JUDGE_HEAD, rows: () => judgeRows([MOST_IN_FLIGHT, SCALED_IN_FLIGHT]) },
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean' }, check: { type: 'boolean' } },
  });
  const unknown = positionals.filter((name) => !(name in TABLES));
  if (unknown.length > 0) throw new Error(`no table "${unknown.join()}"; there are ${Object.keys(TABLES).join(', ')}`);
  for (const [name, { head, rows }] of Object.entries(TABLES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const table = markdownTable(head, await rows());
    console.log(`\n${name}\n\n${table}`);
    if (values.write || values.check) keepTable(DOCS, name, table, values.check ?? false);
  }
}

main().catch((error: Error) => {
  console.error(error);
  process.exitCode = 1;
});
