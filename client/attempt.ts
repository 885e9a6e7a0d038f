/** One attempt at a request: made with the key, once more at once when the key had been changed, and what came of it. */
import { retryAfterMs } from './back-off';
import { type IngestKey, NoKey } from './ingest-key';
import type { Prepared } from './prepare';
import { readAnswer, type Verdict } from './read-answer';
import type { Settings } from './settings';
import { TimedOut, within } from './time';

export interface AttemptProps {
  readonly settings: Settings;
  readonly key: IngestKey;
  readonly url: string;
  readonly signal: AbortSignal | undefined;
  /** Told of each request before it is made. */
  readonly onRequest: () => void;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly status?: number;
  /** What the answer asked to wait. */
  readonly waitMs?: number;
  readonly thrown?: unknown;
  /** In words, without anything of the answer's body. */
  readonly what: string;
}

interface Reply {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | null;
}

export async function attempt(
  events: readonly Prepared[],
  milliseconds: number,
  props: AttemptProps,
): Promise<Outcome> {
  const body = `{"data":[${events.map(({ json }) => json).join(',')}]}`;
  try {
    const reply = await within(milliseconds, props.signal, (signal) => exchange(body, props, signal));
    return {
      verdict: readAnswer(reply.status, reply.body, events.length),
      status: reply.status,
      waitMs: retryAfterMs(reply.retryAfter, props.settings.now()),
      what: `the answer was ${reply.status}`,
    };
  } catch (thrown) {
    return outcomeOf(thrown, milliseconds, props.signal);
  }
}

async function exchange(body: string, props: AttemptProps, signal: AbortSignal): Promise<Reply> {
  const key = await props.key.get();
  const reply = await request(body, key, props, signal);
  if (reply.status !== 401 || !(await props.key.isRenewed(key))) return reply;
  return request(body, await props.key.get(), props, signal);
}

async function request(
  body: string,
  key: string | undefined,
  { settings, url, onRequest }: AttemptProps,
  signal: AbortSignal,
): Promise<Reply> {
  onRequest();
  const headers = { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) };
  // A redirect would turn the POST into a GET, or carry personal values to an address that nobody has checked.
  const answer = await settings.fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
  return { status: answer.status, body: await answer.text(), retryAfter: answer.headers.get('retry-after') };
}

function outcomeOf(thrown: unknown, milliseconds: number, signal: AbortSignal | undefined): Outcome {
  if (signal?.aborted) {
    return { verdict: { kind: 'stop', reason: 'aborted' }, thrown: signal.reason, what: 'the signal was aborted' };
  }
  if (thrown instanceof NoKey) {
    return { verdict: { kind: 'stop', reason: 'no-key' }, thrown: thrown.thrown, what: '"ingestKey" gave no key' };
  }
  const threw = `fetch threw ${codeOf(thrown)}, which "lastError" holds,`;
  const what = thrown instanceof TimedOut ? `no answer within ${milliseconds} ms` : threw;
  return { verdict: { kind: 'later' }, thrown, what };
}

/** What a platform calls the fault. Its message may quote the request, a code does not. */
function codeOf(thrown: unknown): string {
  const { code, name, cause } = Object(thrown) as { code?: unknown; name?: unknown; cause?: { code?: unknown } };
  const known = [cause?.code, code, name].find((text) => typeof text === 'string' && /^\w{1,40}$/.test(text));
  return typeof known === 'string' ? known : 'an error';
}
