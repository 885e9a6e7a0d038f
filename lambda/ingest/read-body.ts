/** The body of a request → the raw events in it, or what is wrong with it. */
import { MAX_EVENTS_PER_REQUEST } from '../event/pinterest-event';
import { isRawObject } from '../event/raw';
import { ERRORS, type ErrorKind } from './answer';

/** 4 MiB: with API Gateway's base64 around it, the largest body that always fits Lambda's 6 MB. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

export interface Refusal {
  readonly kind: ErrorKind;
  readonly message: string;
}

export type Body = { readonly events: readonly unknown[] } | { readonly refusal: Refusal };

const SHAPES = 'send {"data": [event, …]}, a list of events, or one event';

const refuse = (kind: ErrorKind, message: string): Body => ({ refusal: { kind, message } });

export function readBody(body: string | undefined, isBase64Encoded: boolean): Body {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MAX_BODY_BYTES) {
    return refuse(
      ERRORS.tooLarge,
      `the body has ${bytes.length} bytes; send at most ${MAX_BODY_BYTES}, in several requests`,
    );
  }
  const text = decode(bytes);
  if (text === undefined) return refuse(ERRORS.badRequest, 'the body is not valid UTF-8; encode it as UTF-8');
  if (text.trim() === '') return refuse(ERRORS.badRequest, `the body is empty; ${SHAPES}`);
  const parsed = parse(text);
  if ('fault' in parsed) return refuse(ERRORS.badRequest, `the body is not valid JSON${parsed.fault}; ${SHAPES}`);
  return eventsOf(parsed.value);
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The parser's own message quotes the input, which may be personal: only the position is passed on. */
function parse(text: string): { value: unknown } | { fault: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const position = /position (\d+) \(line \d+ column \d+\)$/.exec(String(error))?.[1];
    return { fault: position === undefined ? '' : ` (at character ${position})` };
  }
}

function eventsOf(value: unknown): Body {
  const events = isRawObject(value) && Object.hasOwn(value, 'data') ? value.data : value;
  if (Array.isArray(events)) {
    return events.length >= 1 && events.length <= MAX_EVENTS_PER_REQUEST
      ? { events }
      : refuse(
          ERRORS.badRequest,
          `"data" holds ${events.length} events; send 1 to ${MAX_EVENTS_PER_REQUEST} a request`,
        );
  }
  if (events !== value) return refuse(ERRORS.badRequest, `"data" is not a list; ${SHAPES}`);
  return isRawObject(events) && Object.hasOwn(events, 'event_name')
    ? { events: [events] }
    : refuse(ERRORS.badRequest, `the body has neither "data" nor "event_name"; ${SHAPES}`);
}
