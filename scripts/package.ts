/**
 * The packages of a release: `npm run package [-- <target>…]`, for js and python unless told otherwise. Needs
 * `npm run build` before, which the npm script does.
 *
 * They stand in .cache/package, one folder a target as publib expects them, because `dist/` is what jsii compiles into.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../package.json';
import { withAbsoluteLinks, withoutTranslation } from './package-readme';

const ROOT = path.join(__dirname, '..');
export const PACKAGES = path.join(ROOT, '.cache', 'package');
/** What npm would ship, unpacked, with the README as packages carry it. Under the root, so that its peers are found. */
const STAGE = path.join(ROOT, '.cache', 'package-stage');

const HOME = { repository: packageJson.repository.url, version: packageJson.version };

export type Target = keyof typeof packageJson.jsii.targets | 'js';

function run(command: string, args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
}

function stage(): string {
  rmSync(STAGE, { recursive: true, force: true });
  mkdirSync(STAGE, { recursive: true });
  run('npm', ['pack', '--silent', '--pack-destination', STAGE]);
  const [tarball = ''] = readdirSync(STAGE);
  run('tar', ['-xzf', path.join(STAGE, tarball), '-C', STAGE]);
  const folder = path.join(STAGE, 'package');
  rewrite(path.join(folder, 'README.md'), (readme) => withAbsoluteLinks(readme, HOME));
  // The other languages' packages take the README from the assembly.
  rewrite(path.join(folder, '.jsii'), (text) => {
    const assembly = JSON.parse(text);
    assembly.readme.markdown = withoutTranslation(withAbsoluteLinks(assembly.readme.markdown, HOME));
    return JSON.stringify(assembly, null, 2);
  });
  return folder;
}

const rewrite = (file: string, change: (text: string) => string): void =>
  writeFileSync(file, change(readFileSync(file, 'utf8')));

/** With `codeOnly`, the sources that a target's own tools would build, which need not be there then. */
export function makePackages(targets: readonly Target[], outdir = PACKAGES, { codeOnly = false } = {}): void {
  const folder = stage();
  rmSync(outdir, { recursive: true, force: true });
  const pacmak = path.join(ROOT, 'node_modules', '.bin', 'jsii-pacmak');
  const targetFlags = targets.flatMap((target) => ['--target', target]);
  run(pacmak, [folder, ...targetFlags, '--outdir', outdir, '--no-npmignore', ...(codeOnly ? ['--code-only'] : [])]);
}

/** Paths of the packages in a folder, below it. */
export const packagesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

if (require.main === module) {
  const asked = process.argv.slice(2) as Target[];
  makePackages(asked.length > 0 ? asked : ['js', 'python']);
  for (const file of packagesIn(PACKAGES)) console.log(path.join(path.relative(ROOT, PACKAGES), file));
}
