/** From what people, forms and spreadsheets write for a phone number to its digits, and whether it begins with +. */
import type { Unusable } from './normalised';
import { percentDecoded } from './written-out';

export interface Written {
  readonly digits: string;
  readonly plus: boolean;
  /** The first group is 1 alone ("1-415-555-0100"), which only North America writes. */
  readonly northAmerican: boolean;
}

const DIGITS_LOST: Unusable = {
  because: 'a phone number that a spreadsheet cut digits off (make its column a text column)',
};
const SEVERAL: Unusable = { because: 'more than one phone number in one text (send a list)' };

/** Digits, one + before them, and what groups them: blanks, brackets, dots, dashes, slashes, Russia's "8~10". */
const PLAIN = /^[\s(]*\+?[\d\s().~/-]+$/;

const NORTH_AMERICAN = /^\(?1\)?[\s().-]{1,3}\d{3}[\s().-]{0,3}\d{3}[\s.-]?\d{4}$/;

/** A cell that a spreadsheet took for a number: the digits are whole, the fraction is none of them. */
export const SPREADSHEET_NUMBER = /^\+?\d{6,15}[.,]0{1,2}$/;
const SCIENTIFIC = /^\+?(\d)(?:[.,](\d+))?E(\+?)(\d{1,2})$/i;

/** Excel's mark of a text, and the formula by which an export keeps zeros: '0170…, ="0170…". */
const CELL_MARKS = /^=?["'`\u2019]{1,2}|["'`\u2019]{1,2}$/g;

/**
 * What stands before a number: schemes (RFC 3966, Twilio's "whatsapp:"), Meta's lead forms' "p:", and words of forms; a country's
 * letters or its flag before a +.
 */
const LABEL =
  /^(?:[a-z]{2}(?= ?\+)|\p{RI}{2}|[☎📞📱]\uFE0F?|\(?(?:p|t|m|ph|tel|tél|telefono|teléfono|telefon|telephone|téléphone|phone|phone number|mobile|mobil|mob|cell|handy|callto|sms|whatsapp|wa)\)?(?:\.? ?:|\.)?(?:\/\/)?) ?(?=[+(\d])/iu;

/** What forms put behind it. */
const KIND = / ?\(?(?:mobile|mobil|cell|home|work|handy|office)\)?$/i;

/** With how extensions are written: "x5", "ext. 5", ";ext=5" (RFC 3966), "#5", and the words of other languages. */
const EXTENSION =
  /[ ,;.(]{0,3}(?:e?xt(?:ension|n)?|x|доб|anexo|poste|durchwahl|dw|int|interno|ramal|#)[ .:=]{0,3}\d{1,9}[#)]?$/i;

const BETWEEN_NUMBERS = /[/,;|&]| (?:or|and|oder|und|ou|et|o|y|e|или|и) /i;

/** "0049 (0)170/1234567" is one number, and its first part no whole one. */
const EXIT_CODE = /^[(\s]*00|\(0\)/g;

export function written(text: string): Written | Unusable | undefined {
  const tidy = PLAIN.test(text) ? text : withoutDressing(text);
  const scientific = SCIENTIFIC.exec(tidy);
  if (scientific !== null) return fromScientific(scientific);
  const number = (SPREADSHEET_NUMBER.test(tidy) ? tidy.replace(/[.,]0+$/, '') : tidy.replace(EXTENSION, '')).trim();
  if (isSeveral(number)) return SEVERAL;
  return PLAIN.test(number) ? plain(number) : undefined;
}

const plain = (number: string): Written => ({
  digits: digitsIn(number),
  plus: number.includes('+'),
  northAmerican: NORTH_AMERICAN.test(number),
});

const digitsIn = (text: string): string => text.replace(/\D/g, '');

function withoutDressing(text: string): string {
  return inAscii(/%(?:2B|20|28|29)/i.test(text) ? (percentDecoded(text) ?? text) : text)
    .replace(/[\r\n]+/g, ',')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(CELL_MARKS, '')
    .trim()
    .replace(LABEL, '')
    .replace(KIND, '')
    .replace(/[[\]_]/g, ' ')
    .replace(/[.,;]$/, '')
    .trim();
}

/** Full-width forms, the digits of every script and all dashes as ASCII has them; marks that nobody sees are gone. */
function inAscii(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what the range means.
  if (/^[\x00-\x7F]*$/.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Unicode gives each script its ten digits in a row, from zero on (chapter 4.6 of the standard). */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (before < 50 && /^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}

/**
 * "4.15555E+09" has lost digits; one with all of them is as good as the number. Without a + (Java, and what reads spreadsheets
 * with it) only zeros at the end are missing, of which a number has seldom more than two.
 */
function fromScientific([, first = '', fraction = '', plus, exponent = '']: RegExpExecArray): Written | Unusable {
  const missing = Number(exponent) - fraction.length;
  if (missing > (plus === '' ? 2 : 0)) return DIGITS_LOST;
  return plain(first + fraction.padEnd(Number(exponent), '0').slice(0, Number(exponent)));
}

/** Two groups of seven digits are never one number; nor is what a slash adds to a whole one ("901820 / 21"). */
function isSeveral(text: string): boolean {
  const parts = text.split(BETWEEN_NUMBERS).map((part) => digitsIn(part.replace(EXIT_CODE, '')).length);
  if (parts.length > 1 && parts.filter((length) => length > 6).length > 1) return true;
  if (parts.length === 2 && (parts[0] ?? 0) > 6 && (parts[1] ?? 0) < 4 && (parts[1] ?? 0) > 0) return true;
  const groups = text.split(/\s+/);
  return groups.length > 1 && groups.filter((group) => digitsIn(group).length > 6).length > 1;
}
