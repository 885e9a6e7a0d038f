/** E-mail addresses, names, genders, birth dates, ids: what is hashed of what people write. */
import { accepted, digest, withUser } from '../../helpers/factories';

const sent = (field: string, value: unknown, country?: string) => {
  const { event, warnings } = accepted(withUser({ [field]: value, country }));
  return { user: event.user_data as Record<string, unknown>, warnings };
};

const expectHashOf = (field: string, value: unknown, normalised: string, country?: string) =>
  expect(sent(field, value, country).user[field]).toEqual([digest(normalised)]);

const expectLeftOut = (field: string, value: unknown, country?: string) => {
  const { user, warnings } = sent(field, value, country);
  expect(user).not.toHaveProperty(field);
  expect(warnings).toContainEqual(expect.stringContaining(`"user_data.${field}" holds a value that is not`));
};

describe('names are hashed as UTF-8, in lower case', () => {
  test.each([
    ['  Jane ', 'jane'],
    ['MARY   ANN', 'mary ann'],
    ["O'Brien", "o'brien"],
    ['Jean-Luc', 'jean-luc'],
    ['Zoë', 'zo\u00eb'],
    ['ÅSA', '\u00e5sa'],
    ['Müller', 'm\u00fcller'],
    ['Łukasz', '\u0142ukasz'],
    ['Дмитрий', 'дмитрий'],
    ['山田', '山田'],
  ])('%s as %s', (value, normalised) => {
    expectHashOf('fn', value, normalised);
    expectHashOf('ln', value, normalised);
  });

  test.each([
    ['fn', 'Zoë'],
    ['ln', 'Nguyễn'],
    ['ct', 'Zürich'],
    ['st', 'Québec'],
  ])('%s %s has one hash, composed or decomposed', (field, value) => {
    const country = field === 'st' ? 'CA' : undefined;
    const composed = sent(field, value.normalize('NFC'), country).user[field];
    expect(composed).toHaveLength(1);
    expect(sent(field, value.normalize('NFD'), country).user[field]).toEqual(composed);
  });
});

describe('e-mail addresses are hashed in lower case without blanks', () => {
  test.each([' Jane.DOE+shop@Example.co.uk ', 'jane.doe+shop @example.co.uk', '\tJANE.DOE+SHOP@EXAMPLE.CO.UK\n'])(
    '%j',
    (value) => expect(sent('em', value).user.em).toEqual([digest('jane.doe+shop@example.co.uk')]),
  );

  test.each(['jane', 'jane@', '@example.com', 'jane@localhost', 'a@b@example.com', 'jane@example.', 42, true])(
    'what is none is left out, and the others stay: %j',
    (value) => {
      const { user, warnings } = sent('em', ['other@example.com', value]);
      expect(user.em).toEqual([digest('other@example.com')]);
      expect(warnings).toEqual(['"user_data.em" holds a value that is not an e-mail address; that value was left out']);
    },
  );
});

describe('gender words become the one letter that Pinterest takes', () => {
  test.each([
    ...['f', 'F', 'female', 'Female', 'woman', 'w'].map((word) => [word, 'f']),
    ...['m', 'M', 'male', 'Man'].map((word) => [word, 'm']),
    ...['n', 'x', 'non-binary', 'Non Binary', 'nonbinary', 'diverse'].map((word) => [word, 'n']),
  ])('%s is %s', (word, letter) => expectHashOf('ge', word, letter ?? ''));

  test.each(['unknown', 'constructor', 'toString', '1', 2, {}])('%j is left out', (word) => expectLeftOut('ge', word));
});

describe('birth dates become YYYYMMDD', () => {
  test.each([
    ['1997-12-26', undefined, '19971226'],
    ['19971226', undefined, '19971226'],
    [19971226, undefined, '19971226'],
    ['1997/12/26', undefined, '19971226'],
    ['1997.12.26', undefined, '19971226'],
    ['1997-1-5', undefined, '19970105'],
    ['1997-12-26T00:00:00Z', undefined, '19971226'],
    ['26.12.1997', undefined, '19971226'],
    ['5.1.1997', undefined, '19970105'],
    ['26/12/1997', undefined, '19971226'],
    ['12/26/1997', undefined, '19971226'],
    ['05/05/1997', undefined, '19970505'],
    ['03/04/1997', 'US', '19970304'],
    ['03/04/1997', 'GB', '19970403'],
    ['03.04.1997', 'US', '19970403'],
    ['26 December 1997', undefined, '19971226'],
    ['26. Dec 1997', undefined, '19971226'],
    ['December 26, 1997', undefined, '19971226'],
    ['Dec 26th, 1997', undefined, '19971226'],
    ['2000-02-29', undefined, '20000229'],
  ])('%j (country %s) is %s', (value, country, normalised) => expectHashOf('db', value, normalised, country));

  test.each([
    ['03/04/1997', undefined],
    ['1997-02-30', undefined],
    ['1999-02-29', undefined],
    ['1997-13-01', undefined],
    ['13/13/1997', 'US'],
    ['0000-00-00', undefined],
    ['1800-01-01', undefined],
    ['26/12/97', undefined],
    ['26 Smarch 1997', undefined],
    ['yesterday', undefined],
  ])('%j (country %s) names no one day and is left out', (value, country) => expectLeftOut('db', value, country));
});

describe('ids', () => {
  test("an external id is hashed in the shop's own spelling", () => {
    expectHashOf('external_id', ' User-ABC ', 'User-ABC');
    expectHashOf('external_id', 12345, '12345');
  });

  test('an advertising id is hashed in lower case', () => {
    expectHashOf('hashed_maids', 'EA7583CD-A667-48BC-B806-42ECB2B48606', 'ea7583cd-a667-48bc-b806-42ecb2b48606');
  });

  test('the zeros of a device that limits tracking are no advertising id', () => {
    const { user, warnings } = sent('hashed_maids', '00000000-0000-0000-0000-000000000000');
    expect(user).not.toHaveProperty('hashed_maids');
    expect(warnings).toEqual([expect.stringContaining('zeros alone')]);
  });
});
