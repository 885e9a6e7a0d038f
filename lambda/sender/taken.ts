/**
 * Live events that Pinterest took with certainty. SQS may keep a copy of one: a confirmation was lost, or a message was not
 * deleted. Once the first hour of a web event is over Pinterest recognizes no id, and would count the copy too; so a copy that
 * comes to an environment which knows its event is finished without a POST.
 */
import { hash } from 'node:crypto';
import type { Disk } from '../runtime/disk';

export interface TakenEvents {
  has(json: string): boolean;
  add(jsons: readonly string[]): void;
}

/** Of each of two generations: when the young one is full, the old one is forgotten. */
const MOST_REMEMBERED = 100_000;

/** 132 bits of SHA-256: an event that is wrongly taken for another one would be lost. */
const KEY_LENGTH = 22;

/** @param disk Where they outlive the process, as when a run is killed. */
export function createTakenEvents(disk?: Disk, most = MOST_REMEMBERED): TakenEvents {
  const written = disk?.read();
  let young = new Set(keysIn(written?.young));
  let old = new Set(keysIn(written?.old));
  return {
    has: (json) => {
      // hashing costs more than all else that is asked of an event here.
      if (young.size + old.size === 0) return false;
      const key = keyOf(json);
      return young.has(key) || old.has(key);
    },
    add: (jsons) => {
      if (jsons.length === 0) return;
      if (young.size >= most) {
        [young, old] = [new Set(), young];
        disk?.turn();
      }
      const keys = jsons.map(keyOf);
      for (const key of keys) young.add(key);
      // the break comes first, so that a line which a kill cut short spoils no other.
      disk?.append(keys.map((key) => `\n${key}`).join(''));
    },
  };
}

/** Of the whole text, as different events may have the same `event_id`. */
const keyOf = (json: string): string => hash('sha256', json, 'base64').slice(0, KEY_LENGTH);

const keysIn = (text = ''): string[] => text.split('\n').filter(({ length }) => length === KEY_LENGTH);

/** Of tests nothing is remembered: who sends one again wants to see it again, and nothing counts it. */
export const NONE_TAKEN: TakenEvents = { has: () => false, add: () => undefined };
