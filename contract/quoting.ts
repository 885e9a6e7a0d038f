/** How a message speaks of what was sent, without repeating anything personal. */
import { visible } from './text';

/**
 * What a name looks like: words that begin with a letter. An address, a phone number, a date, a card number or a token in the
 * place of a name is not one: it has an @, more digits, or a word that begins with one.
 */
const NAME = /^[\p{L}_$][\p{L}\p{M}\p{N}_$.:/[\]-]*(?: +(?:[\p{L}_$&-][\p{L}\p{M}_$.:/&-]*|\d{1,4}))*$/u;
const NO_NAME = /pina_|\d{5}|(?:\d[^\d]{0,2}){7}/i;

const LONGEST_NAME = 60;

/**
 * The name of a field or an event for its caller: quoted, and shortened, when it looks like one, else only what it is. A name
 * can be personal all the same, so it goes back to its caller and never into a log.
 *
 * @param path Of the object that holds the field, with a point at its end.
 */
export function named(name: string, path = ''): string {
  const start = visible(name.slice(0, 2 * LONGEST_NAME)).slice(0, LONGEST_NAME);
  if (!NAME.test(start.trim()) || NO_NAME.test(start)) return shown(name);
  return `"${path}${start}${name.length > LONGEST_NAME ? '…' : ''}"`;
}

/** A value for a message: never a text itself, because a personal value can stand in the wrong field. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
