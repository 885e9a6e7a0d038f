/** Which packages of others the bundles hold, read from what esbuild put into them, with version and license. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { BUNDLES } from '../build-assets';
import { markdownTable } from '../tables';

const ROOT = path.join(__dirname, '..', '..');

export type Bundle = keyof typeof BUNDLES;

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Below the root. */
  readonly folder: string;
}

/** Folder of the package that a bundled file belongs to, in the innermost `node_modules`. */
const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;

export async function packagesIn(bundle: Bundle): Promise<BundledPackage[]> {
  const { metafile } = await build({ ...BUNDLES[bundle], absWorkingDir: ROOT, metafile: true });
  const files = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
  const folders = new Set(files.flatMap((file) => PACKAGE_FOLDER.exec(file)?.[0] ?? []));
  return [...folders].map(describe).sort((a, b) => a.name.localeCompare(b.name));
}

function describe(folder: string): BundledPackage {
  const { name, version, license } = JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8'));
  return { name, version, licence: license, folder };
}

/** `@aws-sdk/client-sqs` → `@aws-sdk/`; what has no scope is alone. */
const familyOf = ({ name }: BundledPackage): string => /^@[^/]+\//.exec(name)?.[0] ?? '';

export async function bundledPackagesTable(): Promise<string> {
  const functions: readonly Bundle[] = ['ingest', 'sender'];
  const found = await Promise.all(
    functions.map(async (bundle) => (await packagesIn(bundle)).map((item) => ({ ...item, bundle }))),
  );
  const byPackage = Map.groupBy(found.flat(), ({ name, version }) => `${name} ${version}`);
  const packages = [...byPackage].map(([text, [first, ...more]]) => {
    if (first === undefined) throw new Error(`${text} is in no bundle`);
    const bundles = [first, ...more].map(({ bundle }) => bundle).join(', ');
    const family = familyOf(first);
    return { text: text.slice(family.length), bundles, licence: first.licence, family };
  });
  const rows = Map.groupBy(packages, ({ family, licence, bundles }) => JSON.stringify([family, licence, bundles]));
  return markdownTable(
    ['packages', 'license', 'in'],
    [...rows.values()].map((same) => [
      `${same[0]?.family ? `\`${same[0].family}\` ` : ''}${same.map(({ text }) => text).join(', ')}`,
      same[0]?.licence ?? '',
      same[0]?.bundles ?? '',
    ]),
  );
}
