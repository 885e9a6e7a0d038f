/** `custom_data`: what was bought or done, and what it is worth, in the names of any vocabulary that shops already use. */
import { currencyCode, isCurrency } from './currency';
import { inPinterestNames } from './custom-data-names';
import { currencyOf } from './event-currency';
import type { EventMapEntry } from './event-map';
import { readFields } from './fields';
import { type Findings, shown } from './findings';
import { type Content, CUSTOM_DATA, type CustomData } from './pinterest-event';
import { isAbsent, isRawObject, listOf, type RawObject, textOf } from './raw';

export function readCustomData(raw: RawObject, entry: EventMapEntry | undefined, findings: Findings): CustomData {
  const given = inPinterestNames(raw);
  const { code, isNamed } = currencyOf(given, entry);
  const data = readFields(given, CUSTOM_DATA, 'custom_data.', findings, (key) => key === 'opt_out_type', code);
  if (data.currency !== undefined) data.currency = readCurrency(data.currency, findings);
  else if (isNamed && data.value !== undefined) data.currency = code;
  if (data.value === undefined && entry?.value !== undefined) {
    data.value = String(entry.value);
    if (entry.currency !== undefined) data.currency = entry.currency;
  }
  if (data.contents !== undefined) deriveFrom(data.contents, given.contents, data);
  return data;
}

/** What Pinterest reads beside `contents`, when the event brings it only there. */
function deriveFrom(contents: readonly Content[], given: unknown, data: CustomData): void {
  const ids = contents.map(({ id }) => id).filter((id) => id !== undefined);
  if (data.content_ids === undefined && ids.length > 0) data.content_ids = [...new Set(ids)];
  // A quantity that was left out is not 1.
  const counted = contents.filter(({ quantity }) => quantity !== undefined).length;
  if (data.num_items !== undefined || counted < listOf(given).filter(hasQuantity).length) return;
  const items = contents.reduce((sum, { quantity = 1 }) => sum + quantity, 0);
  if (Number.isSafeInteger(items)) data.num_items = items;
}

const hasQuantity = (item: unknown): boolean => isRawObject(item) && !isAbsent(item.quantity);

function readCurrency(text: string, findings: Findings): string {
  const code = currencyCode(text);
  if (!isCurrency(code)) {
    findings.problem(`"custom_data.currency" is ${shown(text)}; send an ISO 4217 code such as USD`);
  }
  return code;
}

/** Flags that Pinterest processes in `opt_out_type`; it ignores any other. */
const LIMITED_DATA_PROCESSING = 'LDP';

/**
 * Limited data processing, wherever the event says it: Pinterest reads it in `custom_data`, its own shop extension writes
 * it into `user_data`. Several flags are one text with commas.
 */
export function optOutTypeOf(
  raw: RawObject,
  userData: RawObject,
  customData: RawObject,
  findings: Findings,
): string | undefined {
  const places = [customData.opt_out_type, userData.opt_out_type, raw.opt_out_type];
  if (places.every(isAbsent)) return undefined;
  const given = places.flat().filter((value) => !isAbsent(value));
  const unreadable = given.find((value) => typeof value !== 'string');
  if (unreadable !== undefined) findings.problem(`"opt_out_type" is ${shown(unreadable)}; it takes LDP`);
  const flags = given.flatMap((value) => (textOf(value) ?? '').split(',')).map((flag) => flag.trim().toUpperCase());
  const distinct = [...new Set(flags.filter((flag) => flag !== ''))];
  return distinct.length > 0 ? distinct.join(',') : undefined;
}

/** Pinterest applies limited data processing by the visitor's state, which only the event can tell. */
export const lacksStateForLdp = (
  optOutType: string | undefined,
  userData: { st?: unknown; country?: unknown },
): boolean => optOutType?.split(',').includes(LIMITED_DATA_PROCESSING) === true && !(userData.st && userData.country);
