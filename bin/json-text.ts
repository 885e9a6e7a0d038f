/** JSON with comments, as editors support it → its value, or the first position where it is not valid. */
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';

export type Read = { readonly value: unknown } | { readonly fault: string };

/** What to do about a fault, by the parser's name for it; the message also names the position. */
const HINTS: { readonly [fault: string]: string } = {
  InvalidSymbol: 'write strings and keys in double quotes',
  PropertyNameExpected: 'a key in double quotes must follow; look for an extra comma',
  ValueExpected: 'a value must follow; look for an extra comma',
  ColonExpected: 'a colon is missing before it',
  CommaExpected: 'a comma is missing before it',
  EndOfFileExpected: 'the file should end before it',
  UnexpectedEndOfString: 'the closing quote is missing, or the string contains a line break',
};

export function readJsonWithComments(text: string): Read {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowEmptyContent: false });
  const [first] = errors;
  return first === undefined ? { value } : { fault: faultAt(text, first) };
}

function faultAt(text: string, { offset, error }: ParseError): string {
  const lines = text.slice(0, offset).split('\n');
  const place = `line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1}`;
  const hint = HINTS[printParseErrorCode(error)];
  return text.slice(offset).trim() === ''
    ? `it is not JSON: the file ends too early (${place})`
    : `it is not JSON: ${JSON.stringify(text.charAt(offset))} is not allowed here (${place})${hint ? `; ${hint}` : ''}`;
}
