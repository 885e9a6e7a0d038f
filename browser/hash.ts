/** `data-hash="browser"`: personal values become SHA-256 digests in the page, so that none leaves it in clear. */
type Values = { [key: string]: unknown };

export async function hashed(clear: Values = {}): Promise<Values> {
  const digests: Values = {};
  for (const key in clear) {
    const given = `${clear[key]}`;
    // All of the endpoint's rules that need no tables: lower case and no blanks.
    const text = key === 'external_id' ? given : given.toLowerCase().replace(/\s/g, '');
    digests[key] = /^[0-9a-f]{64}$/.test(text) ? text : await sha256(text);
  }
  return digests;
}

async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => (byte + 256).toString(16).slice(1)).join('');
}
