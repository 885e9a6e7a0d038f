/**
 * What the events look like that Pinterest refuses: often all of one kind, such as those of one page that sets a wrong field.
 * Once one of them was isolated, the others of its look are sent alone from the beginning, so that no clean event shares
 * a POST with them. No personal value is part of a look, and of those remembered only a hash is kept.
 */
import { isRawObject } from '../../contract/raw';
import { sha256 } from '../event/sha256';
import type { Outgoing } from './batches';

export interface Patterns {
  /** How much more often such events were refused than taken of late; above 0, the next one is suspect. */
  weight(event: Outgoing): number;
  refused(event: Outgoing): void;
  taken(event: Outgoing): void;
}

/** Looks remembered; the one that was refused the longest ago is forgotten. */
const MOST_LOOKS = 100;

/** So many events of a look decide, however many there were before. */
const MOST_WEIGHT = 16;

export function createPatterns(): Patterns {
  const weights = new Map<string, number>();
  const looks = new WeakMap<Outgoing, string>();
  const lookOf = (event: Outgoing): string => {
    const look = looks.get(event) ?? sha256(lookOfJson(event.json));
    looks.set(event, look);
    return look;
  };
  return {
    // nothing is computed for the events of a shop that never sent a bad one.
    weight: (event) => (weights.size === 0 ? 0 : (weights.get(lookOf(event)) ?? 0)),
    refused: (event) => {
      const look = lookOf(event);
      const weight = Math.min(MOST_WEIGHT, (weights.get(look) ?? 0) + 1);
      weights.delete(look);
      const [oldest] = weights.keys();
      if (weights.size >= MOST_LOOKS && oldest !== undefined) weights.delete(oldest);
      weights.set(look, weight);
    },
    taken: (event) => {
      if (weights.size === 0) return;
      const look = lookOf(event);
      const weight = weights.get(look);
      // one that is mostly taken is remembered as that: its next refusal makes nothing suspect.
      if (weight !== undefined) weights.set(look, Math.max(-MOST_WEIGHT, weight - 1));
    },
  };
}

/** Which fields an event has, of which type, and the few values that a shop sets for many events. */
export function lookOfJson(json: string): string {
  const event: unknown = JSON.parse(json);
  if (!isRawObject(event)) return '';
  const { event_name, action_source, event_source_url, custom_data } = event;
  const currency = isRawObject(custom_data) ? custom_data.currency : undefined;
  return JSON.stringify([event_name, action_source, hostOf(event_source_url), currency, shapeOf(event)]);
}

const hostOf = (url: unknown): string | undefined =>
  typeof url === 'string' && URL.canParse(url) ? new URL(url).host : undefined;

/** Lists look as their first item does: an order of three lines looks like one of two. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [shapeOf(value[0])];
  if (!isRawObject(value)) return typeof value;
  return Object.keys(value)
    .sort()
    .map((key) => [key, shapeOf(value[key])]);
}
