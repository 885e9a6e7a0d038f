/**
 * Texts that a program printed in the place of a value: a template variable that nobody filled in, an object or a function
 * printed as text, an id built of an undefined part. As an id such a text makes different buyers one.
 *
 * Sources: the documented syntax of Liquid, Handlebars, Jinja and Google Tag Manager (`{{x}}`, `{% x %}`), JavaScript,
 * JSP and Ruby (`${x}`, `#{x}`, `<%= x %>`), Salesforce and Braze (`%%x%%`), Mailchimp (`*|X|*`), Python (`%(x)s`), TikTok
 * and DV360 macros (`__X__`), Ant (`@x@`), Angular and Smarty (`[[x]]`, `{$x}`).
 */
import { hasLostDigits, textOf } from '../../contract/raw';
import { decoded } from './personal-text';

/** No text of any field is meant so. Each begins with a mark, so that most texts are told apart by their first character. */
const SURELY = new RegExp(
  `^(?:${[
    String.raw`\{\{[\s\S]*\}\}|\{%[\s\S]*%\}|<[%?][\s\S]*[%?]>|[$#@]\{[\s\S]*\}|\[\[[\s\S]*\]\]|\*\|[\s\S]*\|\*`,
    String.raw`%%[\w .-]+%%|%\([\w.]+\)[sdif]|%7B%7B[\s\S]*%7D%7D|\[object \w+\]|function\b[^(]*\([\s\S]*\}|\(.*\)\s*=>[\s\S]*`,
  ].join('|')})$`,
  'i',
);

export const isUnfilled = (text: string): boolean => '{$#@%<[*(f'.includes(text.charAt(0)) && SURELY.test(text);

/** Ids that hold nothing of the kinds below: letters, digits and a few marks, with a digit among them. */
const PLAIN_ID = /^[\w.-]+$/;
const DIGIT = /\d/;
/**
 * Two letters of undefined, null, NULL, NaN, None or nil, the marks of a macro, an exponent, or no digit but zeros: one look tells
 * most ids apart.
 */
const SUSPICIOUS = /n[diu]|N[aoU]|__|\.\d+[eE]|^[0.-]+$|^-1$/;

/** Anywhere in an id. `(null)` is C's, `%!s(<nil>)` Go's, `[object Object]` JavaScript's. */
const PRINTED_INSIDE =
  /\{\{|\}\}|[$#]\{|\{%|%\}|<[%?]|[%?]>|\*\||\|\*|%%\w+%%|%\(\w+\)[sd]|%7B%7B|\[object \w|\bfunction\b[\s\w]{0,80}\(|=>|\[native code\]|%!\w\(|[(<](?:null|nil)[)>]|undefined/;

/** As the whole of an id. GUIDs in braces, and ids such as `$RCAnonymousID:87c6…`, are ids. */
const PRINTED_WHOLE = new RegExp(
  `^(?:${[
    String.raw`%[A-Za-z_][\w.]*%|%(?:\d\$)?[sd@]|\{\d{1,2}\}|\{(?![0-9a-fA-F]{8,}\})[$!#@%~^]?[A-Za-z_][\w.]*#?\}|\[[A-Za-z_][A-Za-z_ ]*\]`,
    String.raw`@[A-Za-z_.]+@|__[A-Za-z]\w*__|:[A-Za-z_]\w*|\$[A-Za-z_]\w*(?:->.*|\[.*|\$)?|##?[A-Za-z_.]+##?|#?<[A-Za-z_/!][^@]*>`,
    // How Java, PHP, Python and .NET print an object or a list, JavaScript a broken date, a promise, a symbol or a function.
    String.raw`(?:[\w$]+\.)+[A-Z][\w$]*@[0-9a-f]{6,8}|Array(?:\(\d*\))?|Object(?:\(\w*\))?|-?Infinity|Invalid Date`,
    String.raw`stdClass(?: Object)?|Resource id #\d+|[A-Z]\w* object \(\w*\)|System\.[A-Z][\w.[\]]*|NoneType`,
    String.raw`Promise \{.*\}|Symbol\(.*\)|\[(?:Function|AsyncFunction|class|Circular)\b.*\]|Closure`,
    // A path of a program's variables, as in `window.order.id`.
    String.raw`@?(?:window|document|dataLayer|data|this|self|event|ecommerce|order|item|product|customer|user|checkout|model|Model|page|props|ctx|context|payload|params|req|request)(?:\.[A-Za-z_]+)+`,
  ].join('|')})$`,
);

/** The name of a field in the place of its value: `order_id`, `YOUR_EVENT_ID`. */
const OWN_NAME =
  /^[@~!#$%^*:]{0,3}(?:(?:your|my|the|insert|enter|unique)[ _-]?){0,3}(?:(?:event|order|transaction|user|customer|external|product|item|content)[ _-]?id|first[ _-]?name|last[ _-]?name|[fl]name|uu?id|guid|id)(?:[ _-]?here)?[~!#$%^*]{0,3}$/i;

/** The last part of an id, or its first in front of numbers, as programs print it: `order_null`, `NaN-NaN`, `null-1700000000`. */
const EMPTY_PART =
  /(?:^|[\s_.:|/#~,;=-])(?:null|NULL|NaN|None|nil)$|^(?:null|NULL|NaN|None|nil)(?:[\s_.:|/#~,;=-]+(?:\d+|null|NULL|NaN|None|nil))+$|^(?:[A-Z]?[a-z]{3,}|[A-Z]{3,})[_:#=-]+$/;

/** A mark or three, or one mark again and again. */
const MARKS = /^(?:[^\p{L}\p{N}]{1,3}|([^\p{L}\p{N}])\1*|[\s.…–—_*?-]+)$/u;

/** Words for nobody, and for a value that is kept back. */
const WORDS_OF_NOTHING =
  /^(?:-1|true|false|unknown|empty|missing|blank|redacted|masked|todo|tbd|x{3,20}|guest|anonymous|not[ _-]?logged[ _-]?in|not[ _-]?(?:set|available|provided)|no[ _-]?(?:id|value)|string|placeholder|default|nullptr|void(?: 0)?|na|unbekannt|inconnu|desconocido|onbekend|sconosciuto|nullnull|nonenone|n\/?a[_-]\d+)$/i;

/** The short form of a long number: a spreadsheet's, JavaScript's, Java's. */
const SHORTENED = /^\d(?:(?:[.,]\d+)?E\+|\.\d+E)\d{1,3}$/i;

const UNFILLED = 'a template variable that was not filled in, or an empty part';
const LOST = 'a number whose last digits are lost (send ids as text)';
/** 0, and the nil UUID. */
export const ZEROS = 'zeros alone, the id of everybody who has none';

/** Why a text cannot be an id or a name; completes `"order_id" is …`. Undefined when it can. */
export function whyNoId(text: string): string | undefined {
  if (DIGIT.test(text) && PLAIN_ID.test(text) && !SUSPICIOUS.test(text)) return undefined;
  if (SHORTENED.test(text)) return LOST;
  if (/^[0-]+(?:\.0+)?$/.test(text) && text.includes('0')) return ZEROS;
  const printed =
    isUnfilled(text) ||
    PRINTED_INSIDE.test(text) ||
    PRINTED_WHOLE.test(text) ||
    OWN_NAME.test(text) ||
    WORDS_OF_NOTHING.test(text) ||
    EMPTY_PART.test(text) ||
    MARKS.test(text);
  return printed || isUnfilledBehindPercents(text) ? UNFILLED : undefined;
}

/** `%24%7Bid%7D`: a template in a URL that nobody filled in. */
function isUnfilledBehindPercents(text: string): boolean {
  if (!/%(?:23|24|25|2A|3C|40|5B|7B)/i.test(text)) return false;
  const plain = decoded(text);
  // `decoded` leaves nothing to decode, so this ends.
  return plain !== text && whyNoId(plain) !== undefined;
}

/** A form's first choice, and words for nobody that no person or town is called. */
const NO_CHOICE =
  /^(?:[-–\s.]*(?:please )?(?:select|choose)\b.{0,30}|unknown(?: unknown)?|anonymous|unbekannt|inconnu|desconocido|onbekend|sconosciuto|redacted|nullptr|empty|missing|true|false)$/i;

export const isNoChoice = (text: string): boolean => NO_CHOICE.test(text);

/** Why a value cannot be the text of a field, where it is one of the kinds above. */
export function whyNoText(value: unknown, isId: boolean): string | undefined {
  if (hasLostDigits(value)) return LOST;
  const text = textOf(value);
  if (text === undefined) return undefined;
  return isId ? whyNoId(text) : isUnfilled(text) ? UNFILLED : undefined;
}
