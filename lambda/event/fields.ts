/**
 * Reads an object by its table: known keys get the type that Pinterest takes, unknown keys are left out with a warning,
 * because Pinterest answers 400 to a whole batch for one unknown key.
 */
import { decimal } from './decimal';
import { type Findings, named, shown } from './findings';
import type { FieldRule, FieldTable, ObjectOf } from './pinterest-event';
import { isAbsent, isRawObject, listOf, type RawObject, textOf } from './raw';

/** Fields that refuse the event when they cannot be read: money and privacy are never guessed, and never dropped. */
const NEVER_DROPPED = new Set(['value', 'currency', 'predicted_ltv', 'opt_out', 'opt_out_type']);

/** @param isReadElsewhere Keys that are left alone, because a rule of their own reads them. */
export function readFields<F extends FieldTable>(
  raw: RawObject,
  table: F,
  path: string,
  findings: Findings,
  isReadElsewhere: (key: string) => boolean = () => false,
): ObjectOf<F> {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(raw)) {
    if (isReadElsewhere(key)) continue;
    const value = raw[key];
    const rule = table[key];
    if (rule === undefined) {
      findings.warning('unknown_field', `${named(key, path)} is no field of Pinterest's and was left out`);
      continue;
    }
    if (isAbsent(value)) continue;
    const read = readValue(value, rule, path + key, findings);
    if (read !== undefined) {
      result[key] = read;
    } else if (NEVER_DROPPED.has(key)) {
      findings.problem(`"${path}${key}" is ${shown(value)}; ${expectation(rule)}`);
    } else {
      findings.warning('unreadable_field', `"${path}${key}" was left out: ${expectation(rule)}, got ${shown(value)}`);
    }
  }
  return result as ObjectOf<F>;
}

function readValue(value: unknown, rule: FieldRule, name: string, findings: Findings): unknown {
  switch (rule.kind) {
    case 'text':
      return readText(value, rule);
    case 'decimal':
      return decimal(value);
    case 'integer':
      return readInteger(value, rule);
    case 'boolean':
      return readBoolean(value);
    case 'texts':
      return readTexts(value, rule.maxItems);
    case 'object':
      return isRawObject(value) ? nonEmpty(readFields(value, rule.fields, `${name}.`, findings)) : undefined;
    case 'objects':
      return readObjects(value, rule.fields, name, findings);
    case 'digests':
      throw new Error(`"${name}" is a hashed field; those are read by user-data.ts`);
  }
}

function readText(value: unknown, { maxLength, oneOf }: Extract<FieldRule, { kind: 'text' }>): string | undefined {
  const text = textOf(value);
  if (text === undefined || (maxLength !== undefined && text.length > maxLength)) return undefined;
  return oneOf === undefined ? text : oneOf.find((allowed) => allowed === text.toLowerCase());
}

function readInteger(value: unknown, rule: Extract<FieldRule, { kind: 'integer' }>): number | undefined {
  const number = typeof value === 'number' ? value : Number(textOf(value) ?? Number.NaN);
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = rule;
  return Number.isSafeInteger(number) && number >= minimum && number <= maximum ? number : undefined;
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

export function readBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : BOOLEANS.get((textOf(value) ?? '').toLowerCase());
}

function readTexts(value: unknown, maxItems = Number.POSITIVE_INFINITY): string[] | undefined {
  const items = listOf(value).filter((item) => !isAbsent(item));
  const texts = items.map((item) => textOf(item)).filter((text) => text !== undefined);
  return texts.length === items.length && texts.length > 0 ? texts.slice(0, maxItems) : undefined;
}

function readObjects(value: unknown, fields: FieldTable, name: string, findings: Findings): unknown[] | undefined {
  const items = listOf(value).filter((item) => !isAbsent(item));
  const objects = items
    .filter(isRawObject)
    .map((item) => nonEmpty(readFields(item, fields, `${name}.`, findings)))
    .filter((item) => item !== undefined);
  if (objects.length === 0) return undefined;
  if (!items.every(isRawObject))
    findings.warning('unreadable_field', `"${name}" holds items that are no objects; those were left out`);
  return objects;
}

const nonEmpty = <T extends object>(object: T): T | undefined => (Object.keys(object).length > 0 ? object : undefined);

/** What a field takes, for messages. */
function expectation(rule: FieldRule): string {
  switch (rule.kind) {
    case 'text':
      return rule.oneOf ? `it takes one of ${rule.oneOf.join(', ')}` : `it takes a text${lengthLimit(rule.maxLength)}`;
    case 'decimal':
      return 'it takes a number of 0 or more, such as 129.90';
    case 'integer':
      return `it takes a whole number from ${rule.minimum ?? 0}${rule.maximum === undefined ? '' : ` to ${rule.maximum}`}`;
    case 'boolean':
      return 'it takes true or false';
    case 'texts':
      return 'it takes a list of texts';
    default:
      return `it takes ${rule.kind === 'object' ? 'an object' : 'a list of objects'}`;
  }
}

const lengthLimit = (maxLength: number | undefined): string =>
  maxLength === undefined ? '' : ` of at most ${maxLength} characters`;
