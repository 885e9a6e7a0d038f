/**
 * A page's URL without what is personal in it; what stays, stays as it is written. Shops put forms into URLs, and
 * nobody's address is to leave in clear: parameters by their name, e-mail addresses and tokens wherever they stand, user and
 * password before the host, and the fragment, which is the page's own. Pure, for the browser script too.
 */
import { isPersonalParameter } from './personal-parameters';
import { decoded, isPersonalValue } from './personal-text';

export interface CleanUrl {
  readonly url: string;
  /** Names of the parameters that were cut. */
  readonly cut: readonly string[];
  /** True when something else was cut: a part of the path, or user and password. */
  readonly cutElsewhere: boolean;
}

const USERINFO = /^((?:[a-z][a-z\d+.-]*:)?[/\\]{2,})[^/\\?]*@/i;

export function cleanPageUrl(given: string): CleanUrl {
  const hash = given.indexOf('#');
  const url = hash === -1 ? given : given.slice(0, hash);
  const question = url.indexOf('?');
  const path = question === -1 ? url : url.slice(0, question);
  const cut: string[] = [];
  const cleanPath = cutPath(path.replace(USERINFO, '$1'), cut);
  if (question === -1) return { url: cleanPath, cut, cutElsewhere: cleanPath !== path };
  const query = url.slice(question + 1);
  const kept = cutQuery(query, cut);
  const cleanQuery = kept === '' && query !== '' ? '' : `?${kept}`;
  return { url: cleanPath + cleanQuery, cut, cutElsewhere: cleanPath !== path };
}

/** Marks of an address, of a number in international form, of a token, and a word long enough to be an address in Base64. */
const SUSPICIOUS_PATH = /[;=@%＠]|\/\+\d|\/eyJ|\/pina_|\/[\w+-]{16}/;

function cutPath(path: string, cut: string[]): string {
  if (!SUSPICIOUS_PATH.test(path)) return path;
  return path
    .split('/')
    .map((segment) => {
      const [name = '', ...parameters] = segment.split(';');
      const kept = parameters.filter((parameter) => !isCut(parameter, false, cut));
      return [isPersonalSegment(name) ? '' : name, ...kept].join(';');
    })
    .join('/');
}

/** Digits behind 00 are as often an article as a telephone. */
function isPersonalSegment(segment: string): boolean {
  const text = decoded(segment);
  return (isPersonalValue(text) && !text.startsWith('00')) || (text.includes('=') && holdsPersonalParameter(text));
}

function cutQuery(query: string, cut: string[]): string {
  // Codes that sign somebody in come with the state of the sign-in; alone, both are names of other things.
  const signsIn = query.includes('code=') && /(?:^|&)code=/.test(query) && /(?:^|&)state=/.test(query);
  const parameters = query.split('&');
  if (!query.includes(';')) {
    const kept = parameters.filter((parameter) => !isCut(parameter, signsIn, cut));
    return kept.length === parameters.length ? query : kept.join('&');
  }
  const kept = parameters.flatMap((part) => {
    const pieces = part.split(';').filter((parameter) => !isCut(parameter, signsIn, cut));
    return pieces.length > 0 ? [pieces.join(';')] : [];
  });
  return kept.join('&');
}

/** Verdicts on the names seen last: the same few come in every URL. */
const KNOWN = new Map<string, boolean>();

function isPersonalName(name: string): boolean {
  let verdict = KNOWN.get(name);
  if (verdict === undefined) {
    verdict = isPersonalParameter(decoded(name)) || isPersonalValue(decoded(name));
    if (KNOWN.size >= 1_000) KNOWN.clear();
    if (name.length <= 100) KNOWN.set(name, verdict);
  }
  return verdict;
}

function isCut(parameter: string, signsIn: boolean, cut: string[]): boolean {
  const equals = parameter.indexOf('=');
  const name = equals === -1 ? parameter : parameter.slice(0, equals);
  const value = equals === -1 ? '' : parameter.slice(equals + 1);
  const personal =
    (value !== '' && isPersonalName(name)) ||
    (equals === -1 && isPersonalValue(decoded(name))) ||
    (signsIn && (name === 'code' || name === 'state')) ||
    isPersonalIn(value);
  if (personal) cut.push(decoded(name));
  return personal;
}

/** Most values are short words. */
const PLAIN = /^[\w.~-]*$/;

/** Shorter than an address in Base64. */
const SHORT = 12;

function isPersonalIn(value: string): boolean {
  if (PLAIN.test(value))
    return value.length >= SHORT || value.includes('.') || value.startsWith('00') || value.startsWith('pina_')
      ? isPersonalValue(value)
      : false;
  const text = decoded(value);
  return (
    isPersonalValue(text) ||
    (text.includes('=') && holdsPersonalParameter(text)) ||
    (text.includes('":') && holdsPersonalKey(text))
  );
}

/** A page to go to, inside a parameter: `return=/account?token=…`. */
const holdsPersonalParameter = (text: string): boolean =>
  text.split(/[?&;]/).some((inner) => {
    const equals = inner.indexOf('=');
    return equals > 0 && equals < inner.length - 1 && isPersonalName(inner.slice(0, equals));
  });

/** JSON inside a parameter: `data={"phone":"…"}`. */
const holdsPersonalKey = (text: string): boolean =>
  [...text.matchAll(/"([^"]{1,60})"\s{0,3}:/g)].some(([, name = '']) => isPersonalName(name));
