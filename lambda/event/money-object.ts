/**
 * Amounts as objects, in the forms that shops' and payment providers' interfaces have: their number in main units and their
 * currency. A whole number alone is 12 dollars in one of them and 12 cents in the next, so only what says its unit is read.
 *
 * Sources: Shopify's MoneyV2 and MoneyBag, PayPal, Squarespace and Mollie (text with decimals); google.type.Money (units and nanos);
 * commercetools (centAmount), WooCommerce's Store API (currency_minor_unit), Etsy (divisor), Stripe (unit_amount), Wix (formattedAmount).
 */
import { isCurrency } from '../../contract/currencies';
import { isAbsent, isRawObject, type RawObject, textOf } from '../../contract/raw';
import type { NoAmount } from './amount-text';
import { currencyCode, hasTwoDigits } from './currency';

export interface Money {
  /** A text is read like any other; a number says what it says. */
  readonly amount: string | number;
  /** ISO 4217 code. */
  readonly currency: string | undefined;
}

const OPEN: NoAmount = {
  because:
    'a whole number in an object can be of main or of minor units (12 dollars or 12 cents); send the amount alone',
};
const NO_UNITS: NoAmount = {
  because: 'how many of its units make one of its currency is not said; send the amount alone',
};

/** Objects around the amount: of two currencies, or of several prices. */
const AROUND = [
  'shop_money',
  'shopMoney',
  'presentment_money',
  'presentmentMoney',
  'gross',
  'value',
  'price',
  'totalAmount',
];

/** Two currencies that every interface counts in whole ones. */
const WHOLE = new Set(['JPY', 'KRW']);

const MAX_DEPTH = 3;

/** Undefined when the object holds no amount of a known form. The member in the event's currency is taken, where there are two. */
export function moneyIn(value: RawObject, currency: string | undefined, depth = 0): Money | NoAmount | undefined {
  const inner = AROUND.map((key) => value[key]).filter(isRawObject);
  if (inner.length === 0 || depth === MAX_DEPTH) return moneyOf(value);
  const read = inner.map((one) => moneyIn(one, currency, depth + 1)).filter((one) => one !== undefined);
  return read.find((one) => 'amount' in one && one.currency === currency) ?? read[0];
}

function moneyOf(value: RawObject): Money | NoAmount | undefined {
  const named = currencyCode(textOf(value.currency_code ?? value.currencyCode ?? value.currency) ?? '');
  const currency = isCurrency(named) ? named : undefined;
  const amount = amountOf(value, currency);
  return typeof amount === 'object' ? amount : amount === undefined ? undefined : { amount, currency };
}

function amountOf(value: RawObject, currency: string | undefined): string | number | NoAmount | undefined {
  if (!isAbsent(value.formattedAmount)) return textOf(value.formattedAmount);
  if (!isAbsent(value.units) || !isAbsent(value.nanos)) return ofUnits(value);
  const cents = [value.centAmount, value.unit_amount_decimal, value.unit_amount].find((given) => !isAbsent(given));
  const given = cents ?? [value.amount, value.value, value.price].find((one) => !isAbsent(one));
  if (typeof given !== 'number' && typeof given !== 'string') return undefined;
  const digits = digitsOf(value, cents !== undefined, currency);
  if (digits !== undefined) return typeof digits === 'number' ? inMainUnits(given, digits) : digits;
  const isClear = !/^-?\d+$/.test(String(given).trim()) || !isAbsent(value.currencyCode) || WHOLE.has(currency ?? '');
  return isClear ? given : OPEN;
}

/** How many decimals the amount has lost to being counted in minor units; undefined when it is in main ones. */
function digitsOf(value: RawObject, isCents: boolean, currency: string | undefined): number | NoAmount | undefined {
  const said = value.fractionDigits ?? value.currency_minor_unit;
  if (typeof said === 'number' && Number.isInteger(said) && said >= 0 && said <= 4) return said;
  if (typeof value.divisor === 'number')
    return /^10*$/.test(String(value.divisor)) ? String(value.divisor).length - 1 : NO_UNITS;
  if (isCents) return currency !== undefined && hasTwoDigits(currency) ? 2 : NO_UNITS;
  return undefined;
}

/** 2198 with two digits is 21.98. */
const inMainUnits = (given: string | number, digits: number): number | undefined =>
  /^-?\d{1,15}(?:\.\d{1,12})?$/.test(String(given).trim()) ? Number(`${String(given).trim()}e-${digits}`) : undefined;

/** Nanos are billionths, with the sign of the units. */
function ofUnits({ units = 0, nanos = 0 }: RawObject): number | undefined {
  const whole = Number(isAbsent(units) ? 0 : textOf(units));
  const billionths = Number(isAbsent(nanos) ? 0 : textOf(nanos));
  if (!Number.isSafeInteger(whole) || !Number.isInteger(billionths) || Math.abs(billionths) >= 1e9) return undefined;
  return whole + billionths / 1e9;
}
