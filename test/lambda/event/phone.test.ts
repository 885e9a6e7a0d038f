/** Phone numbers become the digits of E.164, whatever way people write them. */
import { accepted, digest, SERVER, withUser } from '../../helpers/factories';

const US = '14155550100';
const UK = '442079460018';

describe('phone numbers', () => {
  test.each([
    ['(415) 555-0100', 'US', US],
    ['415.555.0100', 'US', US],
    ['1-415-555-0100', 'US', US],
    ['+1 (415) 555-0100', undefined, US],
    ['+14155550100', undefined, US],
    ['14155550100', undefined, US],
    [14155550100, undefined, US],
    ['tel:+1-415-555-0100', undefined, US],
    ['+1 415 555 0100 ext. 5', undefined, US],
    ['\u202A+1 415 555 0100\u202C', undefined, US],
    ['0044 20 7946 0018', undefined, UK],
    ['00 44 20 7946 0018', undefined, UK],
    ['0044 20 7946 0018', 'US', UK],
    ['+44 (0)20 7946 0018', undefined, UK],
    ['+44 20 7946 0018', 'US', UK],
    ['020 7946 0018', 'GB', UK],
    ['020 7946 0018', 'United Kingdom', UK],
    ['020 7946 0018', 'UK', UK],
    ['442079460018', 'US', UK],
    ['020 7946 0018', digest('gb'), UK],
    ['020 7946 0018', ` ${digest('gb').toUpperCase()} `, UK],
    ['011 44 20 7946 0018', 'US', UK],
    ['(030) 901820', 'DE', '4930901820'],
    ['030 / 901820', 'de', '4930901820'],
    ['06 12 34 56 78', 'FR', '33612345678'],
    ['0041 (0)44 668 18 00', undefined, '41446681800'],
  ])('%j in country %s is %s', (phone, country, digits) => {
    const { event, warnings } = accepted(withUser({ phone, country }));
    expect(event.user_data.ph).toEqual([digest(digits)]);
    expect(warnings).toEqual([]);
  });

  test.each([
    ['(415) 555-0100', undefined],
    ['4155550100', undefined],
    ['020 7946 0018', undefined],
    ['020 7946 0018', 'Atlantis'],
    ['5', 'US'],
    ['00000000000', 'US'],
    ['+', 'US'],
    ['tel:', 'US'],
    ['call me', 'US'],
    ['9'.repeat(300), 'US'],
  ])('%j in country %s is left out with a warning', (phone, country) => {
    const { event, warnings } = accepted(withUser({ phone, country }));
    expect(event.user_data).not.toHaveProperty('ph');
    expect(warnings).toContainEqual(expect.stringContaining('"user_data.ph" holds a value that is not a phone number'));
  });

  test('without a country of its own, an event is read in the country of the pipeline', () => {
    const inCountry = (defaultCountry: string, country?: string) =>
      accepted(withUser({ phone: '020 7946 0018', country }), SERVER, { defaultCountry }).event.user_data.ph;
    expect(inCountry('GB')).toEqual([digest(UK)]);
    expect(inCountry('FR', 'GB')).toEqual([digest(UK)]);
  });

  test('a country that is hashed already does not hinder a number with its country code', () => {
    const { event } = accepted(withUser({ phone: '+44 20 7946 0018', country: digest('gb') }));
    expect(event.user_data).toMatchObject({ ph: [digest(UK)], country: [digest('gb')] });
  });
});
