/** Texts made to keep a pattern busy: a longer one takes longer in proportion, not by its square. */
import { accept } from '../../../lambda/event/accept';
import { email } from '../../../lambda/event/normalise/email';
import { POLICY, rawEvent, SERVER } from '../../helpers/factories';
import { BELOW_THE_SQUARE, growth } from '../../helpers/growth';

const MADE_FOR_EMAIL = [
  ['ats, then commas', (n: number) => '@'.repeat(n) + ','.repeat(n)],
  ['ats, then blanks, then bars', (n: number) => '@'.repeat(n) + ' '.repeat(n) + '|'.repeat(n)],
  ['blanks inside of an address', (n: number) => `a${' '.repeat(n)}b@x.example`],
  ['opening brackets', (n: number) => `${'<'.repeat(n)}a${'>'.repeat(n)}<`],
] as const;

test.each(MADE_FOR_EMAIL)('an e-mail address of %s', (_, make) => {
  expect(growth(make, email)).toBeLessThan(BELOW_THE_SQUARE);
});

const url = (query: string) => ({ event_source_url: `https://shop.example/${query}` });
const user = (fields: object) => ({ user_data: { em: 'a@x.example', ...fields } });
const custom = (custom_data: object) => ({ custom_data });
const many = (count: number, text: string) => Array.from({ length: count }, (_, index) => `${text}${index}`);

/** Some thirty characters each time, so that the longer event has about 256 kB. */
const MADE_FOR_EVENTS: readonly (readonly [string, (n: number) => object])[] = [
  ['parameters', (n) => url(`?${'name=%40a%2540b.c&x=eyJ.a.b&'.repeat(n)}`)],
  ['a parameter of percent signs', (n) => url(`?q=${'%25'.repeat(10 * n)}`)],
  ['a page to go to in a page to go to', (n) => url(`?${'url=https%3A%2F%2Fa%3Fb%3D'.repeat(n)}`)],
  ['JSON in a parameter', (n) => url(`?q=${'{"a":"%22b%22:'.repeat(2 * n)}`)],
  ['slashes and semicolons', (n) => url('/;@%'.repeat(8 * n))],
  ['ats and points', (n) => custom({ search_string: 'a@.a@a.'.repeat(4 * n) })],
  ['ats, then points', (n) => custom({ search_string: '@'.repeat(16 * n) + '.'.repeat(16 * n) })],
  ['ids of templates', (n) => custom({ content_ids: many(n, '%7B%7B{{x}}[object #{undefined}') })],
  ['one id of marks', (n) => custom({ order_id: '{{<%'.repeat(4 * n) + '[object '.repeat(2 * n) })],
  ['zeros', (n) => custom({ order_id: `${'0-'.repeat(16 * n)}!` })],
  [
    'lines of an order',
    (n) => custom({ contents: many(n, 'x').map((id) => ({ id, quantity: 1, price: '1,299.00' })) }),
  ],
  ['a list in a text', (n) => custom({ contents: JSON.stringify(many(n, '0123456789012345678901234567')) })],
  ['brackets', (n) => custom({ contents: '['.repeat(32 * n) })],
  ['flags', (n) => ({ opt_out_type: `${' ["LDP"]'.repeat(4 * n)}!` })],
  ['consent', (n) => ({ consent: ' -_c0004'.repeat(4 * n) })],
  [
    'objects of consent',
    (n) => ({ consent: Object.fromEntries(many(n, 'vendor of something').map((key) => [key, {}])) }),
  ],
  ['keys', (n) => Object.fromEntries(many(n, 'Limited_Data-Use of nobody').map((key) => [key, 1]))],
  ['an event name', (n) => ({ event_name: 'add to cart '.repeat(3 * n) })],
  ['addresses', (n) => user({ client_ip_address: many(n, '10.0.0.1, unknown, ::ffff:10.0') })],
  ['a user agent', (n) => user({ client_user_agent: 'Mozilla/5.0 (bot; +http '.repeat(n) })],
  ['values of a person', (n) => user({ ph: many(n, '+49 (0) 170 / 1234567 ext. ') })],
  ['languages', (n) => ({ language: 'en-us,de;q=0.9 '.repeat(2 * n) })],
];

test.each(MADE_FOR_EVENTS)('an event of %s', (_, make) => {
  const ask = (event: object) => accept(rawEvent(event), SERVER, POLICY);
  expect(growth(make, ask, 1_000)).toBeLessThan(BELOW_THE_SQUARE);
});
