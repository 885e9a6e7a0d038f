/** Numbers of every country and every length, kept if the library itself, asked with all its data, calls them valid. */

import examples from 'libphonenumber-js/examples.mobile.json';
import {
  type CountryCode,
  getCountries,
  getExampleNumber,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';

export interface Numbered {
  readonly country: CountryCode;
  readonly code: string;
  readonly national: string;
}

/** A generator of its own: the same numbers in every run. */
function randoms(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export const isValid = (digits: string): boolean => {
  const number = parsePhoneNumberFromString(`+${digits}`);
  return number?.isValid() === true && number.number === `+${digits}`;
};

const isOneDigit = (national: string): boolean => /^(\d)\1+$/.test(national);

/** A few numbers of each length that the country has: its example, cut or lengthened, with some digits changed. */
function numbersOf(country: CountryCode, perLength: number): Numbered[] {
  const example = getExampleNumber(country, examples as unknown as Parameters<typeof getExampleNumber>[1]);
  if (example === undefined) return [];
  const [, , , lengths = []] = metadata.countries[country] as unknown as [unknown, unknown, unknown, number[]?];
  const code = example.countryCallingCode as string;
  const random = randoms(country.charCodeAt(0) * 256 + country.charCodeAt(1));
  return lengths.flatMap((length) => {
    const found = new Set<string>();
    for (let attempt = 0; attempt < 60 && found.size < perLength; attempt += 1) {
      const digits = [...(example.nationalNumber as string).padEnd(length, '2345678901').slice(0, length)];
      if (code.length + length > 15) break;
      const changed = attempt === 0 ? 0 : 1 + random(length);
      for (let index = 0; index < changed; index += 1)
        digits[attempt % 2 ? length - 1 - index : random(length)] = String(random(10));
      const national = digits.join('');
      const number = parsePhoneNumberFromString(`+${code}${national}`);
      if (
        number?.isValid() &&
        number.number === `+${code}${national}` &&
        number.country === country &&
        !isOneDigit(national)
      )
        found.add(national);
    }
    return [...found].map((national) => ({ country, code, national }));
  });
}

const isOfPerson = (number: PhoneNumber): boolean =>
  ['FIXED_LINE', 'MOBILE', 'FIXED_LINE_OR_MOBILE'].includes(number.getType() ?? '');

/** Numbers of chance that the country has given out for fixed lines and mobiles. */
function anyOf(country: CountryCode, count: number): Numbered[] {
  const [code, , , lengths = []] = metadata.countries[country] as unknown as [string, unknown, unknown, number[]?];
  const random = randoms(country.charCodeAt(0) * 512 + country.charCodeAt(1));
  const found = new Set<string>();
  for (let attempt = 0; attempt < 3_000 && found.size < count; attempt += 1) {
    const length = lengths[random(lengths.length)] ?? 0;
    const national = Array.from({ length }, () => random(10)).join('');
    const number = parsePhoneNumberFromString(`+${code}${national}`);
    const isIt =
      number?.isValid() && number.country === country && number.nationalNumber === national && isOfPerson(number);
    if (isIt && !isOneDigit(national)) found.add(national);
  }
  return [...found].map((national) => ({ country, code, national }));
}

export const ofPersons = (perCountry: number): readonly Numbered[] =>
  getCountries().flatMap((country) => anyOf(country, perCountry));

export const numbers = (perLength: number): readonly Numbered[] =>
  getCountries().flatMap((country) => numbersOf(country, perLength));

/** Whether the library itself reads the text as that number: Gabon's old numbers look like new ones when written at home. */
export const readBack = (text: string, { country, code, national }: Numbered): boolean =>
  parsePhoneNumberFromString(text, { defaultCountry: country, extract: false })?.number === `+${code}${national}`;
