/** Whether a page may post to /collect, and the CORS headers of an answer to it. */

/**
 * An entry is an origin (`https://www.shop.example`), one with a wildcard as its left-most label
 * (`https://*.shop.example`: any sub-domain), or one with any port (`http://localhost:*`).
 */
export function isAllowedOrigin(origin: string | undefined, allowed: readonly string[]): origin is string {
  return origin !== undefined && allowed.some((entry) => pattern(entry).test(origin));
}

function pattern(entry: string): RegExp {
  const escaped = entry.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const wildcards = escaped.replace('://\\*\\.', '://([a-z0-9-]+\\.)+').replace(/:\\\*$/, '(:\\d+)?');
  return new RegExp(`^${wildcards}$`, 'i');
}

/** Credentials are allowed, because the click id travels in a first-party cookie; hence never `*`. */
export const corsHeaders = (origin: string): Record<string, string> => ({
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
  vary: 'Origin',
});

export const preflightHeaders = (origin: string): Record<string, string> => ({
  ...corsHeaders(origin),
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '86400',
});
