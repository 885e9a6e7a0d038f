/**
 * What Pinterest answers to events that it has looked at, in one place.
 *
 * Documented: a result for each event in the order of the request, 422 with the same under `details`. Observed: 422 when
 * every event is bad. Not settled: a batch of which some events are bad. The text of the 422 says "not all", an example of
 * the guide is a 200; `mixed` chooses, and a sender has to cope with both.
 */
import type { Answer } from './types';

export interface Verdict {
  readonly status: 'processed' | 'failed';
  readonly error_message: string;
  readonly warning_message: string | null;
}

/** Empty messages were seen as "" and as null; both occur here, so that a reader copes with both. */
export const processed = (...warnings: readonly string[]): Verdict => ({
  status: 'processed',
  error_message: '',
  warning_message: warnings.join('; ') || null,
});

export const failed = (error: string): Verdict => ({ status: 'failed', error_message: error, warning_message: '' });

/** The body of a 200. */
export const resultsOf = (verdicts: readonly Verdict[], told: readonly Verdict[] = verdicts) => ({
  num_events_received: verdicts.length,
  num_events_processed: verdicts.filter((verdict) => verdict?.status === 'processed').length,
  events: told,
});

interface Telling {
  /** Status when some events are processed and some are not. */
  readonly mixed?: 200 | 422;
  /** Those of which the answer tells. */
  readonly told?: readonly Verdict[];
}

const NONE = 'The action could not be processed properly due to some or all data provided being invalid.';
const NOT_ALL = 'Not all events were successfully processed.';

export function resultsAnswer(verdicts: readonly Verdict[], { mixed = 200, told }: Telling = {}): Answer {
  const body = resultsOf(verdicts, told);
  const { num_events_processed: good, num_events_received: all } = body;
  const status = good === 0 ? 422 : good < all ? mixed : 200;
  return status === 200
    ? { status, body }
    : { status, body: { code: 953, message: good === 0 ? NONE : NOT_ALL, details: body } };
}
