/** Events → POST bodies: live and test events apart, each body within Pinterest's limits. */

import { packed } from '../../contract/packs';
import { MAX_EVENTS_PER_REQUEST, MAX_TEST_EVENTS_PER_REQUEST } from '../../contract/request-limits';
import { SENDER_LIMITS } from '../../contract/sender-limits';

/** An event on its way: its JSON is made once, however often the batch around it changes. */
export interface Outgoing {
  readonly json: string;
  readonly test: boolean;
  /** How often its message has been received, from 1. */
  readonly receives: number;
}

export interface Batch<E extends Outgoing> {
  readonly test: boolean;
  readonly events: readonly E[];
}

export const bodyOf = (events: readonly Outgoing[]): string => `{"data":[${events.map(({ json }) => json).join(',')}]}`;

/** So few events are sent one by one where one of them may be what makes a POST fail: halving would wait for several timeouts. */
export const FEW = 16;

export interface Batching<E> {
  readonly test: boolean;
  readonly mostEvents: number;
  /** Whether an event has stood alone before, and was not decided. */
  readonly isAlone: (event: E) => boolean;
}

/**
 * Events of one kind, live or test. Those that come for the first time go first and by themselves: what has come before may
 * be what makes POSTs fail, and must not delay the others. What has failed alone goes last, and alone.
 */
export function batched<E extends Outgoing>(events: readonly E[], batching: Batching<E>): Batch<E>[] {
  const { test, mostEvents, isAlone } = batching;
  const most = Math.min(mostEvents, test ? MAX_TEST_EVENTS_PER_REQUEST : MAX_EVENTS_PER_REQUEST);
  const fresh = events.filter(({ receives }) => receives <= 1);
  const returned = events.filter(({ receives }) => receives > 1);
  const others = returned.filter((event) => !isAlone(event));
  return [
    ...filled(fresh, test, most),
    ...filled(others, test, others.length > FEW ? most : 1),
    ...filled(returned.filter(isAlone), test, 1),
  ];
}

/** Whether its events come for the first time; a batch has none but such, or none. */
export const isFresh = ({ events }: Batch<Outgoing>): boolean => events.every(({ receives }) => receives <= 1);

export function pieces<E extends Outgoing>({ test, events }: Batch<E>, size: number): Batch<E>[] {
  const count = Math.ceil(events.length / size);
  return Array.from({ length: count }, (_, index) => ({
    test,
    events: events.slice(index * size, (index + 1) * size),
  }));
}

export const halves = <E extends Outgoing>(batch: Batch<E>): Batch<E>[] =>
  pieces(batch, Math.ceil(batch.events.length / 2));

export const singles = <E extends Outgoing>(batch: Batch<E>): Batch<E>[] => pieces(batch, 1);

function filled<E extends Outgoing>(events: readonly E[], test: boolean, maxEvents: number): Batch<E>[] {
  const limits = { items: maxEvents, bytes: SENDER_LIMITS.maxBodyBytes };
  return packed(events, ({ json }) => Buffer.byteLength(json), limits).map((pack) => ({ test, events: pack }));
}
