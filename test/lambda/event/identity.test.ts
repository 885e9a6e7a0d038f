/** Who an event is about: Pinterest's minimum, the click id, and what the connection says of a browser. */
import { accepted, BROWSER, digest, rawEvent, refused, SERVER } from '../../helpers/factories';

const IP = '198.51.100.4';
const UA =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1';

describe("Pinterest's minimum of identity", () => {
  test.each([
    ['an e-mail address', { em: 'user@example.com' }],
    ['an advertising id', { hashed_maids: 'EA7583CD-A667-48BC-B806-42ECB2B48606' }],
    ['an IP address with a user agent', { client_ip_address: IP, client_user_agent: UA }],
  ])('is met by %s', (_, user_data) => expect(accepted(rawEvent({ user_data })).warnings).toEqual([]));

  const NOT_ENOUGH = [
    ['nothing', {}],
    ['a phone number', { ph: '+14155550123' }],
    ['an external id', { external_id: 'user-1' }],
    ['a click id', { click_id: 'opaque' }],
    ['a partner id', { partner_id: 'XY123' }],
    ['an IP address', { client_ip_address: IP }],
    ['a user agent', { client_user_agent: UA }],
    ['an IP address of zeros with a user agent', { client_ip_address: '0.0.0.0', client_user_agent: UA }],
    ['an IP address that is none with a user agent', { client_ip_address: '1.2.3', client_user_agent: UA }],
    ['an e-mail address that is none', { em: 'nobody' }],
    ['a blank', { em: ' ' }],
    ['the digest of an empty text', { em: digest('') }],
    ['all the rest together', { ph: '+14155550123', external_id: 'u', click_id: 'c', fn: 'Jane', country: 'US' }],
  ] as const;
  test.each(NOT_ENOUGH)('is not met by %s', (_, user_data) => {
    expect(refused(rawEvent({ user_data })).problems).toEqual([
      expect.stringMatching(/^"user_data" cannot be matched; send "em".*"hashed_maids", or both/),
    ]);
  });

  test.each([undefined, null])('is asked for when user_data is %j', (user_data) => {
    expect(refused(rawEvent({ user_data })).problems).toEqual([expect.stringContaining('cannot be matched')]);
  });
});

describe('of a browser', () => {
  const user = (userData: object, changes = {}) =>
    accepted(rawEvent({ user_data: userData }), { ...BROWSER, ...changes });
  const connection = { client_ip_address: BROWSER.ipAddress, client_user_agent: BROWSER.userAgent };

  test('the connection alone is identity enough', () => {
    expect(user({})).toMatchObject({ event: { user_data: connection }, warnings: [] });
  });

  test('IP address and user agent come from the connection, whatever the body says', () => {
    const { event, warnings } = user({ client_ip_address: IP, client_user_agent: UA });
    expect(event.user_data).toEqual(connection);
    expect(warnings).toEqual([expect.stringContaining('are taken from the connection, not from the body')]);
  });

  test('that sends no user agent, the body does not make one up', () => {
    const { event } = user({ em: 'user@example.com', client_user_agent: UA }, { userAgent: undefined });
    expect(event.user_data).toEqual({ em: [digest('user@example.com')], client_ip_address: BROWSER.ipAddress });
  });

  test('an IPv6 address is one', () => {
    expect(user({}, { ipAddress: '2001:db8::1' }).event.user_data.client_ip_address).toBe('2001:db8::1');
  });

  test('action_source and event_time need not be sent', () => {
    const { event } = accepted(rawEvent({ action_source: undefined, event_time: undefined }), BROWSER);
    expect(event).toMatchObject({ action_source: 'web', event_time: BROWSER.now / 1_000 });
  });

  test('no other action_source than web is taken', () => {
    expect(refused(rawEvent({ action_source: 'offline' }), BROWSER).problems).toEqual([
      expect.stringMatching(/^"action_source" .*; a browser sends web$/),
    ]);
  });

  test('the page is the referer unless the event names one', () => {
    const referer = 'https://www.shop.example/thanks';
    const url = (changes: object) => accepted(rawEvent(changes), { ...BROWSER, referer }).event.event_source_url;
    expect(url({})).toBe(referer);
    expect(url({ event_source_url: ' ' })).toBe(referer);
    expect(url({ event_source_url: 'https://www.shop.example/cart' })).toBe('https://www.shop.example/cart');
    expect(accepted(rawEvent(), { ...SERVER, referer }).event).not.toHaveProperty('event_source_url');
  });
});

describe('the click id', () => {
  const url = 'https://www.shop.example/?utm=x&epik=from%2Burl-_&y=1#epik=no';
  const cookies = ['_ga=GA1.1', '_epik=dj0yJnU9Q2xpY2s=; ', ' _epik_ls=other'];
  const clickId = (changes: object, context = {}) =>
    accepted(rawEvent(changes), { ...BROWSER, ...context }).event.user_data.click_id;

  test.each([
    [
      'user_data, before cookie and URL',
      'From+Body',
      { user_data: { click_id: ' From+Body ' }, event_source_url: url },
      { cookies },
    ],
    ['the cookie, before the URL', 'dj0yJnU9Q2xpY2s=;', { event_source_url: url }, { cookies }],
    ['the URL, as it stands there', 'from%2Burl-_', { event_source_url: url }, {}],
    ['the URL, whatever the case of the parameter', 'X', { event_source_url: 'https://a.example/?EPIK=X' }, {}],
    ['the referer', 'from%2Burl-_', {}, { referer: url }],
    [
      'nowhere',
      undefined,
      { event_source_url: 'https://a.example/?notepik=X&epik=' },
      { cookies: ['_epik=', 'x_epik=1'] },
    ],
    [
      'nowhere, when a script has put in what it did not have',
      undefined,
      { event_source_url: 'https://a.example/?epik=undefined' },
      { cookies: ['_epik=null'] },
    ],
  ])('comes from %s', (_, expected, changes, context) => expect(clickId(changes, context)).toBe(expected));

  test('comes from the URL of a back end too, and is never hashed', () => {
    expect(accepted(rawEvent({ event_source_url: url })).event.user_data.click_id).toBe('from%2Burl-_');
    expect(clickId({ user_data: { click_id: digest('x') } })).toBe(digest('x'));
  });
});
