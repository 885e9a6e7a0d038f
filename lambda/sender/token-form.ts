/**
 * What stands in the token secret, as people put it there: with quotes, a line break, the word Bearer, as JSON. Understood
 * where it can only mean one thing; otherwise the fault is named, and never the value.
 */
export type TokenForm = { readonly token: string } | { readonly fault: string };

/** Keys under which tools keep a token in a JSON secret. */
const KEYS = ['token', 'access_token', 'accessToken', 'PINTEREST_ACCESS_TOKEN', 'value'] as const;

/** Blanks, and what nobody sees: zero-width characters, a byte order mark. */
const AROUND = /^[\s\u200B-\u200F\u2060\uFEFF]+|[\s\u200B-\u200F\u2060\uFEFF]+$/g;

const QUOTED = /^(["'`])([\s\S]*)\1$/;

const BEARER = /^(?:authorization\s*:\s*)?bearer\s+/i;

export function readToken(secret: string): TokenForm {
  let text = secret.replace(AROUND, '');
  if (text.startsWith('{')) {
    const found = inJson(text);
    if (found === undefined)
      return { fault: `is JSON without one text under ${KEYS.join(', ')}; put only the token there` };
    text = found.replace(AROUND, '');
  }
  text = (QUOTED.exec(text)?.[2] ?? text).replace(AROUND, '').replace(BEARER, '');
  if (text === '') return { fault: 'is empty' };
  if (/\s/.test(text)) return { fault: 'has a blank or a line break inside; put only the token there' };
  if (!/^[\x21-\x7e]+$/.test(text)) return { fault: 'has a character that no token has; copy it again' };
  return { token: text };
}

function inJson(text: string): string | undefined {
  try {
    const values = JSON.parse(text);
    const found = KEYS.map((key) => values[key]).filter((value) => typeof value === 'string');
    return found.length === 1 ? found[0] : undefined;
  } catch {
    return undefined;
  }
}
