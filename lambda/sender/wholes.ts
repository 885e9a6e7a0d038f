/**
 * POSTs that failed as a whole, and their parts. One of which every part was taken was too large: no event of it is to
 * blame, and the next ones have to be smaller.
 */
interface Whole {
  readonly size: number;
  parts: number;
  culprits: number;
}

/** The wholes that something to send is a part of, the largest first; none for what has never failed. */
export type Wholes = readonly Whole[];

/** What stood in one place stands in so many parts, after it failed as a whole. */
export function divided(wholes: Wholes, events: number, parts: number): Wholes {
  const all = [...wholes, { size: events, parts: 1, culprits: 0 }];
  for (const whole of all) whole.parts += parts - 1;
  return all;
}

/** So many of a part's events are to blame, or will be tried elsewhere. */
export function blame(wholes: Wholes, culprits: number): void {
  for (const whole of wholes) whole.culprits += culprits;
}

/** A part is settled. Returns the sizes that were too large. */
export function settled(wholes: Wholes): readonly number[] {
  for (const whole of wholes) whole.parts--;
  return wholes.filter(({ parts, culprits }) => parts === 0 && culprits === 0).map(({ size }) => size);
}
