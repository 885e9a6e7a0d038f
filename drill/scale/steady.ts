/** Fair weather: how many pollers a traffic needs, and which limit it meets first. */

import { OPTIONS } from '../../lib/options/table';
import { senderConcurrency } from '../../lib/private/sender-concurrency';
import { ASSUMED } from '../../scripts/cost';
import { MOST_IN_FLIGHT } from '../../sim/sqs/queue';
import { DEFAULTS } from './setting';
import { simulate } from './simulate';
import { count, span } from './text';

const RATES = [10, 100, 1_000, 5_000, 1e9 / 86_400];
const HOURS = 0.2;

/** No event may wait for longer, but by chance. */
const GOAL_SECONDS = 5;

export const STEADY_HEAD = [
  'events/s',
  'events a day',
  'pollers needed',
  'p99',
  'POSTs a minute',
  'default',
  'of the limits below it meets',
] as const;

export function steadyRows(): string[][] {
  return RATES.map((rate) => {
    const { pollers, p99, calls } = needed(rate);
    const met = limits().filter(({ most }) => most <= rate);
    return [
      count(Math.round(rate)),
      count(rate * 86_400),
      String(pollers),
      span(p99),
      count(calls),
      String(senderConcurrency(rate * 86_400)),
      met.map(({ letter }) => letter).join(', ') || 'none',
    ];
  });
}

function needed(rate: number): { readonly pollers: number; readonly p99: number; readonly calls: number } {
  for (let pollers = Math.max(2, Math.floor(rate / 95)); ; pollers++) {
    const { fresh, mostCallsAMinute } = simulate({
      ...DEFAULTS,
      rate,
      pollers,
      freshHours: HOURS,
      patienceHours: 2 * HOURS,
    });
    if (fresh.p99 < GOAL_SECONDS) return { pollers, p99: fresh.p99, calls: mostCallsAMinute };
  }
}

/** Of a poller: what its window brings, and the time for that and for the POST. */
const WINDOW_EVENTS = 200;
const CYCLE_SECONDS = 2 + DEFAULTS.postSeconds + DEFAULTS.settleSeconds;
const A_POLLER = WINDOW_EVENTS / CYCLE_SECONDS;

/** Concurrent executions of an account that has not asked for more, and API Gateway's requests a second. */
const ACCOUNT_CONCURRENCY = 1_000;
const ACCOUNT_REQUESTS = 10_000;

export const LIMIT_HEAD = ['', 'limit', 'events/s', 'events a day', 'what to do'] as const;

interface Limit {
  readonly letter: string;
  readonly name: string;
  /** Events a second. */
  readonly most: number;
  readonly remedy: string;
}

/** Those met first come first. */
function limits(): Limit[] {
  const rows: readonly (readonly [string, number, string])[] = [
    [
      '`throttleRateLimit`, one event a request',
      OPTIONS.throttleRateLimit.default,
      'raise it; back ends can send many events a request',
    ],
    [
      '2 pollers, the default up to about 0.9 million events a day',
      2 * A_POLLER,
      '`senderMaxConcurrency`, or `expectedEventsPerDay`, which sets it',
    ],
    [
      "API Gateway's requests of an account, one event a request",
      ACCOUNT_REQUESTS,
      'a quota increase, or many events a request',
    ],
    [
      `Pinterest's ${count(DEFAULTS.callsAMinute)} calls a minute, ${WINDOW_EVENTS} events each`,
      (DEFAULTS.callsAMinute / 60) * WINDOW_EVENTS,
      'a longer window: 1,000 events a POST are five times as many',
    ],
    [
      "Lambda's concurrency of an account, one event a request",
      ACCOUNT_CONCURRENCY / (ASSUMED.ingestSeconds + 1 / A_POLLER),
      'a quota increase',
    ],
    [
      `${count(MOST_IN_FLIGHT)} in flight, each for ${CYCLE_SECONDS.toFixed(1)} s`,
      MOST_IN_FLIGHT / CYCLE_SECONDS,
      'a quota increase',
    ],
    ['1,000 pollers, the most that Lambda allows', 1_000 * A_POLLER, 'more ad accounts, each with a line of its own'],
  ];
  return [...rows]
    .sort(([, a], [, b]) => a - b)
    .map(([name, most, remedy], index) => ({ letter: String.fromCharCode(97 + index), name, most, remedy }));
}

export const limitRows = (): string[][] =>
  limits().map(({ letter, name, most, remedy }) => [
    letter,
    name,
    count(Math.round(most)),
    count(most * 86_400),
    remedy,
  ]);
