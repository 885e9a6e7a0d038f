/** `user_data` as shops' forms and systems write it: right, in every spelling, hashed already, blank, broken. */
import fc from 'fast-check';
import { given, mixedCase, rarely, unknownKeys } from './value';

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`));

const NAMES = "Jane,O'Neill,Zoë,Łukasz,Дмитрий,山田太郎,Mary   Ann,Jean-Luc,Quartermain,ÅSA".split(',');
const name = fc.oneof(mixedCase(fc.constantFrom(...NAMES)), fc.string({ unit: 'grapheme', minLength: 1 }));

const email = mixedCase(
  fc
    .tuple(
      fc.stringMatching(/^[A-Za-z0-9.+_-]{1,20}$/),
      fc.constantFrom('Example.com', 'shop.co.uk', 'münchen.example'),
    )
    .chain(([local, host]) =>
      fc.constantFrom(`${local}@${host}`, `Jane <${local}@${host}>`, `mailto:${local}@${host}`, `${local} @${host}`),
    ),
);

const phone = fc.oneof(
  digits(2).chain((d) =>
    fc.constantFrom(`(415) 555-01${d}`, `+1 415 555 01${d}`, `1.415.555.01${d}`, Number(`141555501${d}`)),
  ),
  digits(3).chain((d) => fc.constantFrom(`0044 20 7946 0${d}`, `+44 (0)20 7946 0${d}`, `020 7946 0${d}`)),
  digits(4).chain((d) => fc.constantFrom(`030 / 90${d}`, `tel:+49-30-90${d}`, `00 41 44 668 ${d}`, `+7${d}`)),
);

const birthDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2015-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).split('-'))
  .chain(([y = '', m = '', d = '']) =>
    fc.constantFrom<unknown>(
      ...[
        `${y}-${m}-${d}`,
        `${y}${m}${d}`,
        Number(`${y}${m}${d}`),
        `${d}.${m}.${y}`,
        `${m}/${d}/${y}`,
        `${d}/${m}/${y}`,
      ],
      ...[`${y}-${m}-${d}T00:00:00Z`, `${Number(d)} Dec ${y}`, `January ${Number(d)}, ${y}`],
    ),
  );

const listed = (...texts: string[]) => mixedCase(fc.constantFrom(...texts));
const anyId = fc.oneof(
  fc.uuid(),
  fc.nat(),
  fc.stringMatching(/^[A-Za-z0-9_-]{1,30}$/),
  fc.uuid().map((id) => id.toUpperCase()),
);

/** Right values of each hashed field, in clear. */
const CLEAR = {
  em: email,
  ph: phone,
  ge: listed('f', 'Female', 'M', 'man', 'Non-Binary', 'x', 'diverse', 'unknown'),
  db: birthDate,
  ln: name,
  fn: name,
  ct: fc.oneof(listed('St. Louis', 'Zürich', 'San José', "L'Aquila", '東京', 'New York'), name),
  st: listed('California', 'ny', 'Québec', 'New South Wales', 'US-CA', 'D.C.', 'Bayern', 'NSW', 'Île-de-France'),
  zp: fc.oneof(listed('94103-1234', 'SW1A 1AA', 'K1A 0B1', '1012 ab', '01067', '94103'), fc.nat(99_999)),
  country: listed('US', 'United States', 'Deutschland', 'gb', 'UK', 'CAN', 'España', 'Australia', 'Atlantis', 'fr'),
  external_id: anyId,
  hashed_maids: anyId,
};

export type HashedField = keyof typeof CLEAR;
export const HASHED_FIELDS = Object.keys(CLEAR) as HashedField[];

const hashed = mixedCase(fc.stringMatching(/^[0-9a-f]{64}$/));

const person = (right: fc.Arbitrary<unknown>) => {
  const value = fc.oneof({ weight: 5, arbitrary: right }, { weight: 1, arbitrary: hashed });
  return given(
    fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.array(given(value), { maxLength: 4 }) }),
  );
};

/** Hashed fields under Pinterest's names, each absent in half of the cases. */
export const hashedFields = fc.record(
  Object.fromEntries(Object.entries(CLEAR).map(([key, right]) => [key, person(right)])) as Record<
    HashedField,
    fc.Arbitrary<unknown>
  >,
  { requiredKeys: [] },
);

const spelledOut = fc.record(
  {
    email: person(email),
    phone: person(phone),
    first_name: person(name),
    zip: person(CLEAR.zp),
    state: person(CLEAR.st),
  },
  { requiredKeys: [] },
);

export const USER_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1';

const inClear = fc.record(
  {
    click_id: given(fc.stringMatching(/^[A-Za-z0-9_=-]{1,60}$/)),
    partner_id: given(fc.constantFrom('XY123', 7)),
    client_ip_address: given(fc.oneof(fc.ipV4(), fc.ipV6(), fc.constantFrom('0.0.0.0', '203.0.113.7:443'))),
    client_user_agent: given(fc.constantFrom(USER_AGENT, 'Dalvik/2.1.0 (Linux; U; Android 16)', 'Shop/7.9 CFNetwork')),
    customer_type: given(fc.constantFrom('new', 'Returning', 'old')),
  },
  { requiredKeys: [] },
);

/** What most shops send, so that most people can be matched. */
const identity = fc.oneof(
  fc.record({ em: email }),
  fc.record({ hashed_maids: fc.uuid() }),
  fc.record({
    client_ip_address: fc.ipV4().map((ip) => ip.replace(/^\d+/, '81')),
    client_user_agent: fc.constant(USER_AGENT),
  }),
);

export const userData: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(identity, hashedFields, spelledOut, inClear, rarely(5, unknownKeys))
  .map((parts) => Object.assign({}, ...parts));
