/** How Pinterest will count an event that may come on two lines. */
import type { LoggedEvent } from './event-log';

export type Verdict =
  /** Both lines with one id. */
  | 'once'
  /** Both lines, but each with an id of its own. */
  | 'twice'
  | 'server-only'
  | 'tag-only'
  | 'not-counted';

/** Two lines of one event come within a moment of each other. */
const SAME_EVENT_MS = 5_000;

export function verdictOf(event: LoggedEvent, all: readonly LoggedEvent[]): Verdict {
  if (event.stage === 'rejected') return event.tag > 0 ? 'tag-only' : 'not-counted';
  if (event.tag > 0 && event.server > 0) return 'once';
  const onlyTag = event.server === 0;
  const twin = all.some(
    (other) =>
      other !== event &&
      other.name === event.name &&
      (onlyTag ? other.tag === 0 : other.server === 0) &&
      Math.abs(other.time - event.time) < SAME_EVENT_MS,
  );
  if (twin) return 'twice';
  return onlyTag ? 'tag-only' : 'server-only';
}
