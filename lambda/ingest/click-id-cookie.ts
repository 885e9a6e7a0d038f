/**
 * The click id as a cookie that the endpoint sets, under the shop's own domain: some browsers keep a cookie that a script
 * has set for days only, one that a server has set for as long as it says.
 */
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { clickIdOfCookies, clickIdOfUrl } from '../event/click-id';
import { readBody } from './read-body';

/** As long as Pinterest's own tag keeps it. */
const ONE_YEAR_SECONDS = 31_536_000;

/** What may stand in a cookie, and is no longer than the ones seen by far. */
const COOKIE_VALUE = /^[\x21\x23-\x2B\x2D-\x3A\x3C-\x5B\x5D-\x7E]{1,2048}$/;

/**
 * Value of `Set-Cookie` for an accepted request; undefined when it brings no click id. Pinterest's tag and the browser
 * script read the cookie, hence no `HttpOnly`.
 */
export function clickIdCookie(request: APIGatewayProxyEventV2, domain: string | undefined): string | undefined {
  if (domain === undefined) return undefined;
  const clickId = clickIdOf(request);
  if (clickId === undefined || !COOKIE_VALUE.test(clickId)) return undefined;
  return `_epik=${clickId}; Domain=${domain}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; Secure; SameSite=Lax`;
}

/** The page knows best: of a new click it tells before the browser's old cookie has been replaced. */
function clickIdOf(request: APIGatewayProxyEventV2): string | undefined {
  const read = readBody(request);
  const events = 'events' in read ? read.events.map((event) => Object(event)) : [];
  const ofPage = events.map(({ user_data }) => Object(user_data).click_id).filter((id) => typeof id === 'string');
  const ofUrls = events.map(({ event_source_url: url }) => (typeof url === 'string' ? clickIdOfUrl(url) : undefined));
  return ofPage.at(-1) ?? clickIdOfCookies(request.cookies) ?? ofUrls.filter((id) => id !== undefined).at(-1);
}
