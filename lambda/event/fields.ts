/**
 * Reads an object by its table: known keys get the type that Pinterest takes, unknown keys are left out with a warning,
 * because Pinterest answers 400 to a whole batch for one unknown key.
 */
import { decimal } from './decimal';
import { secondsOfTime } from './event-time';
import { type Findings, named, shown } from './findings';
import { languageCode } from './language';
import { visible } from './normalise/text';
import type { FieldRule, FieldTable, ObjectOf } from './pinterest-event';
import { isAbsent, isRawObject, listOf, type RawObject, textOf } from './raw';
import { isUnfilled, whyNoId, whyNoText } from './unfilled';

/** Fields that refuse the event when they cannot be read: money and privacy are never guessed, and never dropped. */
const NEVER_DROPPED = new Set(['value', 'currency', 'predicted_ltv', 'opt_out', 'opt_out_type']);

/** Refuses the event when a template printed it, or its digits are lost: one such order would swallow the next. */
const REFUSED_WHEN_UNFILLED = new Set(['order_id']);

/** Fields that take more than their type says. */
const FORMS: ReadonlyMap<string, { read: (value: unknown) => unknown; takes: string }> = new Map([
  ['language', { read: languageCode, takes: 'it takes a language of ISO 639-1, such as en' }],
  ['install_time', { read: secondsOfTime, takes: 'it takes a time as "event_time" does' }],
]);

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
    const form = rule.kind === 'text' || rule.kind === 'integer' ? FORMS.get(key) : undefined;
    const read = form === undefined ? readValue(value, rule, path + key, findings) : form.read(value);
    if (read !== undefined) result[key] = read;
    else tellUnreadable(key, value, rule, path, findings);
  }
  return result as ObjectOf<F>;
}

function tellUnreadable(key: string, value: unknown, rule: FieldRule, path: string, findings: Findings): void {
  const takes = FORMS.get(key)?.takes ?? expectation(rule);
  const because = rule.kind === 'text' || rule.kind === 'texts' ? whyNoText(value, rule.isId === true) : undefined;
  if (NEVER_DROPPED.has(key)) {
    findings.problem(`"${path}${key}" is ${because ?? shown(value)}; ${takes}`);
  } else if (because !== undefined && REFUSED_WHEN_UNFILLED.has(key)) {
    findings.problem(`"${path}${key}" is ${because}; send the id of the order, or leave it out`);
  } else {
    findings.warning('unreadable_field', `"${path}${key}" was left out: ${takes}, got ${because ?? shown(value)}`);
  }
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
      return readTexts(value, rule, name, findings);
    case 'object':
      return isRawObject(value) ? nonEmpty(readFields(value, rule.fields, `${name}.`, findings)) : undefined;
    case 'objects':
      return readObjects(value, rule.fields, name, findings);
    case 'digests':
      throw new Error(`"${name}" is a hashed field; those are read by user-data.ts`);
  }
}

type TextRule = Extract<FieldRule, { kind: 'text' }>;
type TextsRule = Extract<FieldRule, { kind: 'texts' }>;

function readText(value: unknown, { maxLength, oneOf, isId }: TextRule): string | undefined {
  const text = isId === true ? idOf(value) : filledTextOf(value);
  if (text === undefined || (maxLength !== undefined && text.length > maxLength)) return undefined;
  if (oneOf === undefined) return text;
  const choice = visible(text).toLowerCase();
  return oneOf.find((allowed) => allowed === choice);
}

function idOf(value: unknown): string | undefined {
  const text = textOf(value);
  const id = text === undefined ? '' : visible(text).trim();
  return id === '' || whyNoId(id) !== undefined ? undefined : id;
}

function filledTextOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text === undefined || isUnfilled(text) ? undefined : text;
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

function readBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : BOOLEANS.get((textOf(value) ?? '').toLowerCase());
}

function readTexts(value: unknown, rule: TextsRule, name: string, findings: Findings): string[] | undefined {
  const items = listOf(value).filter((item) => !isAbsent(item));
  const read = rule.isId === true ? idOf : filledTextOf;
  const texts = items.map(read).filter((text) => text !== undefined);
  if (texts.length === 0) return undefined;
  if (texts.length < items.length) {
    const bad = items.find((item) => read(item) === undefined);
    const what = whyNoText(bad, rule.isId === true) ?? shown(bad);
    findings.warning('unreadable_field', `"${name}" holds ${what}; such items were left out`);
  }
  return texts.slice(0, rule.maxItems);
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
