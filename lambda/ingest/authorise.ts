/** Whether a back end's request carries the ingest key, compared in constant time. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** The keys that are valid now: the current one, and the previous one during a rotation. */
export interface Keys {
  get(): Promise<readonly string[]>;
  refresh(): Promise<readonly string[]>;
}

const BEARER = /^Bearer +(\S+) *$/i;

export async function holdsIngestKey(authorization: string | undefined, keys: Keys): Promise<boolean> {
  const given = BEARER.exec(authorization ?? '')?.[1];
  if (given === undefined) return false;
  if (anyEquals(await keys.get(), given)) return true;
  // The key may have been rotated since it was read.
  return anyEquals(await keys.refresh(), given);
}

/** Compares digests, which are of one length, and never stops at the first match. */
function anyEquals(keys: readonly string[], given: string): boolean {
  const digest = digestOf(given);
  return keys.map((key) => timingSafeEqual(digestOf(key), digest)).includes(true);
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest();
