/** Cities, states, postcodes and countries. */
import { accepted, digest, withUser } from '../../helpers/factories';

const sent = (field: string, value: unknown, country?: string) => {
  const { event, warnings } = accepted(withUser({ [field]: value, ...(country && { country }) }));
  return { digests: (event.user_data as Record<string, unknown>)[field], warnings };
};

describe('places are hashed as', () => {
  test.each([
    ['ct', 'New York', undefined, 'newyork'],
    ['ct', 'St. Louis', undefined, 'stlouis'],
    ['ct', 'Saint-Étienne', undefined, 'saint\u00e9tienne'],
    ['ct', "L'Aquila", undefined, 'laquila'],
    ['ct', 'MÜNCHEN', undefined, 'm\u00fcnchen'],
    ['ct', '東京', undefined, '東京'],
    ['ct', 'New York, NY, USA', 'US', 'newyork'],
    ['ct', 'Berlin, Germany', 'DE', 'berlin'],
    ['ct', 'Berlin, Deutschland', undefined, 'berlin'],
    ['ct', 'Paris, Texas', undefined, 'paris'],
    ['ct', 'London, Ontario', 'CA', 'london'],
    ['ct', 'Frankfurt, Main', 'DE', 'frankfurtmain'],
    ['ct', 'Tbilisi, Georgia', 'US', 'tbilisi'],
    ['st', 'California', 'US', 'ca'],
    ['st', 'NEW YORK', 'US', 'ny'],
    ['st', 'District of Columbia', 'US', 'dc'],
    ['st', 'D.C.', 'US', 'dc'],
    ['st', 'us-ca', 'US', 'ca'],
    ['st', 'California', undefined, 'ca'],
    ['st', 'British Columbia', 'CA', 'bc'],
    ['st', 'Québec', 'CA', 'qc'],
    ['st', 'Western Australia', 'AU', 'wa'],
    ['st', 'Washington', 'US', 'wa'],
    ['st', 'Victoria', 'Australia', 'vic'],
    ['st', 'NSW', 'AU', 'nsw'],
    ['zp', '94103-1234', 'US', '94103'],
    ['zp', '941031234', 'US', '94103'],
    ['zp', '94103-1234', undefined, '94103'],
    ['zp', 2134, 'US', '02134'],
    ['zp', '2134-1234', 'US', '02134'],
    ['zp', 'SW1A 1AA', 'GB', 'sw1a1aa'],
    ['zp', 'K1A-0B1', 'CA', 'k1a0b1'],
    ['zp', '1012 ab', 'NL', '1012ab'],
    ['zp', '01067', 'DE', '01067'],
    ['country', 'us', undefined, 'us'],
    ['country', 'USA', undefined, 'us'],
    ['country', 'United States', undefined, 'us'],
    ['country', 'UK', undefined, 'gb'],
    ['country', 'GBR', undefined, 'gb'],
    ['country', 'Deutschland', undefined, 'de'],
    ['country', 'Côte d’Ivoire', undefined, 'ci'],
    ['country', 'España', undefined, 'es'],
    ['country', 'the Netherlands', undefined, 'nl'],
  ])('%s %j in %s: %s', (field, value, country, normalised) => {
    expect(sent(field, value, country)).toEqual({ digests: [digest(normalised)], warnings: [] });
  });

  test.each([
    ['st', 'California', 'GB'],
    ['st', 'Bayern', 'DE'],
    ['st', 'constructor', undefined],
    ['ct', '...', undefined],
    ['zp', 'ABCDE', 'US'],
    ['zp', '12', 'US'],
    ['zp', '94103-12', 'US'],
    ['zp', '21341234', 'US'],
    ['country', 'Atlantis', undefined],
    ['country', 'constructor', undefined],
    ['country', 'ZZ', undefined],
    ['country', 840.5, undefined],
  ])('%s %j in %s is left out with a warning', (field, value, country) => {
    const { digests, warnings } = sent(field, value, country);
    expect(digests).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining(`"user_data.${field}" holds a value that is not`)]);
  });
});
