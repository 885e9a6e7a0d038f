/**
 * The last look before a POST: whatever got into the queue, nothing leaves that is not hashed where Pinterest wants a
 * hash, and no key and no JSON type leaves that would make Pinterest refuse the whole batch.
 */
import { EVENT, type FieldRule, type FieldTable, REQUIRED } from '../../contract/pinterest-event';
import { isRawObject } from '../../contract/raw';

/** What is wrong with an event, by the path of the field; undefined when it may leave. */
export function defectOf(event: unknown): string | undefined {
  if (!isRawObject(event)) return 'the message holds no event';
  const missing = REQUIRED.find((key) => event[key] === undefined);
  return missing === undefined ? defectIn(event, EVENT, '') : `"${missing}" is missing`;
}

function defectIn(object: unknown, table: FieldTable, path: string): string | undefined {
  if (!isRawObject(object)) return `"${path}" is no object`;
  for (const key in object) {
    const rule = table[key];
    if (rule === undefined) return `a key under "${path}" is no field of Pinterest's`;
    const value = object[key];
    if (rule.kind === 'object') {
      const defect = defectIn(value, rule.fields, at(path, key));
      if (defect !== undefined) return defect;
    } else if (rule.kind === 'objects') {
      const defect = defectInList(value, rule.fields, at(path, key));
      if (defect !== undefined) return defect;
    } else if (!fits(value, rule)) {
      return `"${at(path, key)}" ${rule.kind === 'digests' ? 'is not hashed' : `is no ${NAMES[rule.kind]}`}`;
    }
  }
  return undefined;
}

function defectInList(value: unknown, fields: FieldTable, path: string): string | undefined {
  if (!Array.isArray(value)) return `"${path}" is no list`;
  for (const item of value) {
    const defect = defectIn(item, fields, path);
    if (defect !== undefined) return defect;
  }
  return undefined;
}

const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

type SimpleRule = Exclude<FieldRule, { kind: 'object' | 'objects' }>;

const NAMES = {
  text: 'text that Pinterest takes',
  decimal: 'decimal text',
  integer: 'whole number that Pinterest takes',
  boolean: 'boolean',
  texts: 'list of texts',
} as const;

const DECIMAL = /^-?\d+(\.\d+)?$/;

function fits(value: unknown, rule: SimpleRule): boolean {
  switch (rule.kind) {
    case 'text':
      return (
        typeof value === 'string' &&
        (rule.maxLength === undefined || value.length <= rule.maxLength) &&
        (rule.oneOf === undefined || rule.oneOf.includes(value))
      );
    case 'decimal':
      return typeof value === 'string' && DECIMAL.test(value);
    case 'integer':
      return (
        Number.isInteger(value) &&
        Number(value) >= (rule.minimum ?? Number.NEGATIVE_INFINITY) &&
        Number(value) <= (rule.maximum ?? Number.POSITIVE_INFINITY)
      );
    case 'boolean':
      return typeof value === 'boolean';
    case 'texts':
      return Array.isArray(value) && value.length <= (rule.maxItems ?? value.length) && value.every(isText);
    case 'digests':
      return Array.isArray(value) && value.every(isDigest);
  }
}

const isText = (value: unknown): boolean => typeof value === 'string';
/** SHA256_HEX by hand: asked of every digest of every event, the pattern takes 1 µs an event more. */
function isDigest(value: unknown): boolean {
  if (typeof value !== 'string' || value.length !== 64) return false;
  for (let index = 0; index < 64; index++) {
    const code = value.charCodeAt(index);
    if (code < 48 || code > 102 || (code > 57 && code < 97)) return false;
  }
  return true;
}
