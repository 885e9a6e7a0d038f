/**
 * The queue message as ingest writes it, as one pattern made of the tables: what matches may leave as it stands. It says
 * in a third of the time what parsing, the last gate and writing JSON anew say; who does not match goes that way.
 *
 * Every value is held against its rule where it stands in the text, also one that a parser would pass over for a second
 * one of the same name.
 */
import { EVENT, type FieldRule, type FieldTable } from '../../contract/pinterest-event';

const PLAIN = '[^"\\\\\\x00-\\x1f]*';
const TEXT = `"${PLAIN}(?:\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})${PLAIN})*"`;
const INTEGER = '-?(?:0|[1-9]\\d*)';

const listOf = (item: string): string => `\\[(?:${item}(?:,${item})*)?\\]`;

/** Undefined for rules with limits, which a pattern states badly; they belong to seldom fields. */
function patternOf(rule: FieldRule): string | undefined {
  switch (rule.kind) {
    case 'text':
      if (rule.maxLength !== undefined) return undefined;
      return rule.oneOf === undefined ? TEXT : `"(?:${rule.oneOf.join('|')})"`;
    case 'decimal':
      return '"-?\\d+(?:\\.\\d+)?"';
    case 'integer':
      return rule.minimum === undefined && rule.maximum === undefined ? INTEGER : undefined;
    case 'boolean':
      return '(?:true|false)';
    case 'texts':
      return rule.maxItems === undefined ? listOf(TEXT) : undefined;
    case 'digests':
      return listOf('"[0-9a-f]{64}"');
    case 'object':
      return `\\{(?:${membersOf(rule.fields)})?\\}`;
    case 'objects':
      return listOf(`\\{(?:${membersOf(rule.fields)})?\\}`);
  }
}

function membersOf(fields: FieldTable): string {
  const keysByPattern = new Map<string, string[]>();
  for (const [key, rule] of Object.entries(fields)) {
    const pattern = patternOf(rule);
    if (pattern !== undefined) keysByPattern.set(pattern, [...(keysByPattern.get(pattern) ?? []), key]);
  }
  const members = [...keysByPattern].map(([pattern, keys]) => `"(?:${keys.join('|')})":${pattern}`);
  const member = `(?:${members.join('|')})`;
  return `${member}(?:,${member})*`;
}

const SOURCES = EVENT.action_source.oneOf.join('|');
const REQUIRED_FIRST =
  `"event_name":${TEXT},"action_source":"(?<source>${SOURCES})",` +
  `"event_time":(?<time>${INTEGER}),"event_id":(?<id>${TEXT})`;

const MESSAGE = new RegExp(
  `^\\{"v":1,"accepted_at":\\d+,"test":(?<test>true|false),"event":(?<event>\\{${REQUIRED_FIRST},${membersOf(EVENT)}\\})\\}$`,
);

/** The pattern keeps track of each repetition; a longer message is left to the parser. */
const LONGEST = 20_000;

export interface ReadMessage {
  /** The event's JSON as it may leave. */
  readonly json: string;
  readonly test: boolean;
  readonly id: string;
  readonly action_source: string;
  readonly event_time: number;
}

export function matched(body: string): ReadMessage | undefined {
  if (body.length > LONGEST || !body.includes('"user_data":{')) return undefined;
  const { event = '', test, id = '', source = '', time } = MESSAGE.exec(body)?.groups ?? {};
  if (event === '') return undefined;
  return { json: event, test: test === 'true', id, action_source: source, event_time: Number(time) };
}
