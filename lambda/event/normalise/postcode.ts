/**
 * Postcodes. Pinterest says digits only, which is right where codes are digits and would make different British, Canadian and
 * Dutch codes the same: there the letters stay.
 */

import { ALPHA_2_OF_3 } from '../../../contract/countries';
import { lettersAndDigits } from '../../../contract/text';
import { plainCharacters } from '../plain-characters';
import { POSTCODE_PLANS, type PostcodePlan } from './postcode-plans';

export function postcode(text: string, countryOfEvent: string | undefined): string | undefined {
  const plain = PLAIN.test(text) ? text : withoutDressing(text);
  const plan = countryOfEvent === undefined ? undefined : POSTCODE_PLANS.get(countryOfEvent);
  const code = plan === undefined ? withLetters(plain, countryOfEvent) : digitsBy(plan, plain, countryOfEvent ?? '');
  return code === '' || /^0+$/.test(code) ? undefined : code;
}

const PLAIN = /^[\dA-Z -]*$/i;

/** Without the Japanese mark for a postcode and the fraction that spreadsheets add, in ASCII digits. */
const withoutDressing = (text: string): string =>
  plainCharacters(text)
    .trim()
    .replace(/^〒\s*/, '')
    .replace(/(?<=^\d{2,10})[.,]0+$/, '');

/** Words for a postcode that stand before it: French and Spanish, German, English, Italian, Portuguese. */
const LABELS: ReadonlySet<string> = new Set(['CP', 'PLZ', 'ZIP', 'CAP', 'CEP']);

const PREFIXED = /^([A-Z]{1,3})[\s.-]*(?=\d)/i;

function digitsBy(plan: PostcodePlan, text: string, country: string): string {
  const prefix = PREFIXED.exec(text);
  const sign = (prefix?.[1] ?? '').toUpperCase();
  const isOwn = [country, ...plan.prefixes].includes(sign) || ALPHA_2_OF_3.get(sign) === country || LABELS.has(sign);
  const own = isOwn ? text.slice(prefix?.[0].length) : text;
  const first = ZIP_PLUS_4.has(country) ? /^(\d{3,5})[- ]\d{4}$/.exec(own)?.[1] : undefined;
  const code = lettersAndDigits(first ?? own);
  if (!/^\d+$/.test(code)) return '';
  const [length = 0] = plan.lengths;
  const isCut = code.length < length && length - code.length <= plan.zeros;
  const whole = isCut ? code.padStart(length, '0') : code;
  if (!plan.lengths.includes(whole.length)) return '';
  return length === 5 && whole.length === 9 && ZIP_PLUS_4.has(country) ? whole.slice(0, 5) : whole;
}

/** Of a ZIP+4 the first five: the rest names a side of a street. */
const ZIP_PLUS_4: ReadonlySet<string> = new Set(['US', 'PR', 'VI', 'GU', 'AS', 'MP']);

/** What codes look like where the country's own code can stand before them without a dash. Those of Anguilla begin with AI-. */
const SHAPES: ReadonlyMap<string, RegExp> = new Map([
  ['GB', /^[a-z]{1,2}\d[a-z\d]?(?:\d[a-z]{2})?$/],
  ['CA', /^[a-z]\d[a-z](?:\d[a-z]\d)?$/],
  ['NL', /^\d{4}(?:[a-z]{2})?$/],
  ['IE', /^[a-z]\d[\dw](?:[a-z\d]{4})?$/],
  ['AR', /^[a-z]?\d{4}(?:[a-z]{3})?$/],
  ['MT', /^[a-z]{3}\d{4}$/],
]);

/** Of a country with letters in its codes, or of none that is known. */
function withLetters(text: string, country: string | undefined): string {
  if (country === undefined) {
    const plusFour = /^(\d{5})-\d{4}$/.exec(text)?.[1];
    return plusFour ?? lettersAndDigits(withoutCarSign(text));
  }
  const own = new RegExp(`^${country === 'GB' ? '(?:GB|UK)' : country}([ -]?)(?=[A-Z0-9])`, 'i').exec(text);
  if (own === null) return lettersAndDigits(text);
  const rest = text.slice(own[0].length);
  const isSign = SHAPES.get(country)?.test(lettersAndDigits(rest)) ?? (own[1] === '-' && country !== 'AI');
  return lettersAndDigits(isSign ? rest : text);
}

/** `D-10115` says Germany by itself; a sign and a count of digits that fit no country are left as they are. */
function withoutCarSign(text: string): string {
  const [, sign = '', digits = ''] = /^([A-Z]{1,3})-(\d{3,7})$/i.exec(text) ?? [];
  if (sign === '') return text;
  const isSign = [...POSTCODE_PLANS].some(
    ([country, { lengths, prefixes }]) =>
      [country, ...prefixes].includes(sign.toUpperCase()) && lengths.includes(digits.length),
  );
  return isSign ? digits : text;
}
