/** What programs print in the place of an id, a digest, a language or a time: never sent as one. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { clientAddress } from '../../../lambda/event/ip-address';
import { languageCode } from '../../../lambda/event/language';
import { cleanPageUrl } from '../../../lambda/event/page-url';
import { userAgentKind } from '../../../lambda/event/user-agent';
import { accepted, digest, rawEvent, refused, withUser } from '../../helpers/factories';

const PRINTED = [
  ...['{!Order.Id}', '{#id#}', '{@id}', '!!id!!', '~id~', '%24%7Bid%7D', '%5Bobject%20Object%5D', '[First Name]'],
  ...['Promise { <pending> }', 'Symbol(id)', 'Array()', 'stdClass Object', 'Resource id #5', 'Order object (5)'],
  ...['System.Object', '[Function: id]', 'NoneType'],
  ...['window.order.id', 'dataLayer.transactionId', '@Model.OrderId', 'true', 'false', 'unknown', 'guest', 'REDACTED'],
  ...[
    '-1',
    '!',
    '@',
    '//',
    '~~~~',
    'nullptr',
    'unbekannt',
    'default',
    'NA',
    'xxxx',
    'nullnull',
    'not_logged_in',
    'string',
    'uuid',
    'n/a-1',
  ],
];

test.each(PRINTED)('%s is the id of nothing', (text) => {
  expect(refused(rawEvent({ event_id: text })).problems).toEqual([expect.stringMatching(/^"event_id" is a template/)]);
  expect(refused(rawEvent({ custom_data: { order_id: text } })).problems).toHaveLength(1);
  const { event, warnings } = accepted(withUser({ external_id: text }));
  expect(event.user_data).not.toHaveProperty('external_id');
  expect(warnings).toHaveLength(1);
});

test.each([0, '0', '000', '0.0', '00000000-0000-0000-0000-000000000000'])(
  '%j is the id of everybody who has none; an order goes on without it',
  (id) => {
    expect(refused(rawEvent({ event_id: id })).problems).toEqual([expect.stringContaining('zeros alone')]);
    expect(accepted(rawEvent({ custom_data: { order_id: id } })).event).not.toHaveProperty('custom_data');
    expect(accepted(withUser({ external_id: id })).event.user_data).not.toHaveProperty('external_id');
  },
);

test.each(['8.2E17', '8.2098291194615e+17', '1e+21'])('%s has lost its digits', (id) => {
  expect(refused(rawEvent({ event_id: id })).problems).toEqual([expect.stringContaining('last digits are lost')]);
});

test.each([
  ...[
    '1001',
    '#1001',
    'gid://shopify/Order/1001',
    'wc_order_AbC',
    'R123-456',
    '1E5',
    '12E3',
    'xx',
    'order.A1',
    'ord_0',
  ],
  ...['100%25', 'true-north-1', 'guest-1001', 'cus_0123456789abcdef0123456789abcdef', '0001', '10-00'],
])('%s is an id', (id) => {
  expect(accepted(rawEvent({ event_id: id, custom_data: { order_id: id } }))).toMatchObject({
    event: { event_id: id, custom_data: { order_id: id } },
    warnings: [],
  });
});

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text);

/** How programs write a digest, other than as the 64 letters that Pinterest takes. */
const WRITTEN: readonly ((text: string) => string)[] = [
  ...['md5', 'sha1', 'sha224', 'sha384', 'sha512'].map((name) => (text: string) => hash(name, text).digest('hex')),
  ...['md5', 'sha1', 'sha256', 'sha512'].map((name) => (text: string) => hash(name, text).digest('base64')),
  (text) => `"${digest(text)}"`,
  (text) => `SHA256=${digest(text).toUpperCase()}`,
  (text) => `sha256(${digest(text)})`,
  (text) => `sha256_${digest(text)}`,
  (text) => `hash:${digest(text)}`,
  (text) => `em:${digest(text)}`,
  (text) => `b'${digest(text)}'`,
  (text) => `['${digest(text)}']`,
  (text) => digest(text).replace(/(..)(?=.)/g, '$1:'),
  (text) => digest(text).replace(/(.{8})(?=.)/g, '$1 '),
  (text) => `${digest(text).slice(0, 40)}...`,
  (text) => `$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$${digest(text)}`,
];

test('a digest in any other form is never hashed again as a name, an address or a town', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WRITTEN),
      fc.emailAddress(),
      fc.constantFrom('fn', 'em', 'ct'),
      (write, text, field) => {
        const user = { em: 'user@example.com', hashed_maids: 'A-1', [field]: write(text) };
        const { event } = accepted(rawEvent({ user_data: user }));
        expect(event.user_data[field as 'fn']).toBeUndefined();
      },
    ),
    { seed: 1, numRuns: 500 },
  );
});

test('a list that came as JSON text is a list of values', () => {
  const { event } = accepted(rawEvent({ user_data: { em: '["jane@example.com", "joe@example.com"]' } }));
  expect(event.user_data.em).toEqual([digest('jane@example.com'), digest('joe@example.com')]);
});

test.each([
  '0',
  '{{email}}',
  '{{ customer.email }}',
  '%%email%%',
  '*|EMAIL|*',
  '$' + '{email}',
  'email',
  'guest',
  'anonymous',
])('the digest of %s is nobody', (text) => {
  const { event, warnings } = accepted(rawEvent({ user_data: { em: digest(text), hashed_maids: 'A-1' } }));
  expect(event.user_data).not.toHaveProperty('em');
  expect(warnings).toHaveLength(1);
});

test.each([
  ['em', 'j***@example.com'],
  ['em', '*@example.com'],
  ['fn', 'J***'],
  ['hashed_maids', createHash('sha1').update('x').digest('hex')],
])('%s of %s is left out, saying why', (field, value) => {
  const { event, warnings } = accepted(
    rawEvent({
      user_data: {
        em: 'a@example.com',
        [field]: [value],
        external_id: 'u-1',
        ...(field === 'em' && { hashed_maids: 'A-1' }),
      },
    }),
  );
  expect(event.user_data).not.toHaveProperty(field);
  expect(warnings).toEqual([expect.stringMatching(/hidden letters|not SHA-256/)]);
});

test.each([
  ...['[null]', '<redacted>', '[deleted]', '(missing)', "'null'", '"undefined"'],
  ...['n / a', 'not provided', 'Not Available', '--none--', '&nbsp;&nbsp;', '%20', '\\u0000', '\u2800', '••••', '()'],
])('%s is absent, without a word', (text) => {
  const { event, warnings } = accepted(
    rawEvent({
      user_data: { em: 'a@example.com', fn: text, ct: text, external_id: text },
      custom_data: { order_id: text },
    }),
  );
  expect(Object.keys(event.user_data)).toEqual(['em']);
  expect(event).not.toHaveProperty('custom_data');
  expect(warnings).toEqual([]);
});

test.each(['Please select', '--- Select ---', 'Choose a city', 'unknown', 'Unbekannt', 'redacted'])(
  '%s is no name of a person or a town',
  (text) => {
    const { event, warnings } = accepted(withUser({ fn: text, ct: text }));
    expect(Object.keys(event.user_data)).toEqual(['em']);
    expect(warnings).toHaveLength(2);
  },
);

test.each(['Selena', 'Blank', 'Chooi', 'Unger', 'Na', 'Anon', 'Guest', 'Nan', 'Null'])('%s is a name', (text) => {
  expect(accepted(withUser({ ln: text }))).toMatchObject({
    event: { user_data: { ln: [digest(text.toLowerCase())] } },
    warnings: [],
  });
});

test.each([
  ['"Jane"', 'jane'],
  ['&#8203;Jane', 'jane'],
  ["'t Hart", "'t hart"],
])('the name %s is %s', (given, name) => {
  expect(accepted(withUser({ ln: given })).event.user_data.ln).toEqual([digest(name)]);
});

test.each([
  [['en-US', 'de'], 'en'],
  ['"en"', 'en'],
  ['en\u200b', 'en'],
  ['ja-JP-u-ca-japanese', 'ja'],
  ['de-CH-x-private', 'de'],
  ['en us', 'en'],
  [['klingon'], undefined],
])('the language %j is %s', (given, code) => expect(languageCode(given)).toBe(code));

test.each([0, '0', '20231114', 20231114, 99999999999999, '1970-01-01T00:00:00Z'])(
  '%j is no time at which an app was installed',
  (install_time) => {
    const { event } = accepted(rawEvent({ app_info: { app_id: 'x', install_time } }));
    expect(event.app_info).toEqual({ app_id: 'x' });
  },
);

test.each([
  ['["203.0.113.7"]', '203.0.113.7'],
  ['203.0.113.7\u200b', '203.0.113.7'],
  ['２０３.0.113.7', '203.0.113.7'],
  ['10.0.0.1|203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7:51234', '203.0.113.7'],
  ['2001:20::1', undefined],
  ['2001:30::1', undefined],
  ['2001:4:112::1', undefined],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ['2a00:1450:4001:81b::200e', '2a00:1450:4001:81b::200e'],
])('the address %s is %s', (given, expected) => {
  const read = clientAddress(given);
  expect(read !== undefined && 'address' in read ? read.address : undefined).toBe(expected);
});

test.each([
  ['WooCommerce/8.5.1 Hookshot (WordPress/6.4.2)', 'software'],
  ['Dart/3.0 (dart:io)', 'software'],
  ['PAYPAL/AUHR-214', 'software'],
  ['Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com; id: x)', 'software'],
  ['Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.17763.1', 'software'],
  ['Mozilla/5.0 (compatible; Shopware)', 'software'],
  ['Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.1; Trident/6.0)', 'visitor'],
  ['Google-Cloud-Functions', 'software'],
  ['Apache-HttpAsyncClient/4.1 (Java/17)', 'software'],
  ['Checkly/1.0 (https://www.checklyhq.com)', 'crawler'],
  ['kube-probe/1.27', 'crawler'],
  ['ELB-HealthChecker/2.0', 'crawler'],
  ['GoogleOther', 'crawler'],
  ['Google-InspectionTool/1.0', 'crawler'],
  ['MyShop/5 (iPhone; iOS 17.0; Scale/3.00)', 'visitor'],
  [
    'Mozilla/5.0 (Linux; Android 13; SM-S901B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 [Pinterest/Android]',
    'visitor',
  ],
])('%s is that of a %s', (userAgent, kind) => expect(userAgentKind(userAgent)).toBe(kind));

const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each([
  [`/u/${base64('jane@example.com')}/x`, '/u//x'],
  ['/u/+14155550100', '/u/'],
  ['/t/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', '/t/'],
  [`/?_ke=${encodeURIComponent(base64('{"kl_email":"jane@example.com"}'))}&a=1`, '/?a=1'],
  ['/?data=%7B%22phone%22%3A%224155550100%22%7D&a=1', '/?a=1'],
  ['/?userid=7&zp=94103&hmac=1&verification_code=2&lat=52.5&telefon=1&nombre=Ana&a=1', '/?a=1'],
  [
    '/?gclid=Cj0KCQjw2PP1BRCiARIsAEqv-pR9&epik=dj0yJnU9Q2xpY2s&sku=A1B2C3D4E5F6G7H8',
    '/?gclid=Cj0KCQjw2PP1BRCiARIsAEqv-pR9&epik=dj0yJnU9Q2xpY2s&sku=A1B2C3D4E5F6G7H8',
  ],
  ['/r/https%3A%2F%2Fb.example%2F%3Fphone%3D4155550100/x?a=1', '/r//x?a=1'],
  ['/phone=4155550100/x', '//x'],
  ['/?q=jane%u0040example.com&idfa=1&a=1', '/?a=1'],
  ['/size=m/colour=red', '/size=m/colour=red'],
  ['/p/0012345678905?verified=true&reset=1&sex=men', '/p/0012345678905?verified=true&reset=1&sex=men'],
  [
    '/collections/summer-dresses-2026/products/linen-dress?variant=41234567890123',
    '/collections/summer-dresses-2026/products/linen-dress?variant=41234567890123',
  ],
])('the page %s leaves as %s', (given, expected) => {
  expect(cleanPageUrl(`https://s.example${given}`).url).toBe(`https://s.example${expected}`);
});
