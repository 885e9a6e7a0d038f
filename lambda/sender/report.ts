/** What the owner learns of a run: metrics, and one log line for what was held and for what was put aside. */
import { METRICS } from '../telemetry/metric-names';
import type { Telemetry } from '../telemetry/telemetry';
import type { DeadLetter } from './dead-letters';
import type { Outcome } from './deliver';
import type { Hold } from './hold';
import type { Candidate } from './inspect';
import type { Received } from './received';

export interface RunResult {
  readonly messages: readonly Received[];
  readonly outcomes: ReadonlyMap<Candidate, Outcome>;
  readonly hold: Hold | undefined;
  /** Those that were sent; one that was not is tried again, and would count twice. */
  readonly letters: readonly DeadLetter[];
}

/** Reasons shown in one log line. */
const LOGGED_REASONS = 5;

export function report(result: RunResult, { telemetry, now }: { telemetry: Telemetry; now: () => number }): void {
  const { messages, outcomes, hold, letters } = result;
  const counts = { delivered: 0, rejected: 0, held: 0, late: 0 };
  for (const [{ late }, { kind }] of outcomes) {
    counts[kind]++;
    if (late && kind === 'delivered') counts.late++;
  }
  const rejected = letters.filter(({ reason }) => reason === 'rejected').length;
  telemetry.count(METRICS.delivered, counts.delivered);
  telemetry.count(METRICS.rejected, rejected);
  telemetry.count(METRICS.putAside, letters.length - rejected);
  telemetry.count(METRICS.late, counts.late + letters.filter(({ reason }) => reason === 'late').length);
  telemetry.count(METRICS.heldBack, counts.held);
  if (messages.length > 0) telemetry.seconds(METRICS.longestWait, longestWait(messages, now()));
  if (hold?.cause === 'token' || hold?.cause === 'account') telemetry.count(METRICS.tokenRejected, 1);
  if (hold !== undefined)
    telemetry.warn('events held back', { events: counts.held, cause: hold.cause, detail: hold.detail });
  if (letters.length > 0) {
    const reasons = [...new Set(letters.map(({ text }) => text))].slice(0, LOGGED_REASONS);
    telemetry.warn('events put aside as dead letters', { events: letters.length, reasons });
  }
}

function longestWait(messages: readonly Received[], now: number): number {
  const oldest = messages.reduce((least, { sentAt }) => Math.min(least, sentAt), now);
  return Math.round((now - oldest) / 1_000);
}
