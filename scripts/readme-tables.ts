/**
 * What the docs know from the code: the tables of README.md (options from the construct's own documentation, cost from
 * its template, size and peers from the package) and API.md. `npm run docs` writes them, `--check` fails when they are not current. Needs
 * `npm run build` before.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { apiReference } from './api-reference';
import { costTable } from './cost';
import { packageFacts } from './package-facts';
import { withSecurityTables } from './security/tables';
import { withTable } from './tables';

const ROOT = path.join(__dirname, '..');

interface JsiiType {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: JsiiType };
}

interface JsiiProperty {
  readonly name: string;
  readonly optional?: boolean;
  readonly type: JsiiType;
  readonly docs: { readonly summary: string; readonly remarks?: string; readonly default?: string };
}

function optionsTable(type: string): string {
  const assembly = JSON.parse(readFileSync(path.join(ROOT, '.jsii'), 'utf8'));
  const properties: readonly JsiiProperty[] = assembly.types[`cdk-pinterest-conversions.${type}`].properties;
  const required = (property: JsiiProperty) => (property.optional ? 1 : 0);
  const rows = [...properties]
    .sort((a, b) => required(a) - required(b) || a.name.localeCompare(b.name))
    .map(({ name, type, optional, docs }) => {
      const limits = docs.remarks?.split('\n\n').filter((paragraph) => paragraph.startsWith('Valid ')) ?? [];
      const meaning = [docs.summary, ...limits].join(' ').replace(/\s+/g, ' ');
      return `| \`${name}\` | ${typeName(type)} | ${meaning} | ${optional ? defaultText(docs.default ?? '') : 'required'} |`;
    });
  return ['| option | type | meaning | default |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function typeName({ primitive, fqn, collection }: JsiiType): string {
  if (collection) {
    const element = typeName(collection.elementtype);
    return collection.kind === 'array' ? `${element}[]` : `map of ${element}`;
  }
  return primitive ?? fqn?.split('.').at(-1) ?? 'any';
}

/** In the CDK's convention a default is a value, or behaviour after a dash. */
const defaultText = (text: string): string =>
  text.startsWith('- ') ? text.slice(2).replace(/\.$/, '') : `\`${text}\``;

const TABLES: Readonly<Record<string, () => string | Promise<string>>> = {
  options: () => optionsTable('PinterestConversionsProps'),
  'alarm options': () => optionsTable('AlarmOptions'),
  cost: costTable,
  package: packageFacts,
};

async function withTables(readme: string): Promise<string> {
  let text = readme;
  for (const [name, table] of Object.entries(TABLES)) text = withTable(text, name, await table());
  return text;
}

/** Each from its present text. */
const DOCUMENTS: Readonly<Record<string, (present: string) => string | Promise<string>>> = {
  'README.md': withTables,
  'API.md': apiReference,
  'docs/security.md': withSecurityTables,
};

async function main(): Promise<void> {
  for (const [name, current] of Object.entries(DOCUMENTS)) {
    const file = path.join(ROOT, name);
    const present = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const wanted = await current(present);
    if (!process.argv.includes('--check')) {
      writeFileSync(file, wanted);
    } else if (present === wanted) {
      console.log(`${name} is current`);
    } else {
      console.error(`${name} is not current; run "npm run build && npm run docs" and commit the result`);
      process.exitCode = 1;
    }
  }
}

main().catch((error: Error) => {
  console.error(error);
  process.exitCode = 1;
});
