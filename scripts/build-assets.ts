/**
 * Builds what runs on AWS into assets/: one folder a function, each file minified and with its dependencies inside,
 * so that whoever uses the construct needs neither esbuild nor Docker. The output depends on the sources alone.
 */
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { minifySync } from '@swc/core';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { trimmed } from '../lambda/event/normalise/phone-plan-fields';

const ROOT = path.join(__dirname, '..');

/** Paths in the output are told from the root, wherever the build is started. */
const SHARED: BuildOptions = { absWorkingDir: ROOT, bundle: true, minify: true, legalComments: 'none', write: false };

/** Some dependencies still call `require`; a module in ESM form has none of its own. */
const REQUIRE_BANNER = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** How code is built that runs on Lambda; the benchmarks build theirs the same way. */
export const lambdaBuild: BuildOptions = {
  ...SHARED,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE_BANNER },
};

/** As JSON, but with nothing in the place of a 0 in a list: it is read the same. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => (item === 0 ? '' : literal(item))).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}:${literal(inner)}`)}}`;
}

/** Numbering plans without the fields that nobody reads: a tenth of the ingest function. */
const trimmedPhonePlans: Plugin = {
  name: 'trimmed-phone-plans',
  setup: ({ onLoad }) =>
    onLoad({ filter: /libphonenumber-js[\\/]metadata\.max\.json(\.js)?$/ }, async ({ path: file }) => {
      const metadata = JSON.parse(await readFile(file.replace(/\.js$/, ''), 'utf8'));
      return { contents: `export default ${literal(trimmed(metadata))}`, loader: 'js' };
    }),
};

const lambdaFunction = (name: string): BuildOptions => ({
  ...lambdaBuild,
  entryPoints: [path.join(ROOT, 'lambda', name, 'handler.ts')],
  outfile: path.join(ROOT, 'assets', name, 'index.mjs'),
  plugins: [trimmedPhonePlans],
});

/** The script of a shop's pages, for its two ways to them: served by the API, and imported from the package. */
const browser = (entry: string, outfile: string): BuildOptions => ({
  ...SHARED,
  entryPoints: [path.join(ROOT, 'browser', entry)],
  outfile: path.join(ROOT, 'assets', outfile),
  format: 'esm',
  target: 'es2022',
});

const COMMAND = path.join(ROOT, 'assets', 'cli', 'index.mjs');

/** The package's command; on whatever Node the operator has. */
const command: BuildOptions = {
  ...SHARED,
  entryPoints: [path.join(ROOT, 'cli', 'bin.ts')],
  outfile: COMMAND,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  banner: { js: '#!/usr/bin/env node' },
};

/**
 * The sender for back ends, on whatever runs them: nothing of a platform may get in. Not minified: its stack traces are read
 * by people, and who counts bytes minifies their own bundle.
 */
const client: BuildOptions = {
  ...SHARED,
  entryPoints: [path.join(ROOT, 'client', 'index.ts')],
  outfile: path.join(ROOT, 'assets', 'client', 'index.mjs'),
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  minify: false,
};

/** Everything that is shipped bundled; the pages' script, which is made smaller by other means, stands first. */
export const BUNDLES = {
  script: { ...browser('pinterest.ts', 'ingest/pinterest.js'), minify: false },
  browser: browser('index.ts', 'browser/index.mjs'),
  ingest: lambdaFunction('ingest'),
  sender: lambdaFunction('sender'),
  command,
  client,
} as const satisfies Record<string, BuildOptions>;

export async function buildAssets(): Promise<void> {
  const [served, ...results] = await Promise.all(Object.values(BUNDLES).map((options) => build(options)));
  const files = results.flatMap(({ outputFiles = [] }) => outputFiles);
  const scripts = served?.outputFiles?.map((file) => ({ path: file.path, contents: asScript(file.text) })) ?? [];
  await Promise.all([...files, ...scripts].map((file) => replace(file.path, file.contents)));
  // npm makes a command executable when it installs it, the other languages' packages do not.
  await chmod(COMMAND, 0o755);
}

/** The module as a classic script. Every byte of it is paid for by a shop's visitors; swc leaves a tenth fewer. */
function asScript(module: string): Uint8Array {
  const { code } = minifySync(module, {
    module: true,
    ecma: 2022,
    compress: { passes: 3, ecma: 2022, toplevel: true, unsafe_arrows: true, keep_fargs: false },
    mangle: { toplevel: true },
  });
  return Buffer.from(`(()=>{${code.replace(/;$/, '')}})();`);
}

async function writeDeclarations(): Promise<void> {
  // It compiles, which takes seconds; the functions of tests and of the one-machine run are built without.
  const { declarationsOf } = await import('./declarations');
  for (const room of ['browser', 'client'] as const) {
    await replace(path.join(ROOT, 'assets', room, 'index.d.mts'), Buffer.from(declarationsOf(room)));
  }
}

/** Leaves an unchanged file alone and swaps a changed one whole: a reader never meets half a file. */
async function replace(file: string, contents: Uint8Array): Promise<void> {
  const present = await readFile(file).catch(() => undefined);
  if (present?.equals(contents)) return;
  await mkdir(path.dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}`;
  await writeFile(partial, contents);
  await rename(partial, file);
}

if (require.main === module) {
  void Promise.all([buildAssets(), writeDeclarations()]);
}
