/** `custom_data`: what was bought or done, and what it is worth, in the names of any vocabulary that shops already use. */
import { isCurrency } from './currency';
import { inPinterestNames } from './custom-data-names';
import type { EventMapEntry } from './event-map';
import { readFields } from './fields';
import { type Findings, shown } from './findings';
import { isPrivacyFlag } from './opt-out-type';
import { type Content, CUSTOM_DATA, type CustomData } from './pinterest-event';
import type { RawObject } from './raw';

export function readCustomData(raw: RawObject, entry: EventMapEntry | undefined, findings: Findings): CustomData {
  const data = readFields(
    inPinterestNames(raw),
    CUSTOM_DATA,
    'custom_data.',
    findings,
    (key) => key === 'consent' || isPrivacyFlag(key),
  );
  if (data.currency !== undefined) data.currency = readCurrency(data.currency, findings);
  if (data.value === undefined && entry?.value !== undefined) {
    data.value = String(entry.value);
    if (entry.currency !== undefined) data.currency = entry.currency;
  }
  if (data.contents !== undefined) deriveFrom(data.contents, data);
  return data;
}

/** What Pinterest reads beside `contents`, when the event brings it only there. */
function deriveFrom(contents: readonly Content[], data: CustomData): void {
  const ids = contents.map(({ id }) => id).filter((id) => id !== undefined);
  if (data.content_ids === undefined && ids.length > 0) data.content_ids = [...new Set(ids)];
  const items = contents.reduce((sum, { quantity = 1 }) => sum + quantity, 0);
  if (data.num_items === undefined && Number.isSafeInteger(items)) data.num_items = items;
}

function readCurrency(text: string, findings: Findings): string {
  const code = text.toUpperCase();
  if (!isCurrency(code)) {
    findings.problem(`"custom_data.currency" is ${shown(text)}; send an ISO 4217 code such as USD`);
  }
  return code;
}
