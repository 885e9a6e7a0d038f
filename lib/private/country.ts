/** ISO 3166 two-letter country codes, by what the Unicode tables know. */
const REGIONS = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Codes that the Unicode tables know beside the countries: a synonym, groups of countries, and none. */
const NO_COUNTRY = ['UK', 'EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB'];

export function isCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NO_COUNTRY.includes(code) && REGIONS.of(code) !== undefined;
}
