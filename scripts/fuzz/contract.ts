/** What an answer of the event routes looks like; anything else is a fault. */
import type { HttpAnswer } from '../../lambda/ingest/answer';

type Answered = { readonly [key: string]: unknown };

const SUMMARY = 'events,num_events_processed,num_events_received';
const RESULT = 'error_message,status,warning_message';

/** What is wrong with an answer; undefined when nothing is. `queued` counts the messages that it put into the queue. */
export function faultOfAnswer(
  { statusCode = 0, headers = {}, body = '' }: HttpAnswer,
  queued: number,
): string | undefined {
  if (!(statusCode >= 200 && statusCode < 300) && !(statusCode >= 400 && statusCode < 500))
    return `status ${statusCode}`;
  if (!String(headers['content-type']).startsWith('application/json')) return 'no JSON by its content type';
  const answer = parsed(body);
  if (answer === undefined) return 'a body that is no JSON object';
  if (statusCode === 200) return faultOfSummary(answer, queued);
  if (queued > 0) return `status ${statusCode} with ${queued} events queued`;
  const keys = statusCode === 422 ? 'code,details,message' : 'code,message';
  if (keysOf(answer) !== keys) return `status ${statusCode} with the keys ${keysOf(answer)}`;
  if (!Number.isInteger(answer.code) || typeof answer.message !== 'string' || answer.message === '')
    return 'no code or message';
  return statusCode === 422 ? faultOfSummary(answer.details as Answered, 0) : undefined;
}

function parsed(body: string): Answered | undefined {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const keysOf = (object: object): string => Object.keys(object).sort().join();

function faultOfSummary(answer: Answered, queued: number): string | undefined {
  if (keysOf(answer) !== SUMMARY) return `the keys ${keysOf(answer)}`;
  const events = answer.events as Answered[];
  const processed = events.filter(({ status }) => status === 'processed').length;
  if (answer.num_events_received !== events.length || answer.num_events_processed !== processed) return 'a wrong count';
  // The same event twice in a request is queued once.
  if (queued > processed || (queued === 0) !== (processed === 0)) return `${processed} processed, ${queued} queued`;
  return events.map(faultOfResult).find((fault) => fault !== undefined);
}

function faultOfResult(result: Answered): string | undefined {
  const { status, error_message, warning_message } = result;
  if (keysOf(result) !== RESULT) return `a result with the keys ${keysOf(result)}`;
  if (warning_message !== null && !isText(warning_message)) return 'a warning that is no text';
  if (status === 'processed') return error_message === null ? undefined : 'processed, with an error';
  return status === 'failed' && isText(error_message) ? undefined : 'failed, without an error';
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
