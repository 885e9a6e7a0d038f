/** What the npm package asks of its user, for the README: the CDK, and room as npm itself measures it. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import packageJson from '../package.json';

const ROOT = path.join(__dirname, '..');

interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Tenths of a megabyte, so that a changed line of code leaves the sentence as it is. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export function packageFacts(): string {
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
  const { 'aws-cdk-lib': cdk, constructs } = packageJson.peerDependencies;
  return [
    `The package works with \`aws-cdk-lib\` ${cdk} and \`constructs\` ${constructs}; CI installs the lowest of both and those pinned here.`,
    `It is ${megabytes(packed.size)}, unpacked ${megabytes(packed.unpackedSize)}, of which ${megabytes(functions)} are the functions, and has no dependencies besides.`,
  ].join('\n');
}
