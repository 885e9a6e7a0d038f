/** Countries against what others know of them: ISO's list as a package keeps it, names as CLDR has them. */
import countries from 'i18n-iso-countries';
import { ALPHA_2_OF_3, COUNTRY_CODES } from '../../../contract/countries';
import { countryCode } from '../../../lambda/event/normalise/country';

describe('the table of ISO 3166', () => {
  test('is that of the package i18n-iso-countries, and no code more', () => {
    expect([...COUNTRY_CODES].sort()).toEqual(Object.keys(countries.getAlpha2Codes()).sort());
    const { XKK, ...ofIso } = countries.getAlpha3Codes();
    expect(Object.fromEntries(ALPHA_2_OF_3)).toEqual({ ...ofIso, XKX: XKK });
  });

  test.each([
    'DD',
    'YU',
    'SU',
    'AN',
    'CS',
    'TP',
    'ZR',
    'BU',
    'FX',
    'NT',
    'EU',
    'UN',
    'ZZ',
    'QO',
    'XA',
    'AA',
    'EZ',
    'AC',
    'TA',
  ])('has no %s', (code) => expect(countryCode(code)).toBeUndefined());
});

const PROMISED = ['en', 'de', 'es', 'fr', 'it', 'nl', 'pt', 'pt-PT'];
const STYLES = ['long', 'short', 'narrow'] as const;
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

const NAMES = PROMISED.flatMap((language) =>
  STYLES.flatMap((style) => {
    const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
    return COUNTRY_CODES.flatMap((code) => {
      const name = names.of(code);
      // A short name can be a code: Spanish RU is the Reino Unido, and RU is Russia.
      return name === undefined || name.length === 2 ? [] : [{ code, name }];
    });
  }),
);

const FORMS: readonly (readonly [string, (name: string, code: string) => string])[] = [
  ['as CLDR has it', (name) => name],
  ['in capitals', (name) => name.toUpperCase()],
  ['without accents', withoutAccents],
  ['in capitals without accents', (name) => withoutAccents(name.toUpperCase())],
  ["in WooCommerce's form", (name, code) => `${name} (${code})`],
  ['with blanks around', (name) => `  ${name} `],
];

describe.each(FORMS)('a name of a country in a promised language, %s', (_, written) => {
  test('is that country in 99 of 100 cases, and never another', () => {
    const read = NAMES.map(({ code, name }) => ({ code, name, read: countryCode(written(name, code)) }));
    expect(read.filter(({ code, read }) => read !== undefined && read !== code)).toEqual([]);
    expect(read.filter(({ read }) => read === undefined).length / read.length).toBeLessThanOrEqual(0.01);
  });
});

test('the name that its own people have for a country is that country, in whatever language', () => {
  const read = COUNTRY_CODES.flatMap((code) => {
    const home = new Intl.Locale(`und-${code}`).maximize();
    const name = new Intl.DisplayNames([home], { type: 'region', fallback: 'none' }).of(code);
    return name === undefined ? [] : [{ code, name, read: countryCode(name) }];
  });
  expect(read.length).toBeGreaterThan(200);
  expect(read.filter(({ code, read }) => code !== read)).toEqual([]);
});

test("no name in any of 78 languages is another country's", () => {
  // Vietnam's word for Russia is the code of Nigeria; one island has two parts.
  const known = ['Nga', 'São Martinho'];
  const wrong = countries.getSupportedLanguages().flatMap((language) => {
    const names = countries.getNames(language, { select: 'all' }) as unknown as Record<string, string | string[]>;
    return Object.entries(names).flatMap(([code, given]) =>
      [given].flat().filter((name) => (countryCode(name) ?? code) !== code && !known.includes(name)),
    );
  });
  expect(wrong).toEqual([]);
});

describe('a name that ISO, a shop system or people use beside those', () => {
  const english = Object.entries(
    countries.getNames('en', { select: 'all' } as never) as unknown as Record<string, string[]>,
  );

  test("is never another country's", () => {
    const wrong = english.flatMap(([code, names]) =>
      [names].flat().filter((name) => (countryCode(name) ?? code) !== code && code !== 'XK'),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ['U.S.A.', 'US'],
    ['United States of America', 'US'],
    ['Vereinigte Staaten von Amerika', 'US'],
    ['Great Britain', 'GB'],
    ['England', 'GB'],
    ['Scotland', 'GB'],
    ['Holland', 'NL'],
    ['The Netherlands', 'NL'],
    ['Czech Republic', 'CZ'],
    ['Russian Federation', 'RU'],
    ['Korea, Republic of', 'KR'],
    ['Moldova, Republic of', 'MD'],
    ['Bolivia, Plurinational State of', 'BO'],
    ['Viet Nam', 'VN'],
    ['Turkey', 'TR'],
    ['Türkiye', 'TR'],
    ['TÜRKİYE', 'TR'],
    ['Ivory Coast', 'CI'],
    ['Swaziland', 'SZ'],
    ['Macedonia', 'MK'],
    ['Burma', 'MM'],
    ['Saint Lucia', 'LC'],
    ['Trinidad and Tobago', 'TT'],
    ['Trinidad & Tobago', 'TT'],
    ['EL', 'GR'],
    ['GBR', 'GB'],
    ['日本', 'JP'],
    ['Polska', 'PL'],
    ['Oesterreich', 'AT'],
    ['Vereinigtes Koenigreich', 'GB'],
    ['República Checa', 'CZ'],
    ['Vietname', 'VN'],
    ['Lietuva', 'LT'],
    ['Bosnia-Herzegovina', 'BA'],
    ['Weißrussland', 'BY'],
    ['C&ocirc;te d&#039;Ivoire', 'CI'],
    ['ไทย', 'TH'],
  ])('%s is %s', (name, code) => expect(countryCode(name)).toBe(code));

  test.each(['Congo', 'Korea', 'Atlantis', 'Germany (FR)', 'constructor', '840', 'de-DE', 'Europe'])(
    '%s is left out',
    (name) => expect(countryCode(name)).toBeUndefined(),
  );
});
