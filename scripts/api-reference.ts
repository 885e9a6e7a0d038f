/**
 * API.md: the public interface in TypeScript, by jsii-docgen from the assembly of the last build. Each member stands once, at
 * the type that declares it; a type names those that it inherits from.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');
const OUTPUT = path.join(ROOT, '.cache', 'API.md');

interface Assembly {
  readonly types: { readonly [name: string]: JsiiType };
}

interface JsiiType {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly { readonly name: string }[];
  readonly methods?: readonly { readonly name: string }[];
}

export function apiReference(): string {
  mkdirSync(path.dirname(OUTPUT), { recursive: true });
  const docgen = path.join(ROOT, 'node_modules', '.bin', 'jsii-docgen');
  const { status, stdout, stderr } = spawnSync(docgen, ['--output', OUTPUT], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`jsii-docgen ended with ${status}:\n${stdout}${stderr}`);
  const assembly: Assembly = JSON.parse(readFileSync(path.join(ROOT, '.jsii'), 'utf8'));
  return withoutInherited(readFileSync(OUTPUT, 'utf8'), assembly);
}

/** A heading's id, or the target of a table's row: `<type>.property.<member>`, `<type>.<method>` and its parameters. */
const MEMBER = /cdk-pinterest-conversions\.(\w+)\.(?:property\.)?(\w+)/;

const HEADING = /^(#+) /;

/** The page without the members that a type only inherits: half of it, and nothing that its own page does not say. */
export function withoutInherited(page: string, { types }: Assembly): string {
  const isInherited = (line: string): boolean => {
    const [, type = '', member = ''] = MEMBER.exec(line) ?? [];
    const own = types[`cdk-pinterest-conversions.${type}`];
    if (own === undefined || own.kind === 'enum' || member === '' || member === 'Initializer') return false;
    return ![...(own.properties ?? []), ...(own.methods ?? [])].some(({ name }) => name === member);
  };
  const kept: string[] = [];
  let skipped: number | undefined;
  for (const line of page.split('\n')) {
    const level = HEADING.exec(line)?.[1]?.length;
    if (level !== undefined && (skipped === undefined || level <= skipped))
      skipped = level > 4 && line.includes(' id="') && isInherited(line) ? level : undefined;
    if (skipped !== undefined || (line.startsWith('| <code><a href="#') && isInherited(line))) continue;
    kept.push(line);
    const name = /^### (\w+) /.exec(line)?.[1];
    if (name !== undefined) kept.push(...basesOf(types[`cdk-pinterest-conversions.${name}`]));
  }
  return withoutEmptySections(kept.join('\n'));
}

function basesOf(type: JsiiType | undefined): string[] {
  const bases = [type?.base, ...(type?.interfaces ?? [])].filter((name) => name !== undefined);
  if (bases.length === 0) return [];
  const links = bases.map((name) =>
    name.startsWith('cdk-pinterest-conversions.') ? `<a href="#${name}">${name.split('.').at(-1)}</a>` : `\`${name}\``,
  );
  return ['', `With the members of ${links.join(' and ')}.`];
}

/** A heading over a table without rows. */
const EMPTY_SECTION =
  /^#### (?:Methods|Static Functions|Properties) .*\n+\| \*\*Name\*\* .*\n\| ---.*\n+---\n+(?=#{2,4} |\n*$)/gm;

const withoutEmptySections = (page: string): string =>
  page
    .replace(EMPTY_SECTION, '')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
    .concat('\n');
