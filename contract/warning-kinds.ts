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
