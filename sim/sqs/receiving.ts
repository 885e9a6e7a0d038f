/** ReceiveMessage with long polling: it ends with the first messages that are visible, or when the wait is over. */
import type { JumpingClock } from '../clock';
import { MOST_A_RECEIVE } from '../poller';
import type { Message, Queue, Received } from './queue';

/** @param isDuplicate Whether SQS hands this message out once more, as if it had not done so. */
export type Receive = (
  waitMilliseconds: number,
  signal: AbortSignal,
  isDuplicate: (message: Message) => boolean,
) => Promise<readonly Received[]>;

export const receiving =
  (queue: Queue, clock: JumpingClock): Receive =>
  async (waitMilliseconds, signal, isDuplicate) => {
    const end = clock.now + waitMilliseconds;
    while (!signal.aborted) {
      const next = queue.nextAt(clock.now);
      if (next <= clock.now) return queue.receive(MOST_A_RECEIVE, clock.now, isDuplicate);
      if (clock.now >= end) return [];
      await somethingHappens(queue, clock, Math.min(next, end), signal);
    }
    return [];
  };

/** A message arrives, or the time comes. */
const somethingHappens = (queue: Queue, clock: JumpingClock, time: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = () => {
      for (const callOff of waits) callOff();
      resolve();
    };
    signal.addEventListener('abort', wake, { once: true });
    const waits = [clock.at(time, wake), queue.onArrival(wake), () => signal.removeEventListener('abort', wake)];
  });
