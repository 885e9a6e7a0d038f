/** Numbers of every country and length, in every form, against the library asked directly: right or left out, never wrong. */
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { BARE_MOBILES, phone } from '../../../lambda/event/normalise/phone';
import { BUNDLES } from '../../../scripts/build-assets';
import { isValid, type Numbered, numbers, ofPersons, readBack } from './phone-numbers';

const e164 = ({ code, national }: Numbered): string => code + national;

const NUMBERS = numbers(8);

/** Also of fixed lines; E.164 has 15 digits at most. */
const OF_PERSONS = ofPersons(40).filter((number) => e164(number).length <= 15);

const parsed = (number: Numbered) => {
  const result = parsePhoneNumberFromString(`+${e164(number)}`);
  if (result === undefined) throw new Error(`${number.country} has an example that is none`);
  return result;
};

/** Where a zero is dialled before the number at home, as people write that abroad. */
const withBracketedZero = (number: Numbered): string =>
  parsed(number).formatNational().replace(/\D/g, '') === `0${number.national}`
    ? `+${number.code} (0) ${number.national}`
    : `+${e164(number)}`;

const inScript = (text: string, zero: number): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const flag = (country: string): string =>
  String.fromCodePoint(...[...country].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65));

/** As Java prints a double, which drops zeros at the end. */
const scientific = (digits: string): string =>
  `${digits[0]}.${digits.slice(1).replace(/0+$/, '') || '0'}E${digits.length - 1}`;

/** How a number may be written; `left` is the largest share of a form that may be left out. */
const FORMS: readonly { form: string; left: number; write: (number: Numbered) => string; country?: string }[] = [
  { form: 'E.164', left: 0, write: (number) => `+${e164(number)}` },
  { form: 'the digits of E.164', left: 0, write: e164 },
  { form: 'international, grouped', left: 0, write: (number) => parsed(number).formatInternational() },
  { form: 'national, grouped', left: 0, write: (number) => parsed(number).formatNational() },
  { form: 'national, digits', left: 0, write: (number) => parsed(number).formatNational().replace(/\D/g, '') },
  { form: 'national without its trunk prefix', left: 0.01, write: ({ national }) => national },
  { form: 'after 00', left: 0, write: (number) => `00${e164(number)}` },
  { form: 'as a URI', left: 0, write: (number) => parsed(number).format('RFC3966') },
  { form: 'as a URI, percent-encoded', left: 0, write: (number) => `tel:%2B${e164(number)}` },
  { form: 'with dots', left: 0, write: (number) => parsed(number).formatInternational().replace(/ /g, '.') },
  {
    form: 'with no-break blanks',
    left: 0,
    write: (number) => parsed(number).formatInternational().replace(/ /g, '\u00a0'),
  },
  { form: 'in brackets', left: 0, write: (number) => `(+${number.code}) ${number.national}` },
  { form: 'with the trunk zero in brackets', left: 0, write: withBracketedZero },
  { form: 'in Arabic digits', left: 0, write: (number) => inScript(`+${e164(number)}`, 0x660) },
  { form: 'in full-width digits', left: 0, write: (number) => inScript(`+${e164(number)}`, 0xff10) },
  { form: 'with an extension', left: 0, write: (number) => `${parsed(number).formatInternational()} ext. 12` },
  { form: 'labelled', left: 0, write: (number) => `Tél. : ${parsed(number).formatInternational()} (mobile)` },
  { form: 'after a flag', left: 0, write: (number) => `${flag(number.country)} +${e164(number)}` },
  { form: 'as a spreadsheet has it', left: 0, write: (number) => `${e164(number)}.0` },
  { form: 'as a spreadsheet shows it', left: 0.02, write: (number) => scientific(e164(number)) },
  { form: 'after 011 in the US', left: 0, write: (number) => `011${e164(number)}`, country: 'US' },
];

describe('generated phone numbers', () => {
  test('are of every country that has an example, and of every length', () => {
    expect(new Set(NUMBERS.map(({ country }) => country)).size).toBeGreaterThan(230);
    expect(NUMBERS.length).toBeGreaterThan(2_000);
  });

  test.each(FORMS)('$form: none is wrong, and at most $left are left out', ({ left, write, country }) => {
    const wrong: string[] = [];
    let unread = 0;
    for (const number of NUMBERS) {
      const text = write(number);
      const result = phone(text, country ?? number.country);
      if (typeof result !== 'string') unread += 1;
      else if (result !== e164(number) && readBack(text, number)) wrong.push(`${number.country} ${text} ${result}`);
    }
    expect(wrong).toEqual([]);
    expect(unread / NUMBERS.length).toBeLessThanOrEqual(left);
  });

  test('normalising again changes nothing, and without a country it is the same number or none', () => {
    const wrong = NUMBERS.filter((number) => {
      const once = phone(e164(number), number.country);
      if (typeof once !== 'string') return true;
      const anywhere = phone(once, undefined);
      return phone(once, number.country) !== once || (typeof anywhere === 'string' && anywhere !== once);
    });
    expect(wrong).toEqual([]);
  });

  test.each(['US', 'DE', 'IN', 'IT', 'AT', 'BR', 'MX', 'FR', 'GB', 'DK'])(
    'digits with the code of another country are read in %s as that number, unless people there write theirs just so',
    (country) => {
      const wrong = NUMBERS.filter((number) => {
        const result = phone(e164(number), country);
        if (typeof result !== 'string' || result === e164(number)) return false;
        return !isWrittenSo(e164(number), country as CountryCode);
      });
      expect(wrong).toEqual([]);
    },
  );

  test('with a digit changed, it is read if it is valid, and only then', () => {
    const changed = NUMBERS.flatMap(({ code, national }, index) =>
      [1, 2, 3, 4].map((round) => {
        const at = (index * 7 + round) % national.length;
        return { code, national: national.slice(0, at) + ((index + round) % 10) + national.slice(at + 1) };
      }),
    );
    const wrong = changed.filter(({ code, national }) => {
      const digits = code + national;
      return (phone(`+${digits}`, undefined) === digits) !== (isValid(digits) && !/^(\d)\1+$/.test(national));
    });
    expect(wrong).toEqual([]);
  });

  test('a number of a fixed line or a mobile is read in its country as the library writes it there', () => {
    const unread = OF_PERSONS.filter((number) => {
      const text = parsed(number).formatNational();
      return readBack(text, number) && phone(text, number.country) !== e164(number);
    });
    expect(OF_PERSONS.length).toBeGreaterThan(5_000);
    // Rwanda's 252 … is written as Somalia's code; Israel's 153 is no place's.
    expect(unread.map(({ country }) => country).filter((country) => !['RW', 'IL'].includes(country))).toEqual([]);
    expect(unread.length).toBeLessThan(5);
  });

  test('the countries whose bare mobiles pass for international numbers are those of the table', () => {
    const countries = NUMBERS.filter(({ national, ...number }) => {
      if (national.length < 11) return false;
      const result = parsed({ national, ...number });
      return result.getType() === 'MOBILE' && result.formatNational().replace(/\D/g, '') === national;
    }).map(({ country }) => country);
    expect(new Set(countries)).toEqual(new Set(BARE_MOBILES));
  });

  test('the plans in the bundle are trimmed of nothing that is read', async () => {
    const options: BuildOptions = { ...BUNDLES.ingest, format: 'cjs', banner: {} };
    const entry = path.join(__dirname, '../../../lambda/event/normalise/phone.ts');
    const { outputFiles = [] } = await build({ ...options, entryPoints: [entry] });
    const bundled = { exports: {} as { phone: typeof phone } };
    new Function('module', 'exports', outputFiles[0]?.text ?? '')(bundled, bundled.exports);
    for (const number of NUMBERS) {
      expect(bundled.exports.phone(number.national, number.country)).toEqual(phone(number.national, number.country));
    }
  });
});

/** Whether the digits are a number of that country as it is usually written there: a mobile, or no trunk prefix at all. */
function isWrittenSo(digits: string, country: CountryCode): boolean {
  const result = parsePhoneNumberFromString(digits, { defaultCountry: country, extract: false });
  if (result?.isValid() !== true) return false;
  return result.getType()?.includes('MOBILE') === true || result.formatNational().replace(/\D/g, '') === digits;
}
