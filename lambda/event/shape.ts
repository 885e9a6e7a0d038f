/** What is wrong with an event before any of its fields is read: no object, nested too deep, or an attack on prototypes. */
import { hasLostDigits, isRawObject } from './raw';

/** The deepest field of Pinterest's lies four levels down; anything far below is no event. */
const MAX_DEPTH = 12;

/** What was seen on the way: asked here, because this looks at every value anyway. */
export interface Seen {
  /** Of which JavaScript has not kept all digits. */
  largeNumber: boolean;
}

export function shapeProblem(raw: unknown, seen: Seen): string | undefined {
  if (!isRawObject(raw)) return 'an event is an object; send {"event_name": …, "event_id": …, …}';
  return innerProblem(raw, 1, seen);
}

/** @param depth Of the value in the event. */
export function innerProblem(value: object, depth: number, seen?: Seen): string | undefined {
  if (depth > MAX_DEPTH) {
    return `the event is nested deeper than ${MAX_DEPTH} levels; send Pinterest's fields, which need 4`;
  }
  // JSON.parse makes "__proto__" a key of the object itself.
  if (Object.hasOwn(value, '__proto__')) return 'the event holds a key "__proto__"; leave it out';
  for (const inner of Array.isArray(value) ? value : Object.values(value)) {
    if (typeof inner === 'object' && inner !== null) {
      const problem = innerProblem(inner, depth + 1, seen);
      if (problem !== undefined) return problem;
    } else if (seen !== undefined && hasLostDigits(inner)) seen.largeNumber = true;
  }
  return undefined;
}
