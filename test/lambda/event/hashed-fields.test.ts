/** The rules that all hashed fields of `user_data` share. */
import { DIGEST_FIELDS } from '../../../lambda/event/digest-fields';
import { accepted, digest, rawEvent, withUser } from '../../helpers/factories';

const DIGEST = 'b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514';
const OF_NOTHING = digest('');

/** The `user_data` that leaves, of an event with these fields. */
const userData = (fields: object) => accepted(withUser(fields)).event.user_data;

describe("values hashed by Pinterest's documented rules", () => {
  // SHA-256 of the normalised texts, computed apart from this code.
  test.each([
    ['em', ' User@Example.COM ', 'b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514'],
    ['ph', '14155550123', '413ba75461ab5f99d36820e561ea97e2bd80f9cb586f7ecea6cf4c496518950a'],
    ['ge', 'f', '252f10c83610ebca1a059c0bae8255eba2f95be4d1d7bcfa89d7248a82d9f111'],
    ['ge', 'm', '62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a'],
    ['ge', 'n', '1b16b1df538ba12dc3f97edbb85caa7050d46c148134290feba80f8236c83db9'],
    ['db', '1997-12-26', '069068313b0b2dd680b9f0b8082228a817fb100433ad1d825ccc4d20123669a8'],
    ['fn', 'Jane', '81f8f6dde88365f3928796ec7aa53f72820b06db8664f5fe76a7eb13e24546a2'],
    ['ln', 'Doe', '799ef92a11af918e3fb741df42934f3b568ed2d93ac1df74f1b8d41a27932a6f'],
    ['ct', 'New York', '350c754ba4d38897693aa077ef43072a859d23f613443133fecbbd90a3512ca5'],
    ['st', 'CA', '6959097001d10501ac7d54c0bdb8db61420f658f2922cc26e46d536119a31126'],
    ['zp', '94103', '91dc2519ea98c5002cf2091e6a12b772eafdce9dca618e626d7d3b8275361789'],
    ['country', 'US', '79adb2a2fce5c6ba215fe5f27f532d4e7edbac4b6a5e09e1ef3a08084a904621'],
    ['external_id', 'user-12345', '43a2f41a7bffacce74013d74a2f459db5d69d38e061cb8d0e5e262102e2d98d7'],
  ])('%s %j', (field, value, hash) => {
    expect(userData({ [field]: value })).toMatchObject({ [field]: [hash] });
  });

  test('spelled-out names are the same fields', () => {
    const spelledOut = {
      ...{ email: 'zoe@example.com', phone: '+14155550123', gender: 'female', date_of_birth: '1997-12-26' },
      ...{ first_name: 'Jane', last_name: 'Doe', city: 'Oslo', state: 'CA', zip: '94103', mobile_ad_id: 'AB-12' },
    };
    const short = {
      ...{ em: 'zoe@example.com', ph: '+14155550123', ge: 'female', db: '1997-12-26' },
      ...{ fn: 'Jane', ln: 'Doe', ct: 'Oslo', st: 'CA', zp: '94103', hashed_maids: 'AB-12' },
    };
    const { event, warnings } = accepted(rawEvent({ user_data: spelledOut }));
    expect(event.user_data).toEqual(accepted(rawEvent({ user_data: short })).event.user_data);
    expect(Object.keys(event.user_data).sort()).toEqual(Object.keys(short).sort());
    expect(warnings).toEqual([]);
  });

  test('an alias and its field together give both values', () => {
    expect(
      accepted(rawEvent({ user_data: { em: 'a@example.com', email: 'b@example.com' } })).event.user_data.em,
    ).toEqual([digest('a@example.com'), digest('b@example.com')]);
  });
});

describe.each(Object.keys(DIGEST_FIELDS))('user_data.%s', (field) => {
  const rest = field === 'em' ? { hashed_maids: 'a-device' } : { em: 'user@example.com' };
  const verdict = (value: unknown) => accepted(rawEvent({ user_data: { ...rest, [field]: value } }));
  const sent = (value: unknown) => verdict(value).event.user_data[field as keyof typeof DIGEST_FIELDS];

  test.each([DIGEST, ` ${DIGEST}\n`, DIGEST.toUpperCase(), [DIGEST]])('a digest is kept as it is: %j', (value) => {
    expect(sent(value)).toEqual([DIGEST]);
  });

  // As the name of a person or a town these are told of: see the test of names.
  const words = ['fn', 'ln', 'ct'].includes(field) ? [] : ['null', 'NULL', 'None'];
  test.each([undefined, null, '', '   ', '\t\n', 'undefined', ...words, 'NaN', 'n/a', [], [null, ' ']])(
    'a blank is absent, without a word: %j',
    (value) => {
      const { event, warnings } = verdict(value);
      expect(event.user_data).not.toHaveProperty(field);
      expect(warnings).toEqual([]);
    },
  );

  test('the digest of an empty text is left out: it would make all such visitors one person', () => {
    const { event, warnings } = verdict(OF_NOTHING.toUpperCase());
    expect(event.user_data).not.toHaveProperty(field);
    expect(warnings).toEqual([`"user_data.${field}" holds the digest of an empty text; that value was left out`]);
  });

  test('many values stay many, duplicates go, and what is no value does not take the others along', () => {
    const other = digest('another');
    const { event, warnings } = verdict([DIGEST, other, ` ${DIGEST.toUpperCase()}`, null, {}, true, ['nested']]);
    expect(event.user_data).toMatchObject({ [field]: [DIGEST, other] });
    expect(warnings).toEqual([expect.stringMatching(`^"user_data.${field}" holds a value that is not .*left out$`)]);
  });

  test.each(['M\uFFFDller\uFFFD@example.com', 'Zoe\uD83D@example.com'])(
    'a text that lost its letters to a wrong encoding is left out: its hash could never match (%j)',
    (value) => expect(sent(value)).toBeUndefined(),
  );
});

describe.each(Object.keys(DIGEST_FIELDS))('made to keep the function busy, user_data.%s', (field) => {
  const rest = field === 'em' ? { hashed_maids: 'a-device' } : { em: 'user@example.com' };
  const left = (value: unknown) => accepted(rawEvent({ user_data: { ...rest, [field]: value } }));

  test('is left out when a value is longer than any of a person', () => {
    // Putting so many marks into their canonical order would take minutes.
    const { event, warnings } = left(`a${'\u0301\u0327'.repeat(500_000)}`);
    expect(event.user_data).not.toHaveProperty(field);
    expect(warnings).toEqual([expect.stringContaining(`"user_data.${field}" holds a value that is not`)]);
  });

  test('gives the first hundred of its values', () => {
    const digests = Array.from({ length: 100_000 }, (_, index) => digest(`value ${index}`));
    const { event, warnings } = left(digests);
    expect(event.user_data).toHaveProperty(field, digests.slice(0, 100));
    expect(warnings).toEqual([`"user_data.${field}" holds 100000 values; those after the first 100 were left out`]);
  });
});
