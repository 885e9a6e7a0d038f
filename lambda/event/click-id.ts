/**
 * The Pinterest click id of a visit: what Pinterest's tag keeps in the first-party cookie `_epik` and puts into landing
 * URLs as `epik`. It is opaque: never hashed, never decoded, never checked by pattern.
 */
import { textOf } from '../../contract/raw';

/** Value of `epik` in a URL as it stands there, not percent-decoded; the parameter's name in any case. */
export function clickIdOfUrl(url: string | undefined): string | undefined {
  return url === undefined ? undefined : textOf(/[?&]epik=([^&#]+)/i.exec(url)?.[1]);
}

/** Value of the `_epik` cookie among `name=value` pairs. */
export function clickIdOfCookies(cookies: readonly string[] | undefined): string | undefined {
  const pair = cookies?.find((cookie) => cookie.trimStart().startsWith('_epik='));
  return textOf(pair?.slice(pair.indexOf('=') + 1));
}
