/** JSON with comments, as editors know it, → its value, or the first place where it stops being that. */
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';

export type Read = { readonly value: unknown } | { readonly fault: string };

/** What to do about it, by the parser's name of the fault; the place says the rest. */
const HINTS: { readonly [fault: string]: string } = {
  InvalidSymbol: 'texts and keys stand in double quotes',
  PropertyNameExpected: 'a key in double quotes has to follow; look for a comma too many',
  ValueExpected: 'a value has to follow; look for a comma too many',
  ColonExpected: 'a colon is missing before it',
  CommaExpected: 'a comma is missing before it',
  EndOfFileExpected: 'the file should end before it',
  UnexpectedEndOfString: 'the closing quote is missing, or a line break stands in the text',
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
    ? `it is not JSON: the text ends too early (${place})`
    : `it is not JSON: ${JSON.stringify(text.charAt(offset))} cannot stand here (${place})${hint ? `; ${hint}` : ''}`;
}
