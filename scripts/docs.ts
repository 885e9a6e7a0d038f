/**
 * What the docs know from the code: options and the schema of conversions.json from the table of options, alarms from
 * theirs, cost from the template, size and peers from the package, API.md. `npm run docs` writes them, `--check` fails when
 * they are not current. Needs `npm run build` before.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { alarmTable } from './alarm-table';
import { apiReference } from './api-reference';
import { configSchema } from './config-schema';
import { costTable } from './cost';
import { optionTables } from './options-by-theme';
import { packageFacts } from './package-facts';
import { withSecurityTables } from './security/tables';
import { withTable } from './tables';

const ROOT = path.join(__dirname, '..');

type Table = () => string | Promise<string>;

/** A page whose tables are written anew. */
const page =
  (tables: Readonly<Record<string, Table>>) =>
  async (present: string): Promise<string> => {
    let text = present;
    for (const [name, table] of Object.entries(tables)) text = withTable(text, name, await table());
    return text;
  };

/** Each from its present text. */
const DOCUMENTS: Readonly<Record<string, (present: string) => string | Promise<string>>> = {
  'README.md': page({ package: packageFacts }),
  'docs/options.md': page({ options: optionTables }),
  'docs/monitoring.md': page({ alarms: alarmTable }),
  'docs/cost.md': page({ cost: costTable }),
  'API.md': apiReference,
  'conversions.schema.json': configSchema,
  'docs/security.md': withSecurityTables,
};

async function main(): Promise<void> {
  for (const [name, current] of Object.entries(DOCUMENTS)) {
    const file = path.join(ROOT, name);
    const present = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const wanted = await current(present);
    if (!process.argv.includes('--check')) {
      writeFileSync(file, wanted);
    } else if (present === wanted) {
      console.log(`${name} is current`);
    } else {
      console.error(`${name} is not current; run "npm run build && npm run docs" and commit the result`);
      process.exitCode = 1;
    }
  }
}

main().catch((error: Error) => {
  console.error(error);
  process.exitCode = 1;
});
