/**
 * Makes a text from outside safe for logs and dead letters. Pinterest's messages can quote what was sent, and its
 * answer to a bad token repeats the token.
 */
const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/pina_[\w-]+/gi, '[token]'],
  [/bearer\s+\S+/gi, '[token]'],
  [/[^\s"'<>]+@[^\s"'<>]+/g, '[address]'],
  [/\b[0-9a-f]{32,}\b/gi, '[digest]'],
  [/\b\d{1,3}(\.\d{1,3}){3}\b/g, '[ip]'],
  [/\b([0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}\b/gi, '[ip]'],
];

/** Long enough for every message seen, short enough for an attribute. */
const MAX_LENGTH = 1_000;

/** As much as is looked at: the rest would be cut off, and the patterns take long over a text without end. */
const READ_LENGTH = 10 * MAX_LENGTH;

export function redact(text: string, token?: string): string {
  const start = text.slice(0, READ_LENGTH);
  const withoutToken = token ? start.replaceAll(token, '[token]') : start;
  const clean = PERSONAL.reduce((result, [pattern, name]) => result.replace(pattern, name), withoutToken);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: SQS refuses attributes with control characters.
  return clean.replace(/[\u0000-\u001F\u007F\uFFFE\uFFFF]+/g, ' ').slice(0, MAX_LENGTH);
}
