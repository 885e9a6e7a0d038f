/**
 * What `accept` has to say about an event. A problem refuses the event, a warning tells what was left out or changed.
 * Both go back to the caller, so neither may ever repeat a personal value: see `shown` and `named`.
 */
export class Findings {
  public readonly problems: string[] = [];
  /** The problems as the log may have them: without a word of the caller's. */
  public readonly reasons: string[] = [];
  public readonly warnings: string[] = [];
  /** Kinds of the warnings, each once. Most events have none, and this runs for every event. */
  public kinds: readonly WarningKind[] = NO_KINDS;

  /** @param logged The same for the log, where `text` quotes the caller. */
  public problem(text: string, logged = text): void {
    add(this.problems, text);
    add(this.reasons, logged);
  }

  public warning(kind: WarningKind, text: string): void {
    add(this.warnings, text);
    if (!this.kinds.includes(kind)) this.kinds = [...this.kinds, kind];
  }
}

/** What a warning is about, for counting: each kind is a metric. */
export const WARNING_KINDS = [
  /** A key that Pinterest does not know was left out. */
  'unknown_field',
  /** The value of an optional field cannot be read, and was left out. */
  'unreadable_field',
  /** A value for matching is of no use, and was left out. */
  'unusable_match_key',
  /** A page sent what is taken from its connection. */
  'ignored_connection',
  /** Meta's `test_event_code` makes the event a test. */
  'test_event_code',
  /** Limited data processing has no effect without state and country. */
  'ldp_without_state',
  /** An e-mail address or the like where none may stand in clear was cut out. */
  'personal_value',
  /** The same event stands in the request twice. */
  'same_event',
] as const;

export type WarningKind = (typeof WARNING_KINDS)[number];

const NO_KINDS: readonly WarningKind[] = [];

/** Of each kind. An answer tells of 1,000 events and has to fit Lambda's 6 MB, whatever was sent. */
const MAX_FINDINGS = 20;

function add(texts: string[], text: string): void {
  if (texts.includes(text) || texts.length > MAX_FINDINGS) return;
  texts.push(texts.length < MAX_FINDINGS ? text : 'there is more of the kind');
}

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
  const start = name.slice(0, LONGEST_NAME);
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
