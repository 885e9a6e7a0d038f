/** HTTP with the manners of a good client: what says "later" is repeated later, every failure is told in a sentence. */
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from './target';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const ATTEMPTS = 8;
const TIMEOUT_MS = 30_000;
const LONGEST_WAIT_SECONDS = 30;

/** Repeats 429 and 503 after the time they ask for. The events carry their ids, so a repetition counts once. */
export async function request(url: string, init: RequestInit = {}): Promise<Reply> {
  for (let attempt = 1; ; attempt++) {
    const response = await attemptOnce(url, init);
    if (response.status !== 429 && response.status !== 503) return response;
    if (attempt === ATTEMPTS) {
      throw new Failure(`${url} still answered ${response.status} at the ${ATTEMPTS}th attempt; try again later.`);
    }
    await wait(1_000 * secondsToWait(response.retryAfter, attempt));
  }
}

function secondsToWait(retryAfter: string | null, attempt: number): number {
  const asked = retryAfter === null ? Number.NaN : Number(retryAfter);
  const seconds = Number.isFinite(asked) ? asked : 2 ** attempt / 4;
  return Math.min(Math.max(seconds, 0), LONGEST_WAIT_SECONDS);
}

async function attemptOnce(url: string, init: RequestInit): Promise<Reply & { retryAfter: string | null }> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const body = parse(await response.text());
    return { status: response.status, body, retryAfter: response.headers.get('retry-after') };
  } catch (error) {
    throw new Failure(`${url} ${reasonOf(error)}`);
  }
}

function reasonOf(error: unknown): string {
  // Not `instanceof`: errors of Node's own fetch may come from another realm.
  const { name, cause } = error as { name?: string; cause?: { code?: string; message?: string } };
  const code = cause?.code;
  if (name === 'TimeoutError') return `did not answer within ${TIMEOUT_MS / 1_000} seconds.`;
  switch (code) {
    case 'ECONNREFUSED':
      return 'cannot be reached: nothing listens there. Start the stack with `npm start`, or set ENDPOINT.';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'cannot be reached: there is no such host. Check ENDPOINT.';
    default:
      return `cannot be reached: ${code ?? cause?.message ?? name}.`;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
