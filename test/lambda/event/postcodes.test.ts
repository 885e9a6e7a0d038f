/** Postcodes and states, generated from the tables and written in all the ways that people and programs write them. */
import countries from 'i18n-iso-countries';
import { postcode } from '../../../lambda/event/normalise/postcode';
import { POSTCODE_PLANS } from '../../../lambda/event/normalise/postcode-plans';
import { state } from '../../../lambda/event/normalise/state';
import { STATES } from '../../../lambda/event/normalise/states';

/** A code of that many digits, without a zero in front. */
const digits = (length: number): string => '4271835096'.slice(0, length);

const CODES = [...POSTCODE_PLANS].flatMap(([country, { lengths, prefixes, zeros }]) =>
  lengths
    .filter((length) => length < 9 || country === 'IR')
    .map((length) => ({ country, prefixes, zeros, length, code: digits(length) })),
);

const wide = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

describe('a postcode of a country whose codes are digits', () => {
  test.each(CODES)('$country, $length digits: is the same however it is written', ({ country, prefixes, code }) => {
    const written = [
      code,
      ` ${code} `,
      `${code.slice(0, 3)} ${code.slice(3)}`,
      `${code.slice(0, 3)}-${code.slice(3)}`,
      `${code}.0`,
      wide(code),
      ...[
        country,
        ...prefixes,
        countries.alpha2ToAlpha3(country)?.replace('XKK', 'XKX') ?? country,
        'PLZ',
        'CP',
      ].flatMap((sign) => [`${sign}-${code}`, `${sign} ${code}`, `${sign.toLowerCase()}${code}`]),
    ];
    expect(written.map((text) => postcode(text, country))).toEqual(written.map(() => code));
    expect(postcode(postcode(code, country) ?? '', country)).toBe(code);
  });

  test.each(CODES.filter(({ zeros }) => zeros > 0))(
    '$country: gets back the zero that a spreadsheet cut',
    ({ country, length, code }) => {
      const [own = 0] = POSTCODE_PLANS.get(country)?.lengths ?? [];
      if (length !== own) return;
      const cut = code.slice(1);
      expect(postcode(cut, country)).toBe(`0${cut}`);
      expect(postcode(`${cut}.0`, country)).toBe(`0${cut}`);
    },
  );

  test.each(CODES)(
    '$country, $length digits: is left out with digits too many, with letters, and when it is nothing but zeros',
    ({ country, code }) => {
      for (const text of [`${code}123456`, `${code}X`, `QQ-${code}`, '0', code.replace(/\d/g, '0')])
        expect(postcode(text, country)).toBeUndefined();
    },
  );
});

describe('a postcode with letters keeps them', () => {
  test.each([
    ['SW1A 1AA', 'GB', 'sw1a1aa'],
    ['GB-SW1A 1AA', 'GB', 'sw1a1aa'],
    ['k1a-0b1', 'CA', 'k1a0b1'],
    ['1012 AB', 'NL', '1012ab'],
    ['NL-1012 AB', 'NL', '1012ab'],
    ['NL 1012 AB', 'NL', '1012ab'],
    ['GB SW1A 1AA', 'GB', 'sw1a1aa'],
    ['CA K1A 0B1', 'CA', 'k1a0b1'],
    ['CA1 1AA', 'GB', 'ca11aa'],
    ['NL1 2AB', 'CA', 'nl12ab'],
    ['AI-2640', 'AI', 'ai2640'],
    ['GBZ 1AA', 'GI', 'gbz1aa'],
    ['D02 AF30', 'IE', 'd02af30'],
    ['C1002AAP', 'AR', 'c1002aap'],
    ['VLT 1117', 'MT', 'vlt1117'],
    ['AD500', 'AD', 'ad500'],
    ['BB11000', 'BB', 'bb11000'],
    ['HM 12', 'BM', 'hm12'],
  ])('%s in %s is %s', (text, country, code) => {
    expect(postcode(text, country)).toBe(code);
    expect(postcode(code, country)).toBe(code);
  });
});

test.each([
  ['D-10115', '10115'],
  ['CH-8001', '8001'],
  ['A-1010', '1010'],
  ['X-12345', 'x12345'],
  ['94103-1234', '94103'],
])('without a country, %s is %s', (text, code) => expect(postcode(text, undefined)).toBe(code));

describe.each(Object.entries(STATES))('a state of %s', (country, states) => {
  test.each(Object.entries(states))('%s is the same by code, name and abbreviation', (code, names) => {
    const written = [
      code,
      code.toUpperCase(),
      `${country}-${code}`,
      ...names.split(';'),
      ...names.split(';').map((name) => name.toUpperCase()),
    ];
    expect(written.map((text) => state(text, country))).toEqual(written.map(() => code));
    expect(state(`${names.split(';')[0]} (${code.toUpperCase()})`, country)).toBe(code);
  });

  test.each(['XX', 'ZZ', 'XYZ', 'Bayern', '12'])('%s is none, and left out', (text) =>
    expect(state(text, country)).toBeUndefined(),
  );
});

test.each([
  ['BY', 'DE', 'by'],
  ['de-by', 'DE', 'by'],
  ['SP', 'BR', 'sp'],
  ['CMX', 'MX', 'cmx'],
  ['XYZ', 'DE', undefined],
  ['Cal', undefined, undefined],
  ['NSW', undefined, 'nsw'],
  ['California, USA', 'US', 'ca'],
  ['CA - California', 'US', 'ca'],
  ['California - CA', 'US', 'ca'],
  ['N. Carolina', 'US', 'nc'],
  ['W Virginia', 'US', 'wv'],
  ['California, USA', undefined, 'ca'],
  ['13', 'JP', undefined],
])('%s in %s is %s', (text, country, code) => expect(state(text, country)).toBe(code));
