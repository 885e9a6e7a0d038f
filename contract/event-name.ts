/** Event names: a name of any vocabulary → Pinterest's, the owner's map, and the nearest names to a wrong one. */
import { type EventMap, type EventMapEntry, nameKey } from './event-map';
import { EVENT_NAMES } from './event-vocabulary';

export type PinterestEventName = keyof typeof EVENT_NAMES;

export const PINTEREST_EVENT_NAMES = Object.keys(EVENT_NAMES) as PinterestEventName[];

const BY_KEY: ReadonlyMap<string, PinterestEventName> = new Map(
  PINTEREST_EVENT_NAMES.flatMap((name) => [name, ...EVENT_NAMES[name]].map((alias) => [nameKey(alias), name] as const)),
);

/** Pinterest's spelling of a name in any vocabulary known here. */
export const knownEventName = (name: string): PinterestEventName | undefined =>
  Object.hasOwn(EVENT_NAMES, name) ? (name as PinterestEventName) : BY_KEY.get(nameKey(name));

/** Pinterest's longest name of an advertiser's own. A longer text resembles nothing, and comparing it would take long. */
const MAX_NAME_LENGTH = 100;

/** Known names that are spelled most like `name`, nearest first; empty when none is near. */
export function nearestNames(name: string, among: readonly string[] = PINTEREST_EVENT_NAMES): string[] {
  if (name.length > MAX_NAME_LENGTH) return [];
  const key = nameKey(name);
  return among
    .map((candidate) => ({ candidate, distance: editDistance(key, nameKey(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(nameKey(candidate).length / 3)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** The name under which the events of a row of the owner's map leave. */
export const nameAtPinterest = ({
  sendAs,
  advertiserDefined,
}: Pick<EventMapEntry, 'sendAs' | 'advertiserDefined'>): string =>
  advertiserDefined ? sendAs : (knownEventName(sendAs) ?? sendAs);

export interface ResolvedName {
  readonly name: string;
  readonly entry?: EventMapEntry;
}

/** The name under which an event leaves, and its row in the owner's map when there is a map. */
export function resolveEventName(name: string, map: EventMap | undefined): ResolvedName | undefined {
  if (map === undefined) {
    const known = knownEventName(name);
    return known && { name: known };
  }
  const key = nameKey(name);
  const entry = Object.entries(map).find(([own]) => nameKey(own) === key)?.[1];
  return entry && { name: nameAtPinterest(entry), entry };
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}
