/** How long the good events of a drill waited, from the moment they were accepted until Pinterest took them. */
import type { Ledger } from './ledger';

export interface Delays {
  /** In seconds. */
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

export function delaysOf({ entries }: Ledger): Delays {
  const delays = [...entries.values()]
    .filter(({ kind, acceptedAt }) => kind === 'good' && acceptedAt !== undefined)
    .map(({ acceptedAt = 0, takenAt = Number.POSITIVE_INFINITY }) => (takenAt - acceptedAt) / 1_000)
    .sort((a, b) => a - b);
  const at = (share: number) => delays[Math.floor(share * (delays.length - 1))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99), longest: at(1) };
}
