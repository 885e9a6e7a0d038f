/**
 * Builds what runs on AWS into assets/: one folder a function, each file minified and with its dependencies inside,
 * so that whoever uses the construct needs neither esbuild nor Docker. The output depends on the sources alone.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';

const ROOT = path.join(__dirname, '..');

const SHARED: BuildOptions = { bundle: true, minify: true, legalComments: 'none', write: false };

/** Some dependencies still call `require`; a module in ESM form has none of its own. */
const REQUIRE_BANNER = "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

const lambdaFunction = (name: string): BuildOptions => ({
  ...SHARED,
  entryPoints: [path.join(ROOT, 'lambda', name, 'handler.ts')],
  outfile: path.join(ROOT, 'assets', name, 'index.mjs'),
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  banner: { js: REQUIRE_BANNER },
});

/** The script that the API serves at /pinterest.js lies beside the function that serves it. */
const browserScript: BuildOptions = {
  ...SHARED,
  entryPoints: [path.join(ROOT, 'browser', 'pinterest.ts')],
  outfile: path.join(ROOT, 'assets', 'ingest', 'pinterest.js'),
  format: 'iife',
  target: 'es2020',
};

/** The package's command; on whatever Node the operator has. */
const command: BuildOptions = {
  ...SHARED,
  entryPoints: [path.join(ROOT, 'cli', 'bin.ts')],
  outfile: path.join(ROOT, 'assets', 'cli', 'index.mjs'),
  format: 'esm',
  platform: 'node',
  target: 'node20',
  banner: { js: '#!/usr/bin/env node' },
};

export async function buildAssets(): Promise<void> {
  const results = await Promise.all(
    [lambdaFunction('ingest'), lambdaFunction('sender'), browserScript, command].map((o) => build(o)),
  );
  await Promise.all(
    results.flatMap(({ outputFiles = [] }) => outputFiles.map((file) => replace(file.path, file.contents))),
  );
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
  void buildAssets();
}
