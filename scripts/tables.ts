/** Tables of the docs that a command makes: written between two comments of the page, or held against what stands there. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The text with the table `name` in its place. */
export function withTable(text: string, name: string, table: string): string {
  const place = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!place.test(text)) throw new Error(`there is no place for the table "${name}"`);
  return text.replace(place, (_, start, end) => `${start}\n${table}\n\n${end}`);
}

/** Writes the table into the page, or with `check` sets the exit code when another one stands there. */
export function keepTable(file: string, name: string, table: string, check: boolean): void {
  const present = readFileSync(file, 'utf8');
  const current = withTable(present, name, table);
  const shown = path.relative(process.cwd(), file);
  if (!check) writeFileSync(file, current);
  else if (present === current) console.log(`the table "${name}" in ${shown} is current`);
  else {
    console.error(`the table "${name}" in ${shown} is not current; write it anew and commit the result`);
    process.exitCode = 1;
  }
}
