/** What people and programs write without seeing it, taken out of texts; most texts are ASCII and need nothing of it. */

/** Letters, digits and punctuation of ASCII with its blank, nothing that would have to be taken out. */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

export const isPrintableAscii = (text: string): boolean => PRINTABLE_ASCII.test(text);

/**
 * What is not drawn: Unicode's Default_Ignorable_Code_Point (zero-width blanks, soft hyphen, marks of direction, variation
 * selectors, byte order mark), the annotation marks beside it, and control characters that are no blank.
 * Source: https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
 */
const INVISIBLE = /(?![\t\n\v\f\r\u200c\u200d])[\p{DI}\p{Cc}\ufff9-\ufffb]/gu;

/** Scripts in which a joiner between two letters belongs to the spelling, as in Persian and Sinhala names. */
const JOINING = `[${'Arab Syrc Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr'.replace(/\w+ ?/g, (name) => `\\p{Script=${name.trim()}}`)}]`;

/** Joiners anywhere else. Source: RFC 5892, appendix A.1 and A.2. */
const STRAY_JOINER = new RegExp(`(?<!${JOINING})[\\u200c\\u200d]|[\\u200c\\u200d](?!${JOINING})`, 'gu');

/** The text without what nobody sees. Blanks, also a tabulator or a new line, are seen. */
export const visible = (text: string): string =>
  isPrintableAscii(text) ? text : text.replace(INVISIBLE, '').replace(STRAY_JOINER, '');

/**
 * Lower case, composed (NFC). The dot that `toLowerCase` leaves above the i of a Turkish İ is no letter of anybody's name:
 * İSTANBUL is istanbul.
 */
export function lowerCase(text: string): string {
  if (isPrintableAscii(text)) return text.toLowerCase();
  const lower = text.normalize('NFC').toLowerCase();
  return lower.includes('i\u0307') ? lower.replaceAll('i\u0307', 'i').normalize('NFC') : lower;
}

/** Lower case without blanks and punctuation. For most texts, which are ASCII, the patterns that know all of Unicode are slow. */
export const lettersAndDigits = (text: string): string =>
  isPrintableAscii(text)
    ? text.toLowerCase().replace(/[^a-z0-9]/g, '')
    : lowerCase(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
