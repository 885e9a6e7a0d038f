/** A drill in words and numbers: the ledger as a line of a table, and what a long trouble was like. */
import { countedTwice } from './counted-twice';
import { delaysOf } from './delays';
import type { Result } from './drill';
import type { Entry } from './ledger';

export const HEAD = [
  'drill',
  'accepted',
  'delivered',
  'of these more than once',
  'of these excused',
  'counted twice (48 h rule)',
  'counted twice (1 h rule)',
  'of these answer was lost',
  'of these SQS kept a copy',
  'dead letters',
  'still queued',
  'POSTs',
  'most receives',
  'faults',
] as const;

export function row({ plan, ledger, queued, mostReceives }: Result): string[] {
  const entries = [...ledger.entries.values()];
  const again = entries.filter(({ taken }) => taken > 1);
  const twice = again.filter(({ kind }) => kind !== 'test').map(countedOf);
  const wrong = twice.filter(({ forgotten, offline }) => forgotten || offline);
  return [
    plan.name,
    ...[
      entries.filter(({ acceptedAt }) => acceptedAt !== undefined).length,
      entries.filter(({ taken }) => taken > 0).length,
      again.length,
      again.filter(({ taken, excused }) => taken <= 1 + excused).length,
      twice.filter(({ forgotten }) => forgotten).length,
      twice.filter(({ offline }) => offline).length,
      wrong.filter(isAnswerLost).length,
    ].map(number),
    copiesOf(wrong.filter((one) => !isAnswerLost(one)).map(({ entry }) => entry)),
    lettersOf(entries),
    ...[queued, ledger.posts.length, mostReceives, ledger.violations.length].map(number),
  ];
}

const countedOf = (entry: Entry) => ({
  ...countedTwice(entry.json, [entry.takenAt ?? Number.NaN, ...entry.again]),
  entry,
});

const isAnswerLost = ({ entry: { taken, answersLost } }: { entry: Entry }): boolean => taken <= 1 + answersLost;

/** Causes of `Ledger.excuse` by which SQS has an event once more; where several apply, the first of them. */
const COPIES = ['not deleted', 'handed out twice', 'queued twice', 'moved twice'];

function copiesOf(entries: readonly Entry[]): string {
  const causes = entries.map(copyOf);
  return listed([...COPIES, 'unexplained'].map((copy) => [causes.filter((cause) => cause === copy).length, copy]));
}

const copyOf = ({ causes }: Entry): string =>
  COPIES.find((copy) => [...causes].some((cause) => cause.startsWith(copy))) ?? 'unexplained';

function lettersOf(entries: readonly Entry[]): string {
  const count = (reason: string) => entries.filter(({ reasons }) => reasons.includes(reason)).length;
  return listed(
    ['rejected', 'undeliverable', 'unconfirmed', 'defect', 'expired'].map((reason) => [count(reason), reason]),
  );
}

const listed = (counts: readonly (readonly [number, string])[]): string =>
  counts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${number(count)} ${what}`)
    .join(', ');

const HOUR_MS = 3_600_000;

/** Of a drill with a single trouble: how it was while it lasted, and after it. */
export function course({ plan, windows, ledger }: Result): string[] {
  const [window] = windows;
  if (window === undefined || windows.length > 1) return [];
  const { from, to } = window;
  const perHour = Array.from({ length: Math.ceil((to - from) / HOUR_MS) }, (_, hour) => {
    const start = from + hour * HOUR_MS;
    return ledger.posts.filter((at) => at >= start && at < Math.min(to, start + HOUR_MS)).length;
  });
  const delivered = [...ledger.entries.values()].flatMap(({ acceptedAt, takenAt }) =>
    acceptedAt === undefined || takenAt === undefined ? [] : [{ acceptedAt, takenAt }],
  );
  const fresh = delivered
    .filter(({ acceptedAt }) => acceptedAt >= to && acceptedAt < to + HOUR_MS)
    .map(({ acceptedAt, takenAt }) => takenAt - acceptedAt)
    .sort((a, b) => a - b);
  const waiting = delivered.filter(({ acceptedAt, takenAt }) => acceptedAt < to && takenAt >= to);
  const last = (since: number) =>
    most(waiting.filter(({ acceptedAt }) => acceptedAt >= since).map(({ takenAt }) => takenAt - to));
  return [
    `${plan.name}: ${number(waiting.length)} events waited when it ended`,
    `  POSTs while it lasted: ${number(most(perHour))} in the first or worst hour, ${number(Math.round(perHour.reduce((sum, posts) => sum + posts, 0) / perHour.length))} an hour on average`,
    `  events of the last hour before its end were delivered within ${minutes(last(to - HOUR_MS))} of it, all others within ${minutes(last(0))}`,
    `  events accepted in the hour after it took ${seconds(quantile(fresh, 0.5))} (median), ${seconds(quantile(fresh, 0.99))} (p99), ${seconds(quantile(fresh, 1))} (longest)`,
  ];
}

/** Of a drill in which an environment is sick: what its events waited for it. */
export function waits({ plan, ledger }: Result): string[] {
  if (plan.sickness === undefined) return [];
  const { median, p99, longest } = delaysOf(ledger);
  const times = [median, p99, longest].map((delay) => seconds(1_000 * delay));
  return [
    `${plan.name}: events took ${times.join(', ')} (median, p99, longest); ${ledger.ended.length} ended themselves`,
  ];
}

/** `Math.max(...)` takes only some 100,000 values. */
const most = (values: readonly number[]): number => values.reduce((one, other) => Math.max(one, other), 0);
const number = (value: number): string => value.toLocaleString('en-US');
const minutes = (milliseconds: number): string => `${(milliseconds / 60_000).toFixed(1)} min`;
const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
