/**
 * `npm run bench`: builds each case as the functions are built, runs it in a process of its own, pinned to one core where
 * the system can, and prints the tables; `--write` puts them into docs/performance.md.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { lambdaBuild } from '../scripts/build-assets';
import type { CaseResult, Row } from './measure';

const ROOT = path.join(__dirname, '..');
const CASES = path.join(__dirname, 'cases');
const BUILT = path.join(ROOT, '.cache', 'bench');
const DOCUMENT = path.join(ROOT, 'docs', 'performance.md');

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const results = readdirSync(CASES)
  .map((file) => path.basename(file, '.ts'))
  .filter((name) => names.length === 0 || names.includes(name))
  .map(runCase);

for (const { head, rows, missed } of results) {
  console.log(`\n${tableOf(head, rows)}`);
  for (const goal of missed) console.error(`MISSED: ${goal}`);
}
if (process.argv.includes('--write'))
  writeFileSync(DOCUMENT, results.reduce(withTable, readFileSync(DOCUMENT, 'utf8')));
process.exitCode = results.some(({ missed }) => missed.length > 0) ? 1 : 0;

function runCase(name: string): CaseResult {
  const outfile = path.join(BUILT, `${name}.mjs`);
  buildSync({ ...lambdaBuild, entryPoints: [path.join(CASES, `${name}.ts`)], outfile, write: true });
  const node = [process.execPath, '--expose-gc', outfile];
  const [command = '', ...args] = hasTaskset() ? ['taskset', '-c', '0', ...node] : node;
  const { status, stdout } = spawnSync(command, args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`the benchmark ${name} ended with ${status}`);
  return JSON.parse(stdout);
}

function hasTaskset(): boolean {
  return spawnSync('taskset', ['-V'], { stdio: 'ignore' }).status === 0;
}

function tableOf(head: Row, rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const alignment = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(head), line(alignment), ...rows.map(line)].join('\n');
}

function withTable(text: string, { table, head, rows }: CaseResult): string {
  const place = new RegExp(`(<!-- ${table} -->\\n)[\\s\\S]*?(<!-- /${table} -->)`);
  if (!place.test(text)) throw new Error(`docs/performance.md has no place for the table "${table}"`);
  const machine = `Node ${process.versions.node} on ${cpus()[0]?.model ?? 'an unknown processor'}:`;
  return text.replace(place, (_, start, end) => `${start}\n${machine}\n\n${tableOf(head, rows)}\n\n${end}`);
}
