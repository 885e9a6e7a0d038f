/** What is wrong with an event before any of its fields is read: no object, nested too deep, or an attack on prototypes. */
import { isRawObject } from './raw';

/** The deepest field of Pinterest's lies four levels down; anything far below is no event. */
const MAX_DEPTH = 12;

export function shapeProblem(raw: unknown): string | undefined {
  if (!isRawObject(raw)) return 'an event is an object; send {"event_name": …, "event_id": …, …}';
  return innerProblem(raw, 1);
}

/** @param depth Of the value in the event. */
export function innerProblem(value: object, depth: number): string | undefined {
  if (depth > MAX_DEPTH) {
    return `the event is nested deeper than ${MAX_DEPTH} levels; send Pinterest's fields, which need 4`;
  }
  // JSON.parse makes "__proto__" a key of the object itself.
  if (Object.hasOwn(value, '__proto__')) return 'the event holds a key "__proto__"; leave it out';
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    const problem = typeof inner === 'object' && inner !== null ? innerProblem(inner, depth + 1) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
}
