/** A country in whatever way forms and shop systems write it → the ISO 3166 two-letter code, which Pinterest asks for. */
import { ALPHA_2_OF_3, COUNTRY_CODES, isCountryCode } from '../../../contract/countries';
import { sha256 } from '../sha256';
import { countryOfName } from './country-names';
import { unescaped } from './written-out';

/** Codes in use that are not ISO's: of the United Kingdom, and of Greece in the EU. */
const OTHER_CODES: ReadonlyMap<string, string> = new Map([
  ['UK', 'GB'],
  ['EL', 'GR'],
]);

export const country = (text: string): string | undefined => countryCode(text)?.toLowerCase();

/** Upper-case. */
export function countryCode(text: string): string | undefined {
  const given = text.trim();
  const code = given.toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) return isCountryCode(code) ? code : OTHER_CODES.get(code);
  const name = unescaped(given) ?? given;
  return ALPHA_2_OF_3.get(code) ?? ofNameAndCode(name) ?? countryOfName(name);
}

/** WooCommerce's `United States (US)`: the code counts, unless the name beside it is another country's. */
function ofNameAndCode(text: string): string | undefined {
  const [, name = '', code = ''] = /^(.+?) *\(([A-Za-z]{2})\)$/.exec(text) ?? [];
  const country = isCountryCode(code.toUpperCase()) ? code.toUpperCase() : OTHER_CODES.get(code.toUpperCase());
  const named = country === undefined ? undefined : countryOfName(name);
  return named === undefined || named === country ? country : undefined;
}

let digestsToCodes: ReadonlyMap<string, string> | undefined;

/** The country behind a digest: there are few enough to know them all, and phones and postcodes are read by country. */
export function countryOfDigest(digest: string): string | undefined {
  digestsToCodes ??= new Map(COUNTRY_CODES.map((code) => [sha256(code.toLowerCase()), code]));
  return digestsToCodes.get(digest);
}
