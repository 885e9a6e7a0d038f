/** The currency in which the amounts of an event are read. */

import { isCurrency } from '../../contract/currencies';
import type { EventMapEntry } from '../../contract/event-map';
import { unwrapped } from '../../contract/json-text';
import { isAbsent, isRawObject, type RawObject, textOf } from '../../contract/raw';
import { currencyBeside } from './amount-text';
import { currencyCode } from './currency';
import { moneyIn } from './money-object';

interface EventCurrency {
  /** ISO 4217 code. */
  readonly code?: string | undefined;
  /** Whether `value`, a text or an object, names it, and nothing else does: then it belongs into the event. */
  readonly isNamed: boolean;
}

/** What `currency` says; without one the mark beside `value`; then the event map, whose currency only helps to read. */
export function currencyOf({ currency, value }: RawObject, entry: EventMapEntry | undefined): EventCurrency {
  if (!isAbsent(currency)) {
    const code = currencyCode(textOf(currency) ?? '');
    return { code: isCurrency(code) ? code : undefined, isNamed: false };
  }
  const object = unwrapped(value);
  const money = isRawObject(object) ? moneyIn(object, undefined) : undefined;
  if (money !== undefined && 'amount' in money && money.currency !== undefined)
    return { code: money.currency, isNamed: true };
  const { currencies = [], isSure = false } = currencyBeside(value) ?? {};
  const [first] = currencies;
  if (isSure) return { code: first, isNamed: true };
  const ofMap = entry?.currency;
  return { code: currencies.length === 0 || currencies.includes(ofMap ?? '') ? ofMap : undefined, isNamed: false };
}
