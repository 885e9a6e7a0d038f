/** Every country's numbers, against the examples of the library that knows them. */
import { getCountries, getExampleNumber } from 'libphonenumber-js';
import examples from 'libphonenumber-js/examples.mobile.json';
import { phone } from '../../../lambda/event/normalise/phone';

const EXAMPLES = getCountries().flatMap((country) => {
  const example = getExampleNumber(country, examples as unknown as Parameters<typeof getExampleNumber>[1]);
  return example === undefined ? [] : [{ country, example }];
});

describe('phone numbers of every country', () => {
  test('are those of more than 200 countries', () => expect(EXAMPLES.length).toBeGreaterThan(200));

  test.each(EXAMPLES)('$country: written for callers from abroad', ({ example }) => {
    expect(phone(example.formatInternational(), undefined)).toBe(example.number.slice(1));
    expect(phone(example.number, 'US')).toBe(example.number.slice(1));
  });

  test.each(EXAMPLES)('$country: written for callers within it', ({ country, example }) => {
    expect(phone(example.formatNational(), country)).toBe(example.number.slice(1));
  });
});
