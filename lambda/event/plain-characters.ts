/** Digits and signs of every script as the ASCII ones that mean the same: ١٢٣, １２３ and 123 are one number. */

const DIGIT = /\p{Nd}/u;

/** Unicode has the digits of each script in a row, from zero to nine, and rows of ten next to each other. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/** Without the characters that nobody sees (bidi marks, zero width); blanks of every width are one. */
export function plainCharacters(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Zs}/gu, ' ')
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?![0-9])\p{Nd}/gu, asciiDigit)
    .replace(/[’‘′´`]/g, "'")
    .replace(/[،⹁]/g, ',');
}
