/**
 * Reads an object by its table: known keys get the type that Pinterest takes, unknown keys are left out with a warning,
 * because Pinterest answers 400 to a whole batch for one unknown key.
 */

import type { FieldRule, FieldTable, ObjectOf } from '../../contract/pinterest-event';
import { named, shown } from '../../contract/quoting';
import { isAbsent, isNothing, isRawObject, listOf, type RawObject } from '../../contract/raw';
import { whyNoAmount } from './amount';
import { readSimple, TIME_AND_LANGUAGE } from './field-values';
import type { Findings } from './findings';
import { isKnownElsewhere } from './known-fields';
import { whyNoText, ZEROS } from './unfilled';

/** Fields that refuse the event when they cannot be read: money and privacy are never guessed, and never dropped. */
const NEVER_DROPPED = new Set(['value', 'currency', 'predicted_ltv', 'opt_out', 'opt_out_type']);

/** Refuses the event when a template printed it, or its digits are lost: one such order would swallow the next. */
const REFUSED_WHEN_UNFILLED = new Set(['order_id']);

/** A table without the keys that a rule of their own reads. */
export function fieldsBut<F extends FieldTable>(table: F, isReadElsewhere: (key: string) => boolean): F {
  const rest = Object.entries(table).filter(([key]) => !isReadElsewhere(key));
  return Object.assign(Object.create(null), Object.fromEntries(rest));
}

/**
 * @param isReadElsewhere Keys outside the table that are left alone without a warning.
 * @param currency ISO 4217 code of the amounts, where it is known.
 */
export function readFields<F extends FieldTable>(
  raw: RawObject,
  table: F,
  path: string,
  findings: Findings,
  isReadElsewhere: (key: string) => boolean = nothing,
  currency?: string,
): ObjectOf<F> {
  const result: Record<string, unknown> = {};
  for (const key in raw) {
    const rule = table[key];
    if (rule === undefined) {
      if (!isReadElsewhere(key) && !isKnownElsewhere(key, path))
        findings.warning('unknown_field', `${named(key, path)} is no field of Pinterest's and was left out`);
      continue;
    }
    const value = raw[key];
    if (NEVER_DROPPED.has(key) ? isAbsent(value) : isNothing(value)) continue;
    const read = readValue(value, key, rule, path, findings, currency);
    if (read !== undefined) result[key] = read;
    else tellUnreadable(key, value, rule, path, findings, currency);
  }
  return result as ObjectOf<F>;
}

const nothing = (): boolean => false;

function readValue(
  value: unknown,
  key: string,
  rule: FieldRule,
  path: string,
  findings: Findings,
  currency: string | undefined,
): unknown {
  switch (rule.kind) {
    case 'object':
      return isRawObject(value)
        ? nonEmpty(readFields(value, rule.fields, `${path}${key}.`, findings, nothing, currency))
        : undefined;
    case 'objects':
      return readObjects(value, rule.fields, path + key, findings, currency);
    case 'digests':
      throw new Error(`"${path}${key}" is a hashed field; those are read by user-data.ts`);
    default:
      return readSimple(value, key, rule, path, findings, currency);
  }
}

function readObjects(
  value: unknown,
  fields: FieldTable,
  name: string,
  findings: Findings,
  currency: string | undefined,
): unknown[] | undefined {
  const items = listOf(value).filter((item) => !isAbsent(item));
  const objects = items
    .filter(isRawObject)
    .map((item) => nonEmpty(readFields(item, fields, `${name}.`, findings, nothing, currency)))
    .filter((item) => item !== undefined);
  if (objects.length === 0) return undefined;
  if (!items.every(isRawObject))
    findings.warning('unreadable_field', `"${name}" holds items that are no objects; those were left out`);
  return objects;
}

const nonEmpty = <T extends object>(object: T): T | undefined => (Object.keys(object).length > 0 ? object : undefined);

function tellUnreadable(
  key: string,
  value: unknown,
  rule: FieldRule,
  path: string,
  findings: Findings,
  currency: string | undefined,
): void {
  if (holdsObjects(value, rule)) {
    findings.warning('unreadable_field', `"${path}${key}" was left out: nothing in it can be sent`);
    return;
  }
  const takes = TIME_AND_LANGUAGE.get(key)?.takes ?? expectation(rule);
  const because = whyNoTexts(value, rule);
  const hint = rule.kind === 'decimal' ? whyNoAmount(value, currency) : '';
  if (NEVER_DROPPED.has(key)) {
    findings.problem(`"${path}${key}" is ${because ?? shown(value)}; ${takes}${hint}`);
  } else if (because !== undefined && because !== ZEROS && REFUSED_WHEN_UNFILLED.has(key)) {
    findings.problem(`"${path}${key}" is ${because}; send the id of the order, or leave it out`);
  } else {
    findings.warning(
      'unreadable_field',
      `"${path}${key}" was left out: ${takes}, got ${because ?? shown(value)}${hint}`,
    );
  }
}

/** Of a list, what is wrong with the first item that is wrong. */
function whyNoTexts(value: unknown, rule: FieldRule): string | undefined {
  if (rule.kind === 'text') return whyNoText(value, rule.isId === true);
  if (rule.kind !== 'texts') return undefined;
  for (const item of listOf(value)) {
    const because = whyNoText(item, rule.isId === true);
    if (because !== undefined) return because;
  }
  return undefined;
}

/** Of the right kind; what was wrong with each field in it has been said. */
const holdsObjects = (value: unknown, rule: FieldRule): boolean =>
  (rule.kind === 'object' && isRawObject(value)) || (rule.kind === 'objects' && listOf(value).some(isRawObject));

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
