/** `custom_data`: what was bought or done, and what it is worth, in the names of any vocabulary that shops already use. */

import { isCurrency } from '../../contract/currencies';
import type { EventMapEntry } from '../../contract/event-map';
import { type Content, CUSTOM_DATA, type CustomData } from '../../contract/pinterest-event';
import { shown } from '../../contract/quoting';
import { isAbsent, isRawObject, listOf, type RawObject } from '../../contract/raw';
import { currencyCode } from './currency';
import { inPinterestNames } from './custom-data-names';
import { currencyOf } from './event-currency';
import { fieldsBut, readFields } from './fields';
import type { Findings } from './findings';
import { isSwitch } from './switches';

const REST = fieldsBut(CUSTOM_DATA, isSwitch);

export function readCustomData(raw: RawObject, entry: EventMapEntry | undefined, findings: Findings): CustomData {
  const given = inPinterestNames(raw);
  const { code, isNamed } = currencyOf(given, entry);
  const data = readFields(given, REST, 'custom_data.', findings, isSwitch, code);
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
