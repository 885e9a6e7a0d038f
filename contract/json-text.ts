/** A list or an object that a tag manager wrote into a text (`"[1, 2]"`, `"{\"id\": 1}"`) is read as what it says. */
import { parseJson } from './json';
import { innerProblem } from './shape';

const WRAPPED = [
  ['[', ']'],
  ['{', '}'],
] as const;

/** The list or object that a text holds, else the value itself. What `shapeProblem` refuses in an event stays a text. */
export function unwrapped(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (!WRAPPED.some(([first, last]) => text.startsWith(first) && text.endsWith(last))) return value;
  try {
    const read = parseJson(text);
    return typeof read === 'object' && read !== null && innerProblem(read, 1) === undefined ? read : value;
  } catch {
    return value;
  }
}
