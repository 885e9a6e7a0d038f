/**
 * The licenses of the packages that the bundles hold, into assets/third-party-licences.txt: most of them ask that their text
 * goes where their code goes. Each text once, under the packages that it belongs to.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BUNDLES } from './build-assets';
import { type Bundle, type BundledPackage, packagesIn } from './security/bundled-packages';

const ROOT = path.join(__dirname, '..');
export const LICENCES_FILE = path.join(ROOT, 'assets', 'third-party-licences.txt');

/** For packages that name their license and bring no text of it: our own, which is the standard one, or that none is asked for. */
const STANDARD_TEXTS: Readonly<Record<string, string>> = {
  'Apache-2.0': readFileSync(path.join(ROOT, 'LICENSE'), 'utf8').trim(),
  'MIT-0': 'This licence asks for no notice.',
};

const RULE = '-'.repeat(80);

function textOf({ name, licence, folder }: BundledPackage): string {
  const files = readdirSync(path.join(ROOT, folder)).filter((file) => /^(licen[cs]e|notice)(\.|$)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8').trim());
  if (texts.length > 0) return texts.join('\n\n');
  const standard = STANDARD_TEXTS[licence];
  if (standard === undefined) throw new Error(`${name} says ${licence} and brings no text of it`);
  return standard;
}

export async function thirdPartyLicences(): Promise<string> {
  const found = await Promise.all((Object.keys(BUNDLES) as Bundle[]).map(packagesIn));
  const packages = new Map(found.flat().map((item) => [`${item.name} ${item.version}`, item]));
  const byText = Map.groupBy([...packages].sort(), ([, item]) => textOf(item));
  return [...byText]
    .map(([text, same]) => `${same.map(([name, { licence }]) => `${name} (${licence})`).join('\n')}\n\n${text}\n`)
    .join(`\n${RULE}\n\n`);
}

async function write(): Promise<void> {
  await mkdir(path.dirname(LICENCES_FILE), { recursive: true });
  await writeFile(LICENCES_FILE, await thirdPartyLicences());
}

if (require.main === module) {
  write().catch((error: Error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
