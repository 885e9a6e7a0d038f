/** Many drills in one line of the ledger's table: sums, but of receives the most. */
import { HEAD } from './report';

/** Columns of lists: "3 rejected, 4 not deleted". */
const LISTS = [HEAD.indexOf('of these SQS kept a copy'), HEAD.indexOf('dead letters')];
const RECEIVES = HEAD.indexOf('most receives');

export const totalOf = (name: string, rows: readonly (readonly string[])[]): string[] =>
  HEAD.map((_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    if (column === 0) return name;
    if (LISTS.includes(column)) return listsIn(cells);
    const numbers = cells.map(numberIn);
    return format(column === RECEIVES ? Math.max(...numbers) : sum(numbers));
  });

function listsIn(cells: readonly string[]): string {
  const parts = cells.flatMap((cell) => [...cell.matchAll(/(\d[\d,]*) ([^,]+)/g)]);
  const byWhat = Map.groupBy(parts, ([, , what = '']) => what);
  return [...byWhat]
    .map(([what, counts]) => `${format(sum(counts.map(([, count = '']) => numberIn(count))))} ${what}`)
    .join(', ');
}

const numberIn = (cell: string): number => Number(cell.replaceAll(',', ''));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const format = (value: number): string => value.toLocaleString('en-US');
