/** How large the npm package is, as npm itself measures it, in a sentence for the README. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');

interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Tenths of a megabyte, so that a changed line of code leaves the sentence as it is. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export function packageSize(): string {
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--dry-run', '--json', '--loglevel=error'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm pack ended with ${status}:\n${stderr}`);
  const [packed] = JSON.parse(stdout) as readonly Packed[];
  if (packed === undefined) throw new Error('npm pack packed nothing');
  const functions = packed.files
    .filter((file) => /^assets\/(ingest|sender)\//.test(file.path))
    .reduce((sum, file) => sum + file.size, 0);
  return (
    `The npm package is ${megabytes(packed.size)}, unpacked ${megabytes(packed.unpackedSize)}, of which ` +
    `${megabytes(functions)} are the functions; it has no dependencies but its peers.`
  );
}
