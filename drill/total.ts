/** Many drills in one line of the ledger's table: sums, but of receives the most. */
import { HEAD } from './report';

const LETTERS = HEAD.indexOf('dead letters');
const RECEIVES = HEAD.indexOf('most receives');

export const totalOf = (name: string, rows: readonly (readonly string[])[]): string[] =>
  HEAD.map((_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    if (column === 0) return name;
    if (column === LETTERS) return lettersIn(cells);
    const numbers = cells.map(numberIn);
    return format(column === RECEIVES ? Math.max(...numbers) : sum(numbers));
  });

function lettersIn(cells: readonly string[]): string {
  const parts = cells.flatMap((cell) => (cell === '' ? [] : cell.split(', ')).map((part) => part.split(' ')));
  const byReason = Map.groupBy(parts, ([, reason = '']) => reason);
  return [...byReason]
    .map(([reason, counts]) => `${format(sum(counts.map(([count = '']) => numberIn(count))))} ${reason}`)
    .join(', ');
}

const numberIn = (cell: string): number => Number(cell.replaceAll(',', ''));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const format = (value: number): string => value.toLocaleString('en-US');
