/** What shops, forms and spreadsheets write for a phone number, and why some of it is left out. */
import { phone } from '../../../lambda/event/normalise/phone';
import { accepted, withUser } from '../../helpers/factories';

const US = '14155550100';
const DE = '491701234567';

describe('phone numbers as they are written', () => {
  test.each([
    // Pinterest's own form, and the same digits as a national number.
    [DE, 'DE', DE],
    ['0491 1234567', 'DE', '494911234567'],
    ['15123456789', 'DE', '4915123456789'],
    ['4155550100', 'US', US],
    ['13612345678', 'CN', '8613612345678'],
    ['51912345678', 'BR', '5551912345678'],
    ['51912345678', 'PE', '51912345678'],
    // Spreadsheets.
    ['4155550100.0', 'US', US],
    ['14155550100.00', undefined, US],
    ['4155550100,0', 'US', US],
    ['4.155550100E+09', 'US', US],
    ['4.155550100E9', 'US', US],
    ['4.1555501E9', 'US', US],
    ['1.41555501E10', undefined, US],
    ["'+14155550100", undefined, US],
    ['="0170 1234567"', 'DE', DE],
    ['="01701234567"', 'DE', DE],
    ['+1.415.555.0100', undefined, US],
    ['[415] 555_0100', 'US', US],
    ['+1 415 555 0100,', undefined, US],
    ['0049 (0)170/1234567', 'DE', DE],
    // Labels and extensions.
    ['p:+14155550100', undefined, US],
    ['whatsapp:+14155550100', undefined, US],
    ['tel://+14155550100', undefined, US],
    ['tel:%2B1%20415%20555%200100', undefined, US],
    ['Tél : 0170 1234567', 'DE', DE],
    ['(M) 415-555-0100', 'US', US],
    ['415-555-0100 (mobile)', 'US', US],
    ['US +1 415 555 0100', undefined, US],
    ['🇺🇸 +1 415 555 0100', undefined, US],
    ['📞 +1 415 555 0100', undefined, US],
    ['Phone: 415-555-0100', 'US', US],
    ['Tel.: 0170 1234567', 'DE', DE],
    ['+1 415 555 0100 x5', undefined, US],
    ['tel:+1-415-555-0100;ext=5', undefined, US],
    ['+1 415 555 0100 #5', undefined, US],
    ['(415) 555-0100 (ext 12)', 'US', US],
    // Scripts, blanks and dashes.
    ['＋４９ １７０ １２３４５６７', undefined, DE],
    ['+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', undefined, '966501234567'],
    ['۰۹۱۲ ۳۴۵ ۶۷۸۹', 'IR', '989123456789'],
    ['+९१ ९८१२३ ४५६७८', undefined, '919812345678'],
    ['+1\u00A0415\u00A0555\u00A00100', undefined, US],
    ['\u202A+1 415\u2011555\u20130100\u202C', undefined, US],
    ['+1\u2060415\u200B5550100', undefined, US],
    // Prefixes of the past and of home.
    ['+39 06 1234 5678', undefined, '390612345678'],
    ['06 1234 5678', 'IT', '390612345678'],
    ['011 15 1234-5678', 'AR', '5491112345678'],
    ['044 55 1234 5678', 'MX', '525512345678'],
    ['01 55 1234 5678', 'MX', '525512345678'],
    ['+52 1 55 1234 5678', undefined, '525512345678'],
    ['0 15 11 91234-5678', 'BR', '5511912345678'],
    ['06 30 123 4567', 'HU', '36301234567'],
    ['8 (912) 345-67-89', 'RU', '79123456789'],
    ['8 (861) 234-56-78', 'RU', '78612345678'],
    ['8 029 123 45 67', 'BY', '375291234567'],
    ['80 29 123 45 67', 'BY', '375291234567'],
    ['8 612 34567', 'LT', '37061234567'],
    ['0 612 34567', 'LT', '37061234567'],
    ['8 65 123456', 'TM', '99365123456'],
    ['8 701 234 5678', 'KZ', '77012345678'],
    ['07 12 34 56 78', 'CI', '2250712345678'],
    ['0549 886123', 'SM', '3780549886123'],
    ['07781 123456', 'GG', '447781123456'],
    // Zeros and exit codes.
    ['+49 (0) 170 1234567', undefined, DE],
    ['(+49) 170 1234567', undefined, DE],
    ['49 (0)170 1234567', 'DE', DE],
    ['+00 49 170 1234567', undefined, DE],
    ['0044(0)20 7946 0018', undefined, '442079460018'],
    ['00 49 170 1234567', 'DE', DE],
    ['011 49 170 1234567', 'US', DE],
    ['0011 49 170 1234567', 'AU', DE],
    ['8~10 49 170 1234567', 'RU', DE],
    ['010 49 170 1234567', 'JP', DE],
    // Without a country, where it can be nothing else.
    ['12125551234', undefined, '12125551234'],
    ['1-361-234-5678', undefined, '13612345678'],
    ['1 (361) 234-5678', undefined, '13612345678'],
    ['0170/1234567', 'DE', DE],
  ])('%j in country %s is %s', (text, country, digits) => expect(phone(text, country)).toBe(digits));
});

const NOT_KNOWN = 'no country is known';
const NOWHERE = 'that can exist: no country has given it out';
const AMBIGUOUS = 'could be one of';
const LOST = 'a spreadsheet cut digits off';
const SEVERAL = 'more than one phone number';

describe('phone numbers that are left out, with the reason', () => {
  test.each([
    ['0000000000', undefined, NOT_KNOWN],
    ['0000000000', 'US', 'that can exist in US'],
    ['1234567890', 'US', 'that can exist in US'],
    ['5555555555', 'US', 'that can exist in US'],
    ['1234567890', undefined, NOT_KNOWN],
    ['911', 'US', 'that can exist in US'],
    ['0170 1234567', 'AQ', NOT_KNOWN],
    ['+10000000000', undefined, NOWHERE],
    ['+1 999 999 9999', undefined, NOWHERE],
    ['+44 1111111111', undefined, NOWHERE],
    ['+91 1111111111', undefined, NOWHERE],
    ['+91 99999 99999', undefined, NOWHERE],
    ['+4155550100.0', undefined, NOWHERE],
    ['13612345678', undefined, `${AMBIGUOUS} CN`],
    ['15012345678', undefined, `${AMBIGUOUS} CN`],
    [13612345678, undefined, `${AMBIGUOUS} CN`],
    ['34912345678', undefined, `${AMBIGUOUS} BR`],
    ['33912345678', undefined, `${AMBIGUOUS} BR`],
    ['49912345678', undefined, `${AMBIGUOUS} BR`],
    ['1 55 1234 5678', 'MX', `${AMBIGUOUS} MX`],
    ['4.15555E+09', 'US', LOST],
    ['4,15555E+09', 'US', LOST],
    ['0170 1234567 / 0171 7654321', 'DE', SEVERAL],
    ['0170 1234567, 0171 7654321', 'DE', SEVERAL],
    ['0170 1234567 or 0171 7654321', 'DE', SEVERAL],
    ['4155550100 4155550101', 'US', SEVERAL],
    ['030 901820 / 21', 'DE', SEVERAL],
    ['1-800-FLOWERS', 'US', 'a value that is not a phone number'],
  ])('%j in country %s', (text, country, reason) => {
    const { event, warnings } = accepted(withUser({ phone: text, country }));
    expect(event.user_data).not.toHaveProperty('ph');
    const warning = warnings.find((one) => one.includes('"user_data.ph"'));
    expect(warning).toContain(reason);
    expect(warning?.replace(/user_data\.\w+/g, '')).not.toMatch(/\d/);
  });

  test('a long text of any of the marks that it looks for is read in no time', () => {
    const start = performance.now();
    for (const mark of [
      '1',
      ' ',
      '(',
      '.',
      ',',
      '/',
      'x',
      '#',
      "'",
      ' or ',
      '1 ',
      '1x',
      '+',
      '\u200B',
      '१',
      'ext',
      '1/',
    ]) {
      phone(mark.repeat(1_000 / mark.length), 'US');
    }
    expect(performance.now() - start).toBeLessThan(200);
  });
});
