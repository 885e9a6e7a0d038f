/** Reads one value by the rule of its field: a text, an id, a number, a yes or no. Undefined when it is none. */

import type { FieldRule } from '../../contract/pinterest-event';
import { shown } from '../../contract/quoting';
import { isAbsent, listOf, textOf } from '../../contract/raw';
import { visible } from '../../contract/text';
import { amount } from './amount';
import type { Findings } from './findings';
import { languageCode } from './language';
import { secondsOfTime } from './time-forms';
import { isUnfilled, whyNoId, whyNoText } from './unfilled';

type SimpleRule = Exclude<FieldRule, { kind: 'object' | 'objects' | 'digests' }>;

/** Fields that take more than their type says. */
export const TIME_AND_LANGUAGE: ReadonlyMap<string, { read: (value: unknown) => unknown; takes: string }> = new Map([
  ['language', { read: languageCode, takes: 'it takes a language of ISO 639-1, such as en' }],
  ['install_time', { read: timeOfInstall, takes: 'it takes a time as "event_time" does' }],
]);

/** Stores of apps have been there since July 2008; a date in digits (`20260301`) or a zero is no time after it. */
const FIRST_INSTALL = Date.UTC(2008, 6) / 1_000;
const LAST_INSTALL = Date.UTC(2100, 0) / 1_000;

function timeOfInstall(value: unknown): number | undefined {
  const seconds = secondsOfTime(value);
  return seconds !== undefined && seconds >= FIRST_INSTALL && seconds < LAST_INSTALL ? seconds : undefined;
}

export function readSimple(
  value: unknown,
  key: string,
  rule: SimpleRule,
  path: string,
  findings: Findings,
  currency: string | undefined,
): unknown {
  const form = rule.kind === 'text' || rule.kind === 'integer' ? TIME_AND_LANGUAGE.get(key) : undefined;
  if (form !== undefined) return form.read(value);
  switch (rule.kind) {
    case 'text':
      return readText(value, rule);
    case 'decimal':
      return amount(value, currency);
    case 'integer':
      return readInteger(value, rule);
    case 'boolean':
      return readBoolean(value);
    case 'texts':
      return readTexts(value, rule, path + key, findings);
  }
}

function readText(
  value: unknown,
  { maxLength, oneOf, isId }: Extract<SimpleRule, { kind: 'text' }>,
): string | undefined {
  // Snap's and WooCommerce's categories are lists, mostly of one.
  const single = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const text = isId === true ? idOf(single) : filledTextOf(single);
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

/** A whole number, also with the fraction of nothing that spreadsheets add. Three zeros after a comma are a thousand. */
const WHOLE = /^(\d{1,16})(?:\.0+|,00?|,0{4,})?$/;

function readInteger(value: unknown, rule: Extract<SimpleRule, { kind: 'integer' }>): number | undefined {
  const number = typeof value === 'number' ? value : Number(WHOLE.exec(textOf(value) ?? '')?.[1] ?? Number.NaN);
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

function readTexts(
  value: unknown,
  rule: Extract<SimpleRule, { kind: 'texts' }>,
  name: string,
  findings: Findings,
): string[] | undefined {
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
