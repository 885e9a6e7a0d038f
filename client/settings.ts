/** The options, checked and completed: what is wrong is told when the client is made, all of it at once. */
import { shown } from '../contract/quoting';
import { isKey } from './ingest-key';
import type { ConversionsClientOptions, Fetch } from './options';
import { waitFor } from './time';

export interface Settings {
  readonly url: string;
  readonly fetch: Fetch;
  readonly maxAttempts: number;
  readonly attemptTimeoutMs: number;
  readonly timeLimitMs: number;
  readonly now: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly random: () => number;
}

/** The options that are numbers, each from 1 on. */
export const NUMBERS = {
  maxAttempts: { byDefault: 6, most: 100 },
  attemptTimeoutMs: { byDefault: 30_000, most: 600_000 },
  timeLimitMs: { byDefault: 120_000, most: 3_600_000 },
} as const;

const FUNCTIONS = ['fetch', 'now', 'sleep', 'random'] as const;

export function settingsOf(options: ConversionsClientOptions): Settings {
  const faults = [endpointFault(options.endpoint), keyFault(options), ...otherFaults(options)].filter(
    (fault) => fault !== undefined,
  );
  if (faults.length > 0) throw new TypeError(`ConversionsClient: ${faults.join('; ')}`);
  const number = (name: keyof typeof NUMBERS) => options[name] ?? NUMBERS[name].byDefault;
  return {
    url: `${options.endpoint.trim().replace(/\/+$/, '')}/events`,
    // Looked up at each call: a fetch that is replaced later, in tests or by instrumentation, is the one to use.
    fetch: options.fetch ?? ((url, request) => fetch(url, request)),
    maxAttempts: number('maxAttempts'),
    attemptTimeoutMs: number('attemptTimeoutMs'),
    timeLimitMs: number('timeLimitMs'),
    now: options.now ?? Date.now,
    sleep: options.sleep ?? waitFor,
    random: options.random ?? Math.random,
  };
}

const ENDPOINT = `set "endpoint" to the stack output Endpoint, such as "https://events.shop.example"`;

const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Never repeats the text: a key may have got into the wrong option. */
function endpointFault(endpoint: unknown): string | undefined {
  if (endpoint === undefined) return `"endpoint" is missing; ${ENDPOINT}`;
  const url = typeof endpoint === 'string' ? parsed(endpoint) : undefined;
  if (url === undefined) return `"endpoint" is ${shown(endpoint)} and no address; ${ENDPOINT}`;
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && LOOPBACK.test(url.hostname))) {
    return `"endpoint" begins with ${url.protocol}; it takes https:, and http: on this machine only; ${ENDPOINT}`;
  }
  if (url.username || url.password || url.search || url.hash) {
    return `"endpoint" holds a user, a query or a fragment; ${ENDPOINT}`;
  }
  if (/\/events\/*$/.test(url.pathname)) return `"endpoint" ends in /events, which the client adds; ${ENDPOINT}`;
  return undefined;
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text.trim());
  } catch {
    return undefined;
  }
}

function keyFault({ ingestKey, fetch }: ConversionsClientOptions): string | undefined {
  if (typeof ingestKey === 'function' || isKey(ingestKey)) return undefined;
  if (ingestKey === undefined && fetch !== undefined) return undefined;
  const got = ingestKey === undefined ? 'missing' : `${shown(ingestKey)}, which is not a key`;
  return `"ingestKey" is ${got}; give it the value of the secret that the stack prints as IngestKeySecretArn, or a function that reads it; with IAM pass a "fetch" that signs`;
}

function otherFaults(options: ConversionsClientOptions): (string | undefined)[] {
  return [
    ...Object.entries(NUMBERS).map(([name, { most }]) => {
      const value: unknown = options[name as keyof typeof NUMBERS];
      const isGood = value === undefined || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most);
      return isGood ? undefined : `"${name}" is ${shownNumber(value)}; it takes a whole number from 1 to ${most}`;
    }),
    ...FUNCTIONS.map((name) => {
      const value: unknown = options[name];
      const isGood = value === undefined || typeof value === 'function';
      return isGood ? undefined : `"${name}" is ${shown(value)}; it takes a function`;
    }),
  ];
}

const shownNumber = (value: unknown): string => (typeof value === 'number' ? String(value) : shown(value));
