/** docs/events.md as tests read it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { codeOf, type Row, tablesOf } from './markdown';

export const PAGE = readFileSync(path.join(__dirname, '../../docs/events.md'), 'utf8');
export const TABLES = tablesOf(PAGE);

export function rowsOf(heading: string, table = 0): readonly Row[] {
  const rows = TABLES.get(heading)?.[table];
  if (rows === undefined || rows.length === 0) throw new Error(`no table under "${heading}"`);
  return rows;
}

/** Rows for test.each: the cell that names a row, and the row. */
export const cases = (heading: string, name: string, table = 0) =>
  rowsOf(heading, table).map((row): [string, Row] => [row[name] ?? '', row]);

export const fieldsOf = (heading: string) => rowsOf(heading).map(({ field }) => codeOf(field));
