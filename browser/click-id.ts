/** The click id of a Pinterest ad: from the landing URL into the first-party cookie `_epik`, as Pinterest's tag keeps it. */
import { settings } from './page';
import { saveSession, session } from './session';

const ofCookie = (): string | undefined => /\b_epik=([^;]+)/.exec(document.cookie)?.[1];

/** Raw as it stands there: the value is opaque, and Pinterest's tag does not decode it either. */
const ofUrl = (): string | undefined => /[?&]epik=([^&]+)/i.exec(location.search)?.[1];

function write(value: string, seconds: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers that shops are visited with.
  document.cookie = `_epik=${value};path=/;max-age=${seconds};samesite=lax;secure;domain=${settings.cookieDomain ?? ''}`;
}

export const clickId = (): string | undefined => ofCookie() ?? ofUrl();

export function keepClickId(): void {
  const landed = ofUrl();
  // A page seen again (reload, back, a kept query) is no new click: the cookie may hold a later one by now.
  if (!landed || (ofCookie() && session.epik.includes(landed))) return;
  session.epik += ` ${landed}`;
  saveSession();
  // One year, as long as Pinterest's own tag keeps it.
  write(landed, 31_536_000);
}

export const forgetClickId = (): void => write('', 0);
