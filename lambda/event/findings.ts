/**
 * What `accept` has to say about an event. A problem refuses the event, a warning tells what was left out or changed.
 * Both go back to the caller, so neither may ever repeat a personal value: see `shown`.
 */
export class Findings {
  public readonly problems: string[] = [];
  public readonly warnings: string[] = [];
  /** Kinds of the warnings, each once. Most events have none, and this runs for every event. */
  public kinds: readonly WarningKind[] = NO_KINDS;

  public problem(text: string): void {
    add(this.problems, text);
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

/** What a name looks like: no digit, because phone numbers, dates, addresses and most tokens have some. */
const NAME = /^(?!.*pina_)[a-z][a-z ._:-]{0,59}$/i;

/** The name of a field or an event for a message: itself when it looks like one, else only what it is. */
export const named = (name: string): string => (NAME.test(name) ? `"${name}"` : shown(name));

/** A value for a message: never a text itself, because a personal value can stand in the wrong field. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
