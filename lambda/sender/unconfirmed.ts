/**
 * Events of which Pinterest has answered that it took some, and not which. Within the hour of a web event sending it again is
 * safe, since its id is known; after it Pinterest counts it as offline and recognizes no id, so it would count twice.
 */

export interface UncertainEvents {
  /** Answers that left it open, so far. */
  times(json: string): number;
  /** @param before What the event's message says. */
  add(json: string, before: number): number;
}

/** Events remembered; each is about a kilobyte. */
const MOST_REMEMBERED = 1_000;

/** For an event that could not take its count along into the backlog. */
export function createUncertainEvents(): UncertainEvents {
  const known = new Map<string, number>();
  return {
    // hashing the text of an event costs more than all else that is asked of it here.
    times: (json) => (known.size === 0 ? 0 : (known.get(json) ?? 0)),
    add: (json, before) => {
      if (known.size >= MOST_REMEMBERED) known.clear();
      const times = Math.max(before, known.get(json) ?? 0) + 1;
      known.set(json, times);
      return times;
    },
  };
}

/** So many answers that leave it open, and it is not asked again. */
const MOST_TIMES = 8;

/** Why an event must not be sent again; undefined when it may. */
export function tooUncertain(unconfirmed: number, isLate: boolean): string | undefined {
  if (unconfirmed === 0) return undefined;
  const before = `Pinterest answered ${unconfirmed === 1 ? 'once' : `${unconfirmed} times`} without saying whether it took the event`;
  if (isLate) return `${before}; after its first hour it could count twice`;
  return unconfirmed >= MOST_TIMES ? before : undefined;
}
