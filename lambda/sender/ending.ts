/**
 * An environment that is cut off from Pinterest ends itself, so that Lambda starts another one: it would take its share of the
 * events for as long as it lives, and hold them all. It does so only when a run has kept every message and has set the back-offs:
 * an end before that would keep the messages invisible for 21 minutes, and what a run has delivered or moved would stay queued.
 */
import type { Telemetry } from '../telemetry/telemetry';
import type { Reach } from './reach';

export interface EndingProps {
  /** Of the run. */
  readonly messages: number;
  readonly reach: Reach;
  readonly telemetry: Telemetry;
  /** Never goes on where there is an environment to end. */
  readonly endEnvironment: () => Promise<void>;
}

/** @param run Returns the messages that it kept. */
export async function endingIfCutOff(
  run: () => Promise<readonly string[]>,
  { messages, reach, telemetry, endEnvironment }: EndingProps,
): Promise<readonly string[]> {
  const kept = await run();
  const lost = reach.lost();
  if (lost !== undefined && kept.length === messages) {
    telemetry.warn('the environment ends itself: no HTTP answer from Pinterest', { ...lost });
    // nothing of this run is written later.
    telemetry.flush();
    await endEnvironment();
  }
  return kept;
}
