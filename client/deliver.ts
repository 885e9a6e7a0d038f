/** A request and its repetitions, until something final is known of each of its events or there is no more to try. */
import { type AttemptProps, attempt, type Outcome } from './attempt';
import { waitBeforeNext } from './back-off';
import type { Board } from './board';
import type { Prepared } from './prepare';
import type { SendErrorReason } from './send-error';

export interface Failure extends Outcome {
  readonly reason: SendErrorReason;
}

export type DeliverProps = Omit<AttemptProps, 'onRequest'>;

export async function deliver(
  events: readonly Prepared[],
  board: Board,
  props: DeliverProps,
): Promise<Failure | undefined> {
  const { settings, signal } = props;
  const end = settings.now() + settings.timeLimitMs;
  for (let attempts = 1; ; attempts++) {
    const open = events.filter((event) => board.isOpen(event));
    const left = Math.max(1, Math.min(settings.attemptTimeoutMs, end - settings.now()));
    const outcome = await attempt(open, left, { ...props, onRequest: () => board.tried(open) });
    if (outcome.verdict.kind === 'stop') return { ...outcome, reason: outcome.verdict.reason };
    note(outcome, open, board);
    if (!open.some((event) => board.isOpen(event))) return undefined;

    const wait = waitBeforeNext(attempts, outcome.waitMs ?? 0, settings.random);
    if (attempts >= settings.maxAttempts || settings.now() + wait >= end) {
      return { ...outcome, reason: 'unavailable', what: `${outcome.what} at attempt ${attempts}, the last` };
    }
    try {
      await settings.sleep(wait, signal);
    } catch (thrown) {
      if (!signal?.aborted) throw thrown;
    }
    if (signal?.aborted)
      return { ...outcome, reason: 'aborted', thrown: signal.reason, what: 'the signal was aborted' };
  }
}

function note({ verdict }: Outcome, events: readonly Prepared[], board: Board): void {
  if (verdict.kind !== 'answered') return;
  for (const [position, event] of events.entries()) {
    const answer = verdict.answers[position];
    if (answer !== undefined) board.answered(event, answer);
  }
}
