/** The JSON in the environment of the ingest function, and how much of it fits. */
import type { EventMapEntry } from '../event-map';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';

/**
 * Lambda allows 4 KB for all variables of a function, including their names. The variables that are not counted here (ARNs,
 * URLs, the pipeline's name) stay below 1,000 bytes.
 */
const MAX_JSON_BYTES = 3_000;

/**
 * The map without its notes: they are for people, and space is limited. In alphabetical order, because each language of the
 * CDK has its own order, and a changed order would be a changed function.
 */
export function deployedEventMap(map: { [name: string]: EventMapEntry }): { [name: string]: EventMapEntry } {
  return inOrder(
    Object.fromEntries(Object.entries(map).map(([name, { trigger: _note, ...entry }]) => [name, inOrder(entry)])),
  );
}

function inOrder<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))) as T;
}

export function environmentFaults({ eventMap, allowedOrigins = [] }: PinterestConversionsProps): string[] {
  const map = eventMap === undefined ? '' : JSON.stringify(deployedEventMap(eventMap));
  const bytes = Buffer.byteLength(`${map}${JSON.stringify(allowedOrigins)}`);
  return bytes <= MAX_JSON_BYTES
    ? []
    : [
        `"eventMap" and "allowedOrigins" together must be at most ${MAX_JSON_BYTES} bytes of JSON (Lambda allows 4 KB of ` +
          `environment), got ${bytes}; shorten names, or write one origin with "*." for many subdomains`,
      ];
}
