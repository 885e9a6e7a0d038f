import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { clickIdCookie } from '../../../lambda/ingest/click-id-cookie';

interface Given {
  readonly cookies?: string[];
  readonly events?: readonly object[];
}

const request = ({ cookies, events = [{ event_name: 'lead' }] }: Given) =>
  ({ headers: {}, cookies, body: JSON.stringify(events), isBase64Encoded: false }) as unknown as APIGatewayProxyEventV2;

const cookieOf = (given: Given): string | undefined => clickIdCookie(request(given), 'shop.example');

describe('click id cookie of /collect', () => {
  it('is for the shop’s domain, on every path, for a year, and readable by Pinterest’s tag', () => {
    expect(cookieOf({ cookies: ['_epik=dj0yJnU9'] })).toBe(
      '_epik=dj0yJnU9; Domain=shop.example; Path=/; Max-Age=31536000; Secure; SameSite=Lax',
    );
  });

  it('is not set without a cookie domain', () => {
    expect(clickIdCookie(request({ cookies: ['_epik=abc'] }), undefined)).toBeUndefined();
  });

  it('is not set for a visit that brings no click id', () => {
    expect(cookieOf({ cookies: ['session=1'] })).toBeUndefined();
  });

  it.each<[string, Given, string]>([
    [
      'what the page says of a new click',
      { cookies: ['_epik=old'], events: [{ user_data: { click_id: 'new' } }] },
      'new',
    ],
    ['the cookie, when the page says nothing', { cookies: ['_epik=kept'], events: [{}] }, 'kept'],
    ['the landing URL last', { events: [{ event_source_url: 'https://shop.example/?epik=landed' }] }, 'landed'],
  ])('takes %s', (_, given, expected) => {
    expect(cookieOf(given)).toContain(`_epik=${expected};`);
  });

  it.each([
    ['another cookie’s attributes', 'a; Domain=evil.example'],
    ['a new header', 'a\r\nSet-Cookie: b=c'],
    ['blanks', 'a b'],
    ['more than any click id has', 'a'.repeat(3_000)],
    ['no text', { a: 1 }],
  ])('is not set when the click id holds %s', (_, click_id) => {
    expect(cookieOf({ events: [{ user_data: { click_id } }] })).toBeUndefined();
  });
});
