/** Values that are digests already: the one form that Pinterest takes, all others, and digests of no value. */
import { SHA256_HEX, SHA256_OF_NOTHING, sha256 } from './sha256';

/** The digest in lower case when the text is one of SHA-256 in hex. */
export function digestIn(text: string): string | undefined {
  if (text.length !== 64) return undefined;
  const digest = text.toLowerCase();
  return SHA256_HEX.test(digest) ? digest : undefined;
}

/** Hex in quotes or brackets, behind the name of its method, in groups; several digests in one text; password hashes. */
const DRESSED = new RegExp(
  `^(?:${[
    String.raw`[bu]?["'\`[(]{1,3}[0-9a-f]{32,}["'\`\])]{1,3}`,
    String.raw`(?:\{?(?:sha[-_]?\d{1,3}|md5|hash(?:ed)?|digest)\}?[:=$ _(-]\s*|0x|\\x)["'(]?[0-9a-z+/=_-]{22,}["')]?`,
    String.raw`(?=.*[a-f])[0-9a-f]{2,8}(?:[:\s-][0-9a-f]{2,8}){7,}|[0-9a-f]{64}(?:[\s,;|]+[0-9a-f]{64})+`,
    String.raw`\$[a-z\d-]{1,16}\$.{10,}`,
  ].join('|')})$`,
  'i',
);

/** Of a person's field, which no id is: behind the field's own name, or cut with dots. */
const NAMED_OR_CUT = /^(?:[a-z_]{1,20}[:=_ -]["']?[0-9a-f]{32,}["']?|[0-9a-f]{24,}(?:\.{2,3}|…))$/i;

/** SHA-224, SHA-384 and SHA-512 in hex. */
const LONG_HEX = /^(?:[0-9a-f]{56}|[0-9a-f]{96}|[0-9a-f]{128})$/i;

/** MD5 and SHA-1, which Pinterest's tag takes and its API does not, and a digest that was cut or grew. */
const HEX = /^(?=.*[a-f])(?:[0-9a-f]{32}|[0-9a-f]{40,})$/i;

/** Base64 and Base64url of MD5, SHA-1, SHA-224, SHA-256, SHA-512 and of a digest in hex; a text of a person has no such end. */
const PADDED_BASE64 = /^(?:[\w+/-]{22}==|[\w+/-]{27}=|[\w+/-]{38}==|[\w+/-]{43}=|[\w+/-]{86}==)$/;

/** The same without padding, and SHA-384, which needs none: only mixed letters and digits tell them from words. */
const BARE_BASE64 =
  /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])(?:[\w+/-]{22}|[\w+/-]{27}|[\w+/-]{38}|[\w+/-]{43}|[\w+/-]{64}|[\w+/-]{86})$/;

/** A digest in a form that Pinterest does not take; hashed again it would match nobody. Ids may look like some by themselves. */
export function isOtherDigest(text: string, isId: boolean): boolean {
  if (text.length < 22) return false;
  if (isId) return LONG_HEX.test(text) || PADDED_BASE64.test(text) || (DRESSED.test(text) && !/^0x/i.test(text));
  return (
    HEX.test(text) ||
    PADDED_BASE64.test(text) ||
    BARE_BASE64.test(text) ||
    DRESSED.test(text) ||
    NAMED_OR_CUT.test(text)
  );
}

/** What a careless system hashes for a field without a value. */
const NOTHING = [
  ...['undefined', 'null', 'none', 'nan', 'nil', 'n/a', 'n.a.', 'false', 'true', 'unknown', 'array'],
  ...[
    '(null)',
    '(none)',
    '(undefined)',
    '(not set)',
    '<nil>',
    '<null>',
    'null null',
    'undefined undefined',
    'none none',
  ],
  ...['nullnull', 'undefinedundefined', 'nonenone', 'nan nan', '#n/a', '#ref!', '#value!', '[filtered]', '[redacted]'],
  ...[
    '[object object]',
    '[object Object]',
    '[email protected]',
    '[]',
    '{}',
    '""',
    "''",
    '\\n',
    'notset',
    'objectobject',
  ],
  ...[' ', '  ', '\n', '\t', '*', '**', '***', '****', '-', '--', '---', '.', '?', '_', 'nan-nan', '0000-00-00'],
  ...[
    'undefined@undefined',
    'undefined@undefined.com',
    'null@null',
    'null@null.com',
    '00000000-0000-0000-0000-000000000000',
  ],
  // Words for nobody, and the id of every guest.
  ...['0', 'anonymous', 'guest', 'empty', 'redacted', 'masked', 'string', 'not set', 'not provided', 'false false'],
  // JavaScript, PHP, Python: an empty object, list or text, printed.
  ...['None', 'NaN', 'Null', 'Undefined', 'Nil', 'N/a', 'False', 'True', 'Unknown', 'Array', 'Nan'],
];

/** Names of fields, which stand in the place of a value where a template was not filled in. */
const FIELDS =
  'email em mail e-mail user_email user.email customer.email customer_email Email EMAIL phone Phone PHONE ph customer.phone first_name firstname FNAME fname fn customer.first_name last_name lastname LNAME lname ln customer.last_name external_id user_id customer_id customer.id userId id'.split(
    ' ',
  );

const unfilledForms = (name: string): string[] => [
  ...[name, `{{${name}}}`, `{{ ${name} }}`, `\${${name}}`, `%%${name}%%`, `*|${name}|*`, `{${name}}`, `[${name}]`],
  ...[`#{${name}}`, `%${name}%`, `<${name}>`],
];

let digestsOfNothing: ReadonlySet<string> | undefined;

/** What such a digest is of, for a message. Sent on, it would make all such visitors one person. */
export function nothingIn(digest: string): string | undefined {
  if (digest === SHA256_OF_NOTHING) return 'the digest of an empty text';
  digestsOfNothing ??= new Set([
    ...NOTHING.flatMap((word) => [word, word.toUpperCase(), ` ${word}`, `${word} `].map(sha256)),
    ...FIELDS.flatMap(unfilledForms).flatMap((text) => [sha256(text), sha256(text.toLowerCase())]),
  ]);
  return digestsOfNothing.has(digest) ? 'the digest of a word that stands for no value, such as "null"' : undefined;
}
