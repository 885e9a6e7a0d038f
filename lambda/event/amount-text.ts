/** The parts of a written amount: the digits, and the currency that the marks before and after them name. */
import { currenciesOf, folded, isSure } from './currency-marks';
import { plainCharacters } from './plain-characters';

export interface AmountText {
  /** Digits with their separators: `1.299,00`. */
  readonly digits: string;
  /** Written without decimals by a dash in their place: `120,-`. */
  readonly isWhole: boolean;
  /** ISO 4217 codes that every mark fits; undefined without a mark, empty when two contradict each other. */
  readonly currencies: readonly string[] | undefined;
  /** Whether the marks can mean nothing else than `currencies`. */
  readonly isSure: boolean;
}

export interface NoAmount {
  readonly because: string;
}

/** No amount needs more room; without a limit a text made for it would keep the patterns below busy for minutes. */
const LONGEST_TEXT = 60;

/** All digits stand together, so a range or a count beside the amount is none. */
const PARTS = /^([^\d]*)(\d(?:[\d.,' ٫٬]*\d)?)([^\d]*)$/;

/** What stands in place of decimals: 120,- and 120.– and 120:- and, in India, 120/-. */
const DASH = /^(?:[.,:] ?[-–—‐‑−=]{1,2}|\/[-=])/;

/** A point after letters ends an abbreviation (Rs.50, B/.50); elsewhere one decimal follows it (.50, $.50). */
const ABBREVIATED = /[\p{L}\p{M}/]\.$/u;
const DECIMALS_ONLY = /(?:^|\p{Sc} ?)[.,٫]$/u;

export const BELOW_ZERO = 'an amount below 0 is no conversion';

/** Texts that are no amount, and of which can be told why. */
const TROUBLES: readonly (readonly [RegExp, string])[] = [
  [/&#?\w{1,10};/, 'the mark beside it is an HTML entity such as &#36; or &euro;; send the amount without it'],
  [/^[^\d]*[-‐‑–—−﹣(][^\d]*\d|\d ?[-−](?! ?\d)[^\d]*$/, BELOW_ZERO],
  [/^\D*\d[\d.,]*e[+-]?\d+\D*$/i, 'an exponent (1e3) is not read; send all digits'],
  [/\d\D*[^\d.,' ٫٬]\D*\d/, 'it holds more than one number; send the amount alone'],
];

const UNKNOWN_MARK = 'what stands beside its digits is no currency mark; send the amount alone';

export function partsOf(text: string): AmountText | NoAmount | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  const plain = plainCharacters(text).trim();
  const found = TROUBLES.find(([pattern]) => pattern.test(plain));
  if (found !== undefined) return { because: found[1] };
  const [, start = '', number = '', end = ''] = PARTS.exec(plain) ?? [];
  if (number === '') return undefined;
  const dash = DASH.exec(end)?.[0] ?? '';
  const after = end.slice(dash.length).trim();
  const decimalsOnly = DECIMALS_ONLY.test(start);
  const before = decimalsOnly ? start.slice(0, -1) : start;
  if (/^[.,]/.test(after) || (/[.,٫]$/.test(before) && !ABBREVIATED.test(before))) return undefined;
  const marks = marksOf(before, after);
  return 'because' in marks ? marks : { digits: decimalsOnly ? `.${number}` : number, isWhole: dash !== '', ...marks };
}

function marksOf(before: string, after: string): Pick<AmountText, 'currencies' | 'isSure'> | NoAmount {
  let currencies: readonly string[] | undefined;
  let sure = false;
  for (const [place, mark] of [before, after].map(folded).entries()) {
    if (mark === '') continue;
    const codes = currenciesOf(mark, place === 1);
    if (codes === undefined) return { because: UNKNOWN_MARK };
    currencies = currencies?.filter((code) => codes.includes(code)) ?? codes;
    sure ||= isSure(mark);
  }
  return { currencies, isSure: sure && currencies?.length === 1 };
}

/** The currencies that a text names beside its number, one of them meant; `isSure` when it can mean nothing else. */
export function currencyBeside(value: unknown): Pick<AmountText, 'currencies' | 'isSure'> | undefined {
  const parts = typeof value === 'string' && /\D$|^\D/.test(value) ? partsOf(value) : undefined;
  return parts === undefined || 'because' in parts ? undefined : parts;
}
