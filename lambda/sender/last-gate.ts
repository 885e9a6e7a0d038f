/**
 * The last look before a POST: whatever got into the queue, nothing leaves that is not hashed where Pinterest wants a
 * hash, and no key leaves that would make Pinterest refuse the whole batch.
 */
import { EVENT, type FieldTable, REQUIRED } from '../event/pinterest-event';
import { isRawObject } from '../event/raw';
import { SHA256_HEX } from '../event/sha256';

/** What is wrong with an event, by the path of the field; undefined when it may leave. */
export function defectOf(event: unknown): string | undefined {
  if (!isRawObject(event)) return 'the message holds no event';
  const missing = REQUIRED.find((key) => event[key] === undefined);
  return missing === undefined ? defectIn(event, EVENT, '') : `"${missing}" is missing`;
}

function defectIn(object: unknown, table: FieldTable, path: string): string | undefined {
  if (!isRawObject(object)) return `"${path}" is no object`;
  for (const [key, value] of Object.entries(object)) {
    const name = path === '' ? key : `${path}.${key}`;
    const rule = table[key];
    if (rule === undefined) return `a key under "${path}" is no field of Pinterest's`;
    const defect =
      rule.kind === 'digests'
        ? digestDefect(value, name)
        : rule.kind === 'object'
          ? defectIn(value, rule.fields, name)
          : rule.kind === 'objects'
            ? listDefect(value, rule.fields, name)
            : undefined;
    if (defect !== undefined) return defect;
  }
  return undefined;
}

function digestDefect(value: unknown, name: string): string | undefined {
  const hashed = Array.isArray(value) && value.every((item) => typeof item === 'string' && SHA256_HEX.test(item));
  return hashed ? undefined : `"${name}" is not hashed`;
}

function listDefect(value: unknown, fields: FieldTable, name: string): string | undefined {
  if (!Array.isArray(value)) return `"${name}" is no list`;
  return value.map((item) => defectIn(item, fields, name)).find((defect) => defect !== undefined);
}
