/** What the owner learns about an invocation: metrics, and one log line each for held events and for dead letters. */
import { METRICS } from '../../contract/metric-names';
import type { Telemetry } from '../telemetry/telemetry';
import type { DeadLetter } from './dead-letters';
import type { Hold } from './hold';
import type { Candidate } from './inspect';
import type { Part } from './parts';
import type { Outcome } from './verdicts';

export interface RunResult {
  readonly parts: readonly Part[];
  /** Events that were delivered before. */
  readonly copies: number;
  readonly outcomes: ReadonlyMap<Candidate, Outcome>;
  /** Those that were sent; one that was not is tried again, and would count twice. */
  readonly letters: readonly DeadLetter[];
}

/** Reasons shown in one log line. */
const LOGGED_REASONS = 5;

/** Delays told of one run; the metric line has to stay short, however many events there were. */
const TOLD_DELAYS = 25;

export function report(result: RunResult, { telemetry, now }: { telemetry: Telemetry; now: () => number }): void {
  const { parts, copies, outcomes, letters } = result;
  let hold: Hold | undefined;
  const counts = { delivered: 0, rejected: 0, held: 0, late: 0 };
  const delays: number[] = [];
  for (const [{ late, delay }, outcome] of outcomes) {
    const { kind } = outcome;
    counts[kind]++;
    if (outcome.kind === 'held') hold = outcome;
    if (late && kind === 'delivered') counts.late++;
    if (delay !== undefined && kind === 'delivered') delays.push(delay);
  }
  const rejected = letters.filter(({ reason }) => reason === 'rejected').length;
  telemetry.count(METRICS.delivered, counts.delivered);
  telemetry.count(METRICS.rejected, rejected);
  telemetry.count(METRICS.putAside, letters.length - rejected);
  telemetry.count(METRICS.late, counts.late + letters.filter(({ reason }) => reason === 'late').length);
  telemetry.count(METRICS.heldBack, counts.held);
  telemetry.seconds(METRICS.deliveryDelay, ...evenlyOf(delays, TOLD_DELAYS));
  if (parts.length > 0) telemetry.seconds(METRICS.longestWait, longestWait(parts, now()));
  if (hold?.cause === 'token' || hold?.cause === 'account') telemetry.count(METRICS.tokenRejected, 1);
  if (hold !== undefined)
    telemetry.warn('events held back', { events: counts.held, cause: hold.cause, detail: hold.detail });
  if (copies > 0) telemetry.warn('copies of delivered events finished', { events: copies });
  if (letters.length > 0) {
    const reasons = [...new Set(letters.map(({ text }) => text))].slice(0, LOGGED_REASONS);
    telemetry.warn('events put aside as dead letters', { events: letters.length, reasons });
  }
}

/** As many of the values, from the least to the greatest at even distances. */
function evenlyOf(values: readonly number[], most: number): readonly number[] {
  if (values.length <= most) return values;
  const sorted = values.toSorted((a, b) => a - b);
  return Array.from(
    { length: most },
    (_, index) => sorted[Math.round((index * (sorted.length - 1)) / (most - 1))] ?? 0,
  );
}

function longestWait(parts: readonly Part[], now: number): number {
  const oldest = parts.reduce((least, { queuedAt }) => Math.min(least, queuedAt), now);
  return Math.round((now - oldest) / 1_000);
}
