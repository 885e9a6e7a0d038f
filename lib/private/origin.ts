/** Origins of pages, as `allowedOrigins` accepts them. */

/**
 * A host name of at least two labels, with an optional wildcard before it and an optional port; or the developer's own
 * machine, where any port will do and no certificate is needed.
 */
export const ORIGIN =
  /^(https:\/\/(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](:\d{1,5})?|https?:\/\/(localhost|127\.0\.0\.1)(:(\d{1,5}|\*))?)$/;

export const isOrigin = (text: string): boolean => ORIGIN.test(text);

/** The origin that was meant, if it can be recognized. */
export function meantOrigin(text: string): string | undefined {
  const address = text.includes('://') ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const { protocol, host } = new URL(address);
  return [`${protocol}//${host}`, `https://${host}`].find(isOrigin);
}
