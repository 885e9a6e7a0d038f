/** Waiting that can be ended: between attempts, and for an attempt no longer than it may take. */

/** Reason of the signal of an attempt that took too long. */
export class TimedOut extends Error {}

export function waitFor(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

/**
 * Does the work until it is done, takes too long, or is not wanted any more. Not `AbortSignal.any`, which Node 20.0 lacks;
 * and not the signal alone, which a fetch of the caller's may ignore.
 */
export async function within<T>(
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw signal.reason;
  const controller = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason));
  });
  const stop = () => controller.abort(signal?.reason);
  const timer = setTimeout(() => controller.abort(new TimedOut()), milliseconds);
  signal?.addEventListener('abort', stop);
  try {
    return await Promise.race([stopped, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
