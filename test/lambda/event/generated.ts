/** What is asked of generated events: frozen against changes, without any value that JSON or Pinterest would not take. */
import { SHA256_HEX } from '../../../lambda/event/sha256';

export function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFrozen(inner);
  }
  return value;
}

const AMOUNTS = new Set(['value', 'predicted_ltv', 'item_price']);

/** The path of a value that no event may hold: null, empty, blank, no plain number. */
export function faultOfValues(value: unknown, path = ''): string | undefined {
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? undefined : path;
  if (typeof value === 'string') {
    if (AMOUNTS.has(path.split('.').at(-1) ?? '')) return /^\d+(\.\d+)?$/.test(value) ? undefined : path;
    // An id is the caller's own, blanks around it included.
    return value.trim() === '' || (value !== value.trim() && path !== '.event_id') ? path : undefined;
  }
  if (typeof value !== 'object' || value === null) return path;
  const entries = Object.entries(value);
  if (entries.length === 0) return path;
  return entries.map(([key, inner]) => faultOfValues(inner, `${path}.${key}`)).find((fault) => fault !== undefined);
}

/** Words that generated events share with our own messages, or with the names of their keys. */
const NOT_PERSONAL = new Set(['undefined', 'unknown', 'returning', 'constructor']);

/** Texts that say something of a person, in lower case; shorter ones can stand in any sentence by chance. */
export function personalTexts(value: unknown): string[] {
  if (typeof value === 'number') return personalTexts(String(value));
  if (typeof value === 'string') {
    const text = value.trim().toLowerCase();
    return text.length < 6 || NOT_PERSONAL.has(text) || SHA256_HEX.test(text) ? [] : [text];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(personalTexts) : [];
}

/** Every key at any level, in lower case. */
export function keysIn(value: unknown, keys = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return keys;
  for (const [key, inner] of Object.entries(value)) {
    keys.add(key.toLowerCase());
    keysIn(inner, keys);
  }
  return keys;
}
