/** The examples of README.md, as their reader copies them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

const README = readFileSync(path.join(__dirname, '..', '..', 'README.md'), 'utf8');

export interface Example {
  readonly imports: string;
  readonly body: string;
}

/** The example of the construct in a language, its imports apart from what goes into a stack. */
export function example(language: 'ts' | 'python', startOfImport: RegExp): Example {
  const section = README.split(/^## /m).find((text) => text.startsWith('Use the construct\n'));
  const code = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(section ?? '')?.[1];
  if (code === undefined) throw new Error(`README.md shows no use of the construct in ${language}`);
  const lines = code.split('\n');
  const isImport = (line: string) => startOfImport.test(line);
  return {
    imports: lines.filter(isImport).join('\n'),
    body: lines.filter((line) => !isImport(line)).join('\n'),
  };
}

export const indented = (code: string, by: number): string => code.replace(/^(?=.)/gm, ' '.repeat(by));
