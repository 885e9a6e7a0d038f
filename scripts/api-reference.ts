/** API.md: the public interface in TypeScript, by jsii-docgen from the assembly of the last build. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const OUTPUT = path.join(ROOT, '.cache', 'API.md');

export function apiReference(): string {
  mkdirSync(path.dirname(OUTPUT), { recursive: true });
  const docgen = path.join(ROOT, 'node_modules', '.bin', 'jsii-docgen');
  const { status, stdout, stderr } = spawnSync(docgen, ['--output', OUTPUT], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`jsii-docgen ended with ${status}:\n${stdout}${stderr}`);
  return readFileSync(OUTPUT, 'utf8');
}
