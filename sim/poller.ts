/**
 * A poller of Lambda's SQS event source: it receives until the batch is full, in size or in bytes, or its batching window is
 * over, has the function invoked, and begins anew. Lambda runs as many as the maximum concurrency allows.
 *
 * Documented: batch size, batching window, ten messages a receive, 6 MB a payload. Assumed: one poller an invocation, and
 * how many receives it makes in a second, which `receiveMilliseconds` says.
 */
import type { Clock } from './clock';

/** Of ReceiveMessage. */
export const MOST_A_RECEIVE = 10;
/** Of a synchronous invocation. */
const MOST_PAYLOAD_BYTES = 6_000_000;
export interface Batching {
  readonly batchSize: number;
  readonly batchingWindowSeconds: number;
  /** Time that a receive takes which brings something; 0 when left out. */
  readonly receiveMilliseconds?: number;
}

export interface Source<M> {
  /** Up to ten messages. It waits for the first for as long as it likes, but no longer than this. */
  receive(waitMilliseconds: number, signal: AbortSignal): Promise<readonly M[]>;
  readonly bytesOf: (message: M) => number;
  /** Runs the function, and deletes what it has finished. */
  invoke(messages: readonly M[]): Promise<void>;
}

export async function poll<M>(source: Source<M>, batching: Batching, clock: Clock, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const messages = await gather(source, batching, clock, signal);
    if (messages.length > 0) await source.invoke(messages);
  }
}

async function gather<M>(source: Source<M>, batching: Batching, clock: Clock, signal: AbortSignal): Promise<M[]> {
  const { batchSize, batchingWindowSeconds, receiveMilliseconds = 0 } = batching;
  const messages: M[] = [];
  let bytes = 0;
  let deadline = Number.POSITIVE_INFINITY;
  while (!signal.aborted && messages.length < batchSize && bytes < MOST_PAYLOAD_BYTES && clock.now < deadline) {
    const received = await source.receive(deadline - clock.now, signal);
    if (received.length === 0) continue;
    if (receiveMilliseconds > 0) await clock.sleep(receiveMilliseconds, signal);
    if (messages.length === 0) deadline = clock.now + batchingWindowSeconds * 1_000;
    messages.push(...received);
    for (const message of received) bytes += source.bytesOf(message);
  }
  return messages;
}
