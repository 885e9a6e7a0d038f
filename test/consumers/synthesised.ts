/** What a CDK app left in its output folder. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Synthesised {
  readonly templates: Readonly<Record<string, Template>>;
  /** Names of the folders of the functions' code, which carry its hash. */
  readonly assets: readonly string[];
}

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: unknown }>>;
}

const TEMPLATE = '.template.json';

export function synthesised(folder: string): Synthesised {
  const names = readdirSync(folder).sort();
  const templates = names
    .filter((name) => name.endsWith(TEMPLATE))
    .map((name) => [name.slice(0, -TEMPLATE.length), JSON.parse(readFileSync(path.join(folder, name), 'utf8'))]);
  return {
    templates: Object.fromEntries(templates),
    assets: names.filter((name) => name.startsWith('asset.')),
  };
}

export const typesIn = ({ templates }: Synthesised, stack: string): string[] =>
  Object.values(templates[stack]?.Resources ?? {}).map(({ Type }) => Type);
