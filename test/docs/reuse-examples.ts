/** The examples of docs/reuse.md, as they stand there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const PAGE = readFileSync(path.join(__dirname, '../../docs/reuse.md'), 'utf8');

interface Block {
  readonly heading: string;
  readonly kind: string;
  readonly code: string;
}

const blocks: readonly Block[] = PAGE.split(/^## /m).flatMap((section) =>
  [...section.matchAll(/^```ts ?(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', code = '']) => ({
    heading: section.split('\n', 1)[0] ?? '',
    kind,
    code,
  })),
);
export const codeOf = (kind: string): string[] => blocks.filter((block) => block.kind === kind).map(({ code }) => code);

const imports = codeOf('imports').join('');
export const examples = blocks.filter(({ kind }) => kind === '');
export const asModule = (code: string): string =>
  `${imports}\nexport function example(this: Stack): void {\n${code}\n}\n`;
