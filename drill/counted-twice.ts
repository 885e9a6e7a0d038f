/**
 * Whether Pinterest counts an event twice that it has taken twice. It deduplicates by `event_id` within 48 hours; but a web
 * event that arrives more than an hour after it happened is offline for it, and deduplicated against nothing.
 */
const HOUR_MS = 3_600_000;
const REMEMBERED_MS = 48 * HOUR_MS;

export interface CountedTwice {
  /** It came again when Pinterest had forgotten it. Such a web event falls under the other rule as well. */
  readonly forgotten: boolean;
  readonly offline: boolean;
}

/** @param json The event; @param takings When Pinterest took it, in milliseconds, in their order. */
export function countedTwice(json: string, takings: readonly number[]): CountedTwice {
  const { action_source, event_time } = JSON.parse(json) as { action_source: string; event_time: number };
  let [counted = Number.NaN] = takings;
  let forgotten = false;
  for (const at of takings) {
    if (at - counted <= REMEMBERED_MS) continue;
    forgotten = true;
    counted = at;
  }
  const isOffline = (at: number) => action_source === 'web' && at - event_time * 1_000 > HOUR_MS;
  return { forgotten, offline: takings.slice(1).some(isOffline) };
}
