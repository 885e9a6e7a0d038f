/**
 * Amounts → the plain decimal text that Pinterest parses: `129.9`, `"129,90 €"` and `"1.299,00"` alike. Amounts below
 * zero are no amounts: Pinterest advises against them, and a refund is not a conversion.
 */
import { unwrapped } from '../../contract/json-text';
import { isRawObject } from '../../contract/raw';
import { BELOW_ZERO, type NoAmount, partsOf } from './amount-text';
import { type Meaning, meaningOfSeparator } from './currency';
import { moneyIn } from './money-object';
import { decimalOf, openSeparatorOf } from './separators';

/** Above this a number is no price, and JavaScript would print it with an exponent. */
const LARGEST = 1e15;

/** What back ends send as text; the rest takes longer. */
const MACHINE_PRINTED = /^(?:0|[1-9]\d{0,14})(?:\.\d{1,2})?$/;

/** @param currency ISO 4217 code of the event; it tells whether 1.299 is one or one thousand. */
export function amount(value: unknown, currency?: string): string | undefined {
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value === 'string' && MACHINE_PRINTED.test(value)) return value;
  const read = readWritten(value, currency);
  return typeof read === 'string' ? read : undefined;
}

/** Why a value is no amount, to complete a message; empty when there is no more to say than what an amount is. */
export function whyNoAmount(value: unknown, currency?: string): string {
  const read = readWritten(value, currency);
  return typeof read === 'object' ? `; ${read.because}` : '';
}

const ofNumber = (value: number): string | undefined => (value >= 0 && value < LARGEST ? printed(value) : undefined);

/** Six places keep every price and drop what floating-point sums leave behind (0.1 + 0.2). */
function printed(value: number): string {
  const text = String(value);
  return /^\d+(\.\d{1,6})?$/.test(text) ? text : String(Number(value.toFixed(6)));
}

const OPEN =
  'its one separator before three digits can mean thousands or decimals; send a number, or 1299.00, or "currency" beside it';
const OPEN_IN_CURRENCY =
  'its one separator before three digits can mean thousands or decimals; send a number, or two decimals such as 1299.00';
const OTHER_CURRENCY = 'it names another currency than the event does; send the amount alone';

function readWritten(value: unknown, currency: string | undefined): string | NoAmount | undefined {
  if (typeof value === 'string') {
    const object = unwrapped(value);
    return object === value ? readText(value, currency) : readWritten(object, currency);
  }
  if (typeof value === 'number') return value < 0 ? { because: BELOW_ZERO } : ofNumber(value);
  const money = isRawObject(value) ? moneyIn(value, currency) : undefined;
  if (money === undefined || 'because' in money) return money;
  const isOther = money.currency !== undefined && currency !== undefined && money.currency !== currency;
  return isOther ? { because: OTHER_CURRENCY } : readWritten(money.amount, money.currency ?? currency);
}

function readText(text: string, currency: string | undefined): string | NoAmount | undefined {
  const parts = partsOf(text);
  if (parts === undefined || 'because' in parts) return parts;
  const { digits, isWhole } = parts;
  const fitting = agreed(parts.currencies, currency);
  if (fitting?.length === 0) return { because: OTHER_CURRENCY };
  const separator = isWhole ? undefined : openSeparatorOf(digits);
  if (separator === undefined) return decimalOf(digits, isWhole ? 'thousands' : undefined);
  const meaning = sharedMeaning(separator, fitting, parts.currencies !== undefined);
  if (meaning === 'open') return { because: fitting?.length === 1 ? OPEN_IN_CURRENCY : OPEN };
  return decimalOf(digits, meaning);
}

/** The event's currency, if the marks allow it; without one all that the marks allow. */
function agreed(marks: readonly string[] | undefined, currency: string | undefined): readonly string[] | undefined {
  if (currency === undefined) return marks;
  return marks === undefined || marks.includes(currency) ? [currency] : [];
}

/** What the separator means in each currency that can be meant, if that is the same. */
function sharedMeaning(separator: string, currencies: readonly string[] = [], isMarked: boolean): Meaning {
  const [meaning = 'open', ...others] = new Set(
    currencies.map((currency) => meaningOfSeparator(separator, currency, isMarked)),
  );
  return others.length === 0 ? meaning : 'open';
}
