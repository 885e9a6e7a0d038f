/** All that the console shows, as one message to its page. */
import type { EventLog, LoggedEvent } from './event-log';
import type { Refusal, Refusals } from './refusals';
import { type Verdict, verdictOf } from './verdict';

/** Fields that Pinterest matches by, the most valuable ones first. */
const MATCH_FIELDS = [
  ...['em', 'click_id', 'external_id', 'client_ip_address', 'client_user_agent', 'ph', 'hashed_maids'],
  ...['fn', 'ln', 'country', 'zp', 'ct', 'st', 'ge', 'db'],
];

export interface Snapshot {
  readonly destination: string;
  readonly events: readonly (Omit<LoggedEvent, 'matchKeys'> & { readonly verdict: Verdict })[];
  readonly refused: { readonly total: number; readonly list: readonly Refusal[] };
  readonly coverage: readonly { readonly field: string; readonly percent: number }[];
  readonly delay: { readonly median: number; readonly longest: number } | undefined;
  readonly queued: number;
  readonly deadLetters: number;
  readonly delivered: number;
  /** Undefined where there is no simulator to have faults. */
  readonly fault: string | undefined;
}

export interface SnapshotProps extends Pick<Snapshot, 'destination' | 'queued' | 'deadLetters' | 'fault'> {
  readonly log: EventLog;
  readonly refusals: Refusals;
}

export function snapshot({ log, refusals, ...rest }: SnapshotProps): Snapshot {
  const events = log.list();
  const matched = events.flatMap(({ matchKeys }) => (matchKeys ? [new Set(matchKeys)] : []));
  const delays = events.flatMap(({ delayMs }) => (delayMs === undefined ? [] : [delayMs])).sort((a, b) => a - b);
  return {
    ...rest,
    events: events.map(({ matchKeys: _keys, ...event }) => ({ ...event, verdict: verdictOf(event, events) })),
    refused: { total: refusals.total, list: refusals.list() },
    coverage: MATCH_FIELDS.map((field) => ({
      field,
      percent: matched.length && Math.round((100 * matched.filter((keys) => keys.has(field)).length) / matched.length),
    })),
    delay: delays.length > 0 ? { median: delays[delays.length >> 1] ?? 0, longest: delays.at(-1) ?? 0 } : undefined,
    delivered: events.filter(({ stage }) => stage === 'delivered').length,
  };
}
