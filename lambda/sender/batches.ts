/** Events → POST bodies: live and test events apart, each body within Pinterest's limits. */

import { packed } from '../../contract/packs';
import { MAX_EVENTS_PER_REQUEST, MAX_TEST_EVENTS_PER_REQUEST } from '../../contract/request-limits';
import { SENDER_LIMITS } from '../../contract/sender-limits';

/** An event on its way: its JSON is made once, however often the batch around it changes. */
export interface Outgoing {
  readonly json: string;
  readonly test: boolean;
}

export interface Batch<E extends Outgoing> {
  readonly test: boolean;
  readonly events: readonly E[];
}

export const bodyOf = (events: readonly Outgoing[]): string => `{"data":[${events.map(({ json }) => json).join(',')}]}`;

export function batched<E extends Outgoing>(events: readonly E[]): Batch<E>[] {
  return [
    ...filled(
      events.filter(({ test }) => !test),
      false,
      MAX_EVENTS_PER_REQUEST,
    ),
    ...filled(
      events.filter(({ test }) => test),
      true,
      MAX_TEST_EVENTS_PER_REQUEST,
    ),
  ];
}

function filled<E extends Outgoing>(events: readonly E[], test: boolean, maxEvents: number): Batch<E>[] {
  const limits = { items: maxEvents, bytes: SENDER_LIMITS.maxBodyBytes };
  return packed(events, ({ json }) => Buffer.byteLength(json), limits).map((pack) => ({ test, events: pack }));
}
