/** `custom_data`: what was bought or done, and what it is worth. */
import type { EventMapEntry } from './event-map';
import { readFields } from './fields';
import { type Findings, shown } from './findings';
import { CUSTOM_DATA, type CustomData } from './pinterest-event';
import type { RawObject } from './raw';

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const isCurrency = (code: string): boolean => CURRENCIES.has(code);

export function readCustomData(raw: RawObject, entry: EventMapEntry | undefined, findings: Findings): CustomData {
  const data = readFields(raw, CUSTOM_DATA, 'custom_data', findings);
  if (data.currency !== undefined) data.currency = readCurrency(data.currency, findings);
  if (data.value === undefined && entry?.value !== undefined) {
    data.value = String(entry.value);
    if (entry.currency !== undefined) data.currency = entry.currency;
  }
  return data;
}

function readCurrency(text: string, findings: Findings): string {
  const code = text.toUpperCase();
  if (!isCurrency(code)) {
    findings.problem(`"custom_data.currency" is ${shown(text)}; send an ISO 4217 code such as USD`);
  }
  return code;
}
