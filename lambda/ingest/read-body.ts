/** The body of a request → the raw events in it, or what is wrong with it. */

import { parseJson } from '../../contract/json';
import { unwrapped } from '../../contract/json-text';
import { named } from '../../contract/quoting';
import { isRawObject, type RawObject } from '../../contract/raw';
import { MAX_EVENTS_PER_REQUEST } from '../../contract/request-limits';
import { Findings } from '../event/findings';
import { isSwitch, saidIn } from '../event/switches';
import { hasTestCode, TEST_EVENT_CODE, testSwitchOf } from '../event/test-switch';
import { ERRORS } from './answer';
import { bodyText, type Refused, type RequestBody, refuse } from './body-text';

export interface RawEvents {
  readonly events: readonly unknown[];
  /** The events with every digit of their numbers; that takes longer, and few need it. */
  readonly exactEvents: () => readonly unknown[];
  /** True when the body carries a `test_event_code`, or a yes as `test`, beside its events. */
  readonly test: boolean;
  /** Consent and flags of privacy beside the events. */
  readonly beside: RawObject;
  /** What was found beside the events, for each of them. */
  readonly warnings: readonly string[];
}

export type Body = RawEvents | Refused;

const SHAPES = 'send {"data": [event, …]}, a list of events, or one event';
/** What a form or PHP's `http_build_query` sends. */
const FORM = /^[\w.%[\]-]{1,100}=/;

const NO_EVENTS = `the body has neither "data" nor "event_name"; ${SHAPES}`;

export function readBody(request: RequestBody): Body {
  const text = bodyText(request);
  if (typeof text !== 'string') return text;
  if (text.trim() === '') return refuse(ERRORS.badRequest, `the body is empty; ${SHAPES}`);
  const parsed = parse(text);
  if ('fault' in parsed) return refuse(ERRORS.badRequest, `the body is not valid JSON${parsed.fault}; ${SHAPES}`);
  const body = eventsOf(parsed.value);
  return 'refusal' in body ? body : { ...body, exactEvents: once(() => exactly(text)) };
}

function exactly(text: string): readonly unknown[] {
  const body = eventsOf(parseJson(text));
  return 'refusal' in body ? [] : body.events;
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** The parser's own message quotes the input, which may be personal: only the position is passed on. */
function parse(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (FORM.test(text)) return { fault: ' but form data' };
    const position = /position (\d+) \(line \d+ column \d+\)$/.exec(String(error))?.[1];
    return { fault: position === undefined ? '' : ` (at character ${position})` };
  }
}

type Inexact = Omit<RawEvents, 'exactEvents'>;

/** Some clients write JSON into JSON. */
function eventsOf(given: unknown): Inexact | Refused {
  const value = unwrapped(given);
  if (!isRawObject(value)) return Array.isArray(value) ? counted(value, {}) : refuse(ERRORS.badRequest, NO_EVENTS);
  const { data, ...others } = value;
  if (data === undefined) {
    return Object.hasOwn(value, 'event_name') ? counted([value], {}) : refuse(ERRORS.badRequest, NO_EVENTS);
  }
  const list = unwrapped(data);
  return Array.isArray(list) ? counted(list, others) : refuse(ERRORS.badRequest, `"data" is not a list; ${SHAPES}`);
}

function counted(events: readonly unknown[], others: RawObject): Inexact | Refused {
  if (events.length === 0 || events.length > MAX_EVENTS_PER_REQUEST) {
    return refuse(
      ERRORS.badRequest,
      `"data" holds ${events.length} events; send 1 to ${MAX_EVENTS_PER_REQUEST} a request`,
    );
  }
  const findings = new Findings();
  const said = saidIn(others);
  const says = testSwitchOf(said);
  if (typeof says === 'object')
    return refuse(
      ERRORS.badRequest,
      `${named(says.unreadable)} beside "data" is neither a clear yes nor a clear no; send true or false`,
    );
  if (hasTestCode(said)) findings.warning('test_event_code', TEST_EVENT_CODE);
  for (const key of Object.keys(others).filter((key) => !isSwitch(key)))
    findings.warning('unknown_field', `${named(key)} beside "data" is no field of Pinterest's and was left out`);
  return { events, test: says, beside: others, warnings: findings.warnings };
}
