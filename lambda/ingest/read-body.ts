/** The body of a request → the raw events in it, or what is wrong with it. */
import { Findings, named } from '../event/findings';
import { parseJson } from '../event/json';
import { TEST_EVENT_CODE } from '../event/privacy';
import { isAbsent, isRawObject, type RawObject } from '../event/raw';
import { MAX_EVENTS_PER_REQUEST } from '../event/request-limits';
import { ERRORS } from './answer';
import { bodyText, type Refused, type RequestBody, refuse } from './body-text';

export interface RawEvents {
  readonly events: readonly unknown[];
  /** True when the body carries a `test_event_code` beside its events. */
  readonly test: boolean;
  /** What was found beside the events, for each of them. */
  readonly warnings: readonly string[];
}

export type Body = RawEvents | Refused;

const SHAPES = 'send {"data": [event, …]}, a list of events, or one event';
const NO_EVENTS = `the body has neither "data" nor "event_name"; ${SHAPES}`;

export function readBody(request: RequestBody): Body {
  const text = bodyText(request);
  if (typeof text !== 'string') return text;
  if (text.trim() === '') return refuse(ERRORS.badRequest, `the body is empty; ${SHAPES}`);
  const parsed = parse(text);
  if ('fault' in parsed) return refuse(ERRORS.badRequest, `the body is not valid JSON${parsed.fault}; ${SHAPES}`);
  return eventsOf(parsed.value);
}

/** The parser's own message quotes the input, which may be personal: only the position is passed on. */
function parse(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: parseJson(text) };
  } catch (error) {
    const position = /position (\d+) \(line \d+ column \d+\)$/.exec(String(error))?.[1];
    return { fault: position === undefined ? '' : ` (at character ${position})` };
  }
}

function eventsOf(value: unknown): Body {
  if (!isRawObject(value)) return Array.isArray(value) ? counted(value, {}) : refuse(ERRORS.badRequest, NO_EVENTS);
  const { data, ...others } = value;
  if (data === undefined) {
    return Object.hasOwn(value, 'event_name') ? counted([value], {}) : refuse(ERRORS.badRequest, NO_EVENTS);
  }
  return Array.isArray(data) ? counted(data, others) : refuse(ERRORS.badRequest, `"data" is not a list; ${SHAPES}`);
}

function counted(events: readonly unknown[], { test_event_code, ...others }: RawObject): Body {
  if (events.length === 0 || events.length > MAX_EVENTS_PER_REQUEST) {
    return refuse(
      ERRORS.badRequest,
      `"data" holds ${events.length} events; send 1 to ${MAX_EVENTS_PER_REQUEST} a request`,
    );
  }
  const findings = new Findings();
  const test = !isAbsent(test_event_code);
  if (test) findings.warning('test_event_code', TEST_EVENT_CODE);
  for (const key of Object.keys(others))
    findings.warning('unknown_field', `${named(key)} beside "data" is no field of Pinterest's and was left out`);
  return { events, test, warnings: findings.warnings };
}
