/** Base URLs of Pinterest's API: the real one, or an emulator on this machine. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** What an editor can check of such a URL. */
export const API_URL_PATTERN = /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$))[^\s?#@]*[^\s?#@/]$/;

export function isApiUrl(text: string): boolean {
  if (!URL.canParse(text) || /[?#\s]|\/$/.test(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname)));
}
