/** Addresses, page URLs, test switches and user agents as real shops send them: right or left out. */
import fc from 'fast-check';
import { clientAddress } from '../../../lambda/event/ip-address';
import { cleanPageUrl } from '../../../lambda/event/page-url';
import { testSwitchOfQuery } from '../../../lambda/event/test-switch';
import { userAgentKind } from '../../../lambda/event/user-agent';

test.each([
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['::FFFF:cb00:7107', '203.0.113.7'],
  ['64:ff9b::cb00:7107', '203.0.113.7'],
  ['203.0.113.7, 10.0.0.1', '203.0.113.7'],
  ['unknown, 10.0.0.1, 203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:51234', '203.0.113.7'],
  ['[2001:DB8::1]:443', '2001:db8::1'],
  ['for="[2001:db8::1]:443";proto=https;by=203.0.113.9', '2001:db8::1'],
  ['203.000.113.007', undefined],
  ['10.1.2.3', undefined],
  ['172.31.255.255', undefined],
  ['100.127.0.1', undefined],
  ['::1', undefined],
  ['fe80::1%eth0', undefined],
  ['fd00::1', undefined],
  ['255.255.255.255', undefined],
  ['::ffff:10.0.0.1', undefined],
])('the address %s is %s', (given, expected) => {
  const read = clientAddress(given);
  expect(read !== undefined && 'address' in read ? read.address : undefined).toBe(expected);
});

test.each([
  ['https://jane:pw@shop.example/a?b=1#x', 'https://shop.example/a?b=1'],
  ['/thanks?email=j%2540x.example&sku=A%20b', '/thanks?sku=A%20b'],
  ['https://s.example/u/jane@example.com/?epik=dj0&utm_source=p', 'https://s.example/u//?epik=dj0&utm_source=p'],
  ['https://s.example/a;jsessionid=1?customer[email]=x&product_name=y', 'https://s.example/a?product_name=y'],
])('the page %s leaves as %s', (given, expected) => expect(cleanPageUrl(given).url).toBe(expected));

test('no e-mail address is left in a page, what is kept stays as it is, and cleaning again changes nothing', () => {
  const part = fc.constantFrom('sku=A%2fb', 'epik=dj0', 'utm_content=x+y', 'variant=1', 'page=2');
  const mail = fc.constantFrom(
    'x=jane@example.com',
    'q=jane%40example.com',
    'utm_term=jane%252540example.com',
    'phone=1',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, mail), { maxLength: 8 }), (parts) => {
      const { url } = cleanPageUrl(`https://s.example/p?${parts.join('&')}`);
      const kept = parts.filter((one) => !/jane|phone/.test(one)).join('&');
      expect(url).toBe(kept === '' && parts.length > 0 ? 'https://s.example/p' : `https://s.example/p?${kept}`);
      expect(cleanPageUrl(url).url).toBe(url);
    }),
    { seed: 1, numRuns: 500 },
  );
});

test.each([
  ['test', '1', true],
  ['is_test', 'TRUE', true],
  ['Test', 'yes', true],
  ['test', 'false', false],
  ['test', 'maybe', { unreadable: 'test' }],
])('?%s=%s', (key, value, expected) =>
  expect(testSwitchOfQuery({ [key]: value }, `${key}=${value}`)).toEqual(expected),
);

test('?test without a value', () => expect(testSwitchOfQuery({ test: '' }, 'a=1&test')).toBe(true));

test.each([
  ['Test_UA', 'software'],
  ['Mozilla/5.0 (Macintosh)', 'software'],
  ['python-requests/2.31', 'software'],
  ['WordPress/6.4; https://shop.example', 'software'],
  ['Stripe/1.0 (+https://stripe.com/docs/webhooks)', 'software'],
  ['Googlebot/2.1 (+http://www.google.com/bot.html)', 'crawler'],
  ['facebookexternalhit/1.1', 'crawler'],
  [
    'Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0 Mobile Safari/537.36',
    'visitor',
  ],
])('%s is that of a %s', (userAgent, kind) => expect(userAgentKind(userAgent)).toBe(kind));
