/**
 * Phone numbers → the digits of E.164: country code, area code, number, no leading zeros (Pinterest's rule for `ph`).
 * A number without a country code is read in the country of the event, or else in the pipeline's default country.
 */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Numbers that need nothing but their digits, and so no library (30 µs saved): with a country code of North America, or
 * of a country without special prefixes and no zero after the code, which would be the trunk prefix of inland calls.
 */
const PLAIN_INTERNATIONAL = /^\+(1[2-9]\d{9}|(3[1-4]|4[13-9]|6[14]|8[12]|91)[1-9]\d{6,10})$/;

/** Long enough to have begun with a country code; a shorter one could be a local number of anywhere. */
const WITH_COUNTRY_CODE = /^[1-9]\d{10,14}$/;

export function phone(text: string, country: string | undefined): string | undefined {
  const bare = withoutSeparators(text);
  if (PLAIN_INTERNATIONAL.test(bare)) return bare.slice(1);

  const written = text
    .replace(/\p{Cf}/gu, '')
    .replace(/^tel:/i, '')
    .replace(/^00[\s.-]*(?=[1-9])/, '+');
  const region = country !== undefined && isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const number = digitsOf(written, region);
  const digits = withoutSeparators(written);
  return number ?? (WITH_COUNTRY_CODE.test(digits) ? digitsOf(`+${digits}`, undefined) : undefined);
}

const withoutSeparators = (text: string): string => text.replace(/[\s().-]/g, '');

function digitsOf(written: string, region: CountryCode | undefined): string | undefined {
  const number = parsePhoneNumberFromString(written, { defaultCountry: region, extract: false });
  return number?.isPossible() ? number.number.slice(1) : undefined;
}
