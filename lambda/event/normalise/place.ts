/**
 * What Pinterest wants of an address before it is hashed: `ct` lower-case without spaces and punctuation, `st` the
 * two-letter code, `zp` the postcode, `country` the ISO 3166 two-letter code; all lower-case.
 *
 * Where its documents are silent or cannot be meant: accents stay (the text is hashed as UTF-8), and a postcode keeps
 * its letters (the official "only digits" would make different British, Canadian and Dutch codes the same).
 */
import countries from 'i18n-iso-countries/index';
import de from 'i18n-iso-countries/langs/de.json';
import en from 'i18n-iso-countries/langs/en.json';
import es from 'i18n-iso-countries/langs/es.json';
import fr from 'i18n-iso-countries/langs/fr.json';
import it from 'i18n-iso-countries/langs/it.json';
import nl from 'i18n-iso-countries/langs/nl.json';
import pt from 'i18n-iso-countries/langs/pt.json';
import { sha256 } from '../sha256';
import { STATE_CODES } from './states';

const ALPHA_2: ReadonlySet<string> = new Set(Object.keys(countries.getAlpha2Codes()));

const LANGUAGES = [en, de, es, fr, it, nl, pt];

/** Most texts are ASCII, for which the patterns that know all of Unicode are four times slower. */
const lettersAndDigits = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text.toLowerCase().replace(/[^a-z0-9]/g, '')
    : text
        .normalize('NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}]/gu, '');

export const city = (text: string): string | undefined => lettersAndDigits(text) || undefined;

export function country(text: string): string | undefined {
  return countryCode(text)?.toLowerCase();
}

/** ISO 3166 two-letter code, upper-case, of a code or a name in any of the languages above. */
export function countryCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (ALPHA_2.has(code)) return code;
  if (code === 'UK') return 'GB';
  if (/^[A-Z]{2,3}$/.test(code) && countries.isValid(code)) return countries.toAlpha2(code);
  return countryNames().get(lettersAndDigits(text));
}

let digestsToCodes: ReadonlyMap<string, string> | undefined;

/** The country behind a digest: there are few enough to know them all, and phones and postcodes are read by country. */
export function countryOfDigest(digest: string): string | undefined {
  digestsToCodes ??= new Map([...ALPHA_2].map((code) => [sha256(code.toLowerCase()), code]));
  return digestsToCodes.get(digest);
}

let namesToCodes: ReadonlyMap<string, string> | undefined;

/** Built on first use: most events bring a code, and a cold start should not pay for the others. */
function countryNames(): ReadonlyMap<string, string> {
  namesToCodes ??= new Map(
    LANGUAGES.flatMap((language) =>
      Object.entries(language.countries).flatMap(([code, names]) =>
        [names].flat().map((name) => [lettersAndDigits(name), code] as const),
      ),
    ),
  );
  return namesToCodes;
}

export function state(text: string, countryOfEvent: string | undefined): string | undefined {
  if (/^[A-Za-z]{2}$/.test(text)) return text.toLowerCase();
  const key = lettersAndDigits(text.replace(/^[A-Za-z]{2}-(?=[A-Za-z0-9]{1,3}$)/, ''));
  const tables = countryOfEvent === undefined ? Object.values(STATE_CODES) : [STATE_CODES[countryOfEvent] ?? {}];
  const named = tables.find((table) => Object.hasOwn(table, key))?.[key];
  return named ?? (/^[a-z]{2,3}$/.test(key) ? key : undefined);
}

export function postcode(text: string, countryOfEvent: string | undefined): string | undefined {
  const code = lettersAndDigits(text);
  if (countryOfEvent === 'US') {
    // A spreadsheet that took the code for a number has cut its leading zeros.
    return /^\d{9}$/.test(code) ? code.slice(0, 5) : /^\d{3,5}$/.test(code) ? code.padStart(5, '0') : undefined;
  }
  const plusFour = countryOfEvent === undefined && /^(\d{5})-\d{4}$/.exec(text);
  return (plusFour ? plusFour[1] : code) || undefined;
}
