/** `language`: the two letters of ISO 639-1 that Pinterest takes, of any tag that browsers and systems write. */
import { listOf, textOf } from '../../contract/raw';
import { visible } from '../../contract/text';

/** `en`, `en-US`, `zh_Hant_TW`, `en_US.UTF-8`, `de-DE,de;q=0.9`: of a list the first, which is the one preferred. */
const TAG = /^([a-z]{2,3})(?:[-_/ ][a-z0-9]{1,8})*(?:[.@][\w.@-]*)?(?:\s*[,;].*)?$/i;

/** No list of preferences is longer. */
const LONGEST = 1_000;

let names: Intl.DisplayNames | undefined;

/** What was read of the languages seen: there are few, and asking takes as long as a digest or four. */
const KNOWN = new Map<string, string | undefined>();

/** Undefined when Unicode's data name no such language. */
export function languageCode(value: unknown): string | undefined {
  // Browsers have a list of languages, the preferred one first.
  const text = visible((textOf(listOf(value)[0]) ?? '').slice(0, LONGEST)).replace(/^["']|["']$/g, '');
  const code = TAG.exec(text)?.[1]?.toLowerCase();
  if (code === undefined) return undefined;
  if (!KNOWN.has(code)) KNOWN.set(code, readCode(code));
  return KNOWN.get(code);
}

/** Of two or three letters. */
function readCode(code: string): string | undefined {
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  // BCP 47's one form of a language: `eng` and `iw` are en and he.
  const language = Intl.getCanonicalLocales(code)[0]?.split('-')[0];
  const short = [language, code].find((candidate) => candidate?.length === 2);
  return short !== undefined && names.of(short) !== undefined ? short : undefined;
}
