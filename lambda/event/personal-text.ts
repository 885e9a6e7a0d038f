/** What is surely personal in a text of any field. Pure, for the browser script too. */

/**
 * An e-mail address: a character, @, and a host with a point. Each @ is followed up to the next @ or point only, so that
 * the time is linear.
 */
const EMAIL = /[^\s@/?&=;,:"'()<>]["']?[@＠][^\s@＠./?&=;,]+[.。．][^\s@＠./?&=;,\d]/;

export const holdsEmail = (text: string): boolean => (text.includes('@') || text.includes('＠')) && EMAIL.test(text);

/** Percent-encoded ASCII, encoded any number of times: `%40`, `%2540`; `%u0040` is JavaScript's old way. */
const ENCODED = /%(?:25)*(?:u00)?([0-7][0-9a-f])/gi;

/** The text with its ASCII decoded, whatever is wrong with the rest; for looking only. */
export const decoded = (text: string): string => {
  if (!text.includes('%')) return text;
  let result = text;
  // Once is enough but for what decodes to a percent sign.
  for (let round = 0; round < 4 && result.includes('%'); round++) {
    const next = result.replace(ENCODED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (next === result) break;
    result = next;
  }
  return result.replace(/%EF%BC%A0/gi, '@');
};

/** A telephone number in international form, a JSON Web Token, a token of Pinterest's. */
const PHONE = /^ *(?:\+|00)[1-9][\d ().-]{7,20}$/;
const TOKEN = /^(?:eyJ[\w-]+\.[\w-]+\.|pina_)/;

export const isPersonalValue = (text: string): boolean =>
  holdsEmail(text) || PHONE.test(text) || TOKEN.test(text) || hidesEmail(text);

/** Newsletters put an address, or JSON with one, into links in Base64. */
const BASE64 = /^[\w+/-]{12,2000}={0,2}$/;
const PRINTABLE = /^[ -~\s]+$/;

function hidesEmail(text: string): boolean {
  // Most ids are shorter, or end in something that no Base64 has.
  if (!BASE64.test(text)) return false;
  try {
    const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return PRINTABLE.test(plain) && holdsEmail(plain);
  } catch {
    return false;
  }
}
