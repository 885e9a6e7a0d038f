/** AWS that never answers a call: the SDK tries as often as its client may, waits its time for each, and gives up. */
import { MAX_ATTEMPTS, REQUEST_HANDLER } from '../lambda/runtime/aws-calls';
import type { World } from './world';

/** Undefined when this call is answered. What AWS does not answer it may have done, each time. */
export function silenceOf({ random, hazards, clock }: World, execute?: () => unknown): Promise<never> | undefined {
  // a drill without this hazard draws no number for it.
  if (hazards.awsSilent === 0 || !random.chance(hazards.awsSilent)) return undefined;
  return (async () => {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (random.chance(0.5)) execute?.();
      await clock.sleep(REQUEST_HANDLER.requestTimeout);
    }
    throw Object.assign(new Error('no answer'), { name: 'TimeoutError' });
  })();
}
