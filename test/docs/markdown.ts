/** The tables of a markdown page, under the heading that they stand below. */

export type Row = Readonly<Record<string, string>>;

/** Rows of the tables under a heading, each table a list; cells by the names of their columns. */
export function tablesOf(markdown: string): ReadonlyMap<string, readonly (readonly Row[])[]> {
  const tables = new Map<string, Row[][]>();
  let heading = '';
  let columns: string[] | undefined;
  for (const line of markdown.split('\n')) {
    heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
    if (!line.startsWith('|')) {
      columns = undefined;
    } else if (columns === undefined) {
      columns = cellsOf(line);
      tables.set(heading, [...(tables.get(heading) ?? []), []]);
    } else if (!/^\|( --- \|)+$/.test(line)) {
      const cells = cellsOf(line);
      if (cells.length !== columns.length) throw new Error(`a row of ${cells.length} cells: ${line}`);
      tables
        .get(heading)
        ?.at(-1)
        ?.push(Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])));
    }
  }
  return tables;
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** What stands in backticks in a cell. */
export const codesOf = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/`([^`]*)`/g)].map(([, code = '']) => code);

export const codeOf = (cell: string | undefined): string => codesOf(cell)[0] ?? '';

/** A value in backticks: JSON where it begins like a text, a number or an object of JSON, else the text itself. */
export function givenIn(cell: string | undefined): unknown {
  const code = codeOf(cell);
  return /^["{]/.test(code) ? JSON.parse(code) : code;
}
