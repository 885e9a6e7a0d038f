/**
 * The tables of README.md that know what the code knows: options from the construct's own documentation, cost from its
 * template. `npm run docs` writes them, `--check` fails when they are not current. Needs `npm run build` before.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { costTable } from './cost';
import { withTable } from './tables';

const ROOT = path.join(__dirname, '..');
const README = path.join(ROOT, 'README.md');

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

function optionsTable(): string {
  const assembly = JSON.parse(readFileSync(path.join(ROOT, '.jsii'), 'utf8'));
  const properties: readonly JsiiProperty[] =
    assembly.types['cdk-pinterest-conversions.PinterestConversionsProps'].properties;
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

const TABLES: Readonly<Record<string, () => string>> = { options: optionsTable, cost: costTable };

const withTables = (readme: string): string =>
  Object.entries(TABLES).reduce((text, [name, table]) => withTable(text, name, table()), readme);

const present = readFileSync(README, 'utf8');
const current = withTables(present);
if (process.argv.includes('--check')) {
  if (present !== current) {
    console.error('the tables in README.md are not current; run "npm run build && npm run docs" and commit the result');
    process.exitCode = 1;
  } else {
    console.log('the tables in README.md are current');
  }
} else {
  writeFileSync(README, current);
}
