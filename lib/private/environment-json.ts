/** What the ingest function gets as JSON in its environment, and how much of it fits. */
import type { EventMapEntry } from '../event-map';

/**
 * Lambda allows 4 KB for all variables of a function, names included. What is not counted here (ARNs, URLs, the
 * pipeline's name) stays below 1,000 bytes.
 */
export const MAX_ENVIRONMENT_JSON_BYTES = 3_000;

/**
 * The map without its notes: they are for people, and room is short. In alphabetical order, because each of the CDK's
 * languages has an order of its own, and a changed order would be a changed function.
 */
export function deployedEventMap(map: { [name: string]: EventMapEntry }): { [name: string]: EventMapEntry } {
  return inOrder(
    Object.fromEntries(Object.entries(map).map(([name, { trigger: _note, ...entry }]) => [name, inOrder(entry)])),
  );
}

function inOrder<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

export function environmentJsonBytes(
  eventMap: { [name: string]: EventMapEntry } | undefined,
  allowedOrigins: readonly string[],
): number {
  const json = `${eventMap === undefined ? '' : JSON.stringify(deployedEventMap(eventMap))}${JSON.stringify(allowedOrigins)}`;
  return Buffer.byteLength(json);
}
