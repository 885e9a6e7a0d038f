/**
 * States and provinces → their codes in lower case: Pinterest asks for two letters. For the countries whose shops write them out
 * all codes, names and customary abbreviations are known, and nothing else passes; elsewhere a code passes as it is written.
 */
import { countryCode } from './country';
import { nameKey } from './country-names';
import { STATES } from './states';

/**
 * Countries with subdivision codes of three letters. Source: ISO 3166-2 (https://www.iso.org/obp/ui/#iso:pub:PUB500001:en).
 * Australia's, complete, stand in the table.
 */
const THREE_LETTERS: ReadonlySet<string> = new Set(['FR', 'GB', 'MX', 'NZ', 'PE', 'PH', 'ZA']);

const TABLES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(STATES).map(([country, states]) => [country, tableOf(states)]),
);

function tableOf(states: { readonly [code: string]: string }): ReadonlyMap<string, string> {
  const rows = Object.entries(states).flatMap(([code, names]) =>
    [code, ...names.split(';')].map((name) => [nameKey(name), code] as const),
  );
  return new Map(rows);
}

export function state(text: string, countryOfEvent: string | undefined): string | undefined {
  const table = countryOfEvent === undefined ? undefined : TABLES.get(countryOfEvent);
  const code = text.toLowerCase();
  if (table?.get(code) === code) return code;
  if (table !== undefined) return table.get(nameKey(text)) ?? table.get(nameKey(bare(text, countryOfEvent)));
  const short = bare(text, countryOfEvent);
  if (/^[A-Za-z]{2}$/.test(short)) return short.toLowerCase();
  if (countryOfEvent === undefined) return ofAnyCountry(short);
  return /^[A-Za-z]{3}$/.test(short) && THREE_LETTERS.has(countryOfEvent) ? short.toLowerCase() : undefined;
}

/** Without what repeats the country or the code: `US-CA`, `California, USA`, `California (CA)`, `CA - California`, `State of California`. */
function bare(text: string, country: string | undefined): string {
  const [, prefix = '', code = ''] = /^([A-Za-z]{2})-([A-Za-z0-9]{1,3})$/.exec(text) ?? [];
  if (code !== '' && (country === undefined || countryCode(prefix) === country)) return code;
  const comma = text.indexOf(',');
  const rest = comma < 0 ? undefined : countryCode(text.slice(comma + 1));
  const alone = rest !== undefined && (country === undefined || rest === country) ? text.slice(0, comma) : text;
  return alone
    .replace(/ *\([^()]*\)$/, '')
    .replace(/^[A-Za-z]{2,3} - (?=\S{3})| - [A-Za-z]{2,3}$/, '')
    .replace(/^(?:state|province) of /i, '')
    .trim();
}

/** A name, or one of Australia's codes, that only one of the countries has. Abbreviations could be any country's. */
function ofAnyCountry(text: string): string | undefined {
  const key = nameKey(text);
  if (key.length < 4 && TABLES.get('AU')?.get(key) !== key) return undefined;
  const found = [...TABLES.values()].flatMap((table) => table.get(key) ?? []);
  return new Set(found).size === 1 ? found[0] : undefined;
}
