/**
 * Postcodes. Pinterest says digits only, which is right where codes are digits and would make different British, Canadian and
 * Dutch codes the same: there the letters stay.
 */

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

const PREFIXED = /^([A-Z]{1,3})[\s.-]*(?=\d)/i;

function digitsBy(plan: PostcodePlan, text: string, country: string): string {
  const prefix = PREFIXED.exec(text);
  const isOwn = prefix !== null && [country, ...plan.prefixes].includes((prefix[1] ?? '').toUpperCase());
  const code = lettersAndDigits(isOwn ? text.slice(prefix[0].length) : text);
  if (!/^\d+$/.test(code)) return '';
  const [length = 0] = plan.lengths;
  const isCut = code.length < length && length - code.length <= plan.zeros;
  const whole = isCut ? code.padStart(length, '0') : code;
  if (!plan.lengths.includes(whole.length)) return '';
  // Of a ZIP+4 the first five: the rest names a side of a street.
  return length === 5 && whole.length === 9 && ZIP_PLUS_4.has(country) ? whole.slice(0, 5) : whole;
}

const ZIP_PLUS_4: ReadonlySet<string> = new Set(['US', 'PR', 'VI', 'GU', 'AS', 'MP']);

/** Of a country with letters in its codes, or of none that is known. */
function withLetters(text: string, country: string | undefined): string {
  if (country === undefined) {
    const plusFour = /^(\d{5})-\d{4}$/.exec(text)?.[1];
    return plusFour ?? lettersAndDigits(withoutCarSign(text));
  }
  const own = new RegExp(`^${country === 'GB' ? '(?:GB|UK)' : country}-(?=[A-Z0-9])`, 'i');
  return lettersAndDigits(text.replace(own, ''));
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
