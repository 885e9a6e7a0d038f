/** What is wrong with an event before any of its fields is read: no object, nested too deep, or an attack on prototypes. */
import { hasLostDigits, isRawObject, type RawObject } from './raw';

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
  if (Array.isArray(value)) {
    for (const inner of value) {
      const problem = problemOf(inner, depth + 1, seen);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }
  const object = value as RawObject;
  for (const key in object) {
    // JSON.parse makes "__proto__" a key of the object itself.
    const problem = key === '__proto__' ? PROTOTYPE : problemOf(object[key], depth + 1, seen);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const PROTOTYPE = 'the event holds a key "__proto__"; leave it out';

function problemOf(value: unknown, depth: number, seen: Seen | undefined): string | undefined {
  if (typeof value === 'object' && value !== null) return innerProblem(value, depth, seen);
  if (seen !== undefined && hasLostDigits(value)) seen.largeNumber = true;
  return undefined;
}
