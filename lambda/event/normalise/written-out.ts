/**
 * Letters that a program wrote out for HTML, a URL, JSON or SQL, back to letters: `O&#39;Neill`, `M%C3%BCller`, `O\'Neill`.
 * What is written out in a way that is not surely known gives undefined.
 */

/** HTML's names of U+00A0 to U+00FF in their order. Source: https://html.spec.whatwg.org/multipage/named-characters.html */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...LATIN_1.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
  ...Object.entries({ amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', rsquo: '’', lsquo: '‘', ndash: '–' }),
  ...Object.entries({ Scaron: 'Š', scaron: 'š', OElig: 'Œ', oelig: 'œ', Yuml: 'Ÿ' }),
]);

const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z\d]{1,30}));/gi;

const entity = (written: string, decimal?: string, hex?: string, name?: string): string => {
  if (name !== undefined) return ENTITIES.get(name) ?? written;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0x1f && code <= 0x10ffff && !(code > 0x7e && code < 0xa0) ? String.fromCodePoint(code) : written;
};

/** Any of the marks that something is written out with. */
const WRITTEN_OUT = /[&%\\]|u00[0-9a-f]{2}/i;

export function unescaped(text: string): string | undefined {
  if (!WRITTEN_OUT.test(text)) return text;
  // Twice, for `&amp;#39;`.
  const plain = text
    .replace(ENTITY, entity)
    .replace(ENTITY, entity)
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\{1,4}(?=['"’&/-])/g, '');
  const decoded = /%[0-9a-f]{2}/i.test(plain) ? percentDecoded(plain) : plain;
  // WordPress strips the backslash of JSON's \u00fc.
  return decoded === undefined || /&#?\w{2,30};|\\|u00[0-9a-f]{2}/i.test(decoded) ? undefined : decoded;
}

export function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
