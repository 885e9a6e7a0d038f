/** Looks at the simulator's end of the line until everything that was accepted has come out there. */
import { setTimeout as wait } from 'node:timers/promises';
import { request } from './http';
import type { Outcome } from './send';
import { Failure } from './target';

export interface Delivery {
  readonly delivered: number;
  /** Ids of accepted events that did not arrive, one for each event. */
  readonly missing: readonly string[];
  /** Events that Pinterest drops because it has them already. */
  readonly duplicates: number;
}

interface Arrived {
  readonly duplicate: boolean;
  readonly event: { readonly event_id: string };
}

export interface WaitOptions {
  readonly run: string;
  readonly seconds: number;
}

const POLL_MS = 500;

export async function awaitDelivery(
  outcomes: readonly Outcome[],
  simulator: string,
  { run, seconds }: WaitOptions,
): Promise<Delivery> {
  const accepted = outcomes.filter((outcome) => outcome.accepted).map(({ example }) => idOf(example.event));
  const url = new URL(`/_simulator/events?event_id_prefix=${encodeURIComponent(`${run}-`)}`, simulator).href;
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const delivery = compare(accepted, await arrivedAt(url));
    if (delivery.missing.length === 0 || Date.now() >= end) return delivery;
    await wait(POLL_MS);
  }
}

async function arrivedAt(url: string): Promise<readonly Arrived[]> {
  const { status, body } = await request(url);
  if (status !== 200 || !Array.isArray(body))
    throw new Failure(`${url} answered ${status}, not with a list of events.`);
  return body;
}

/** An id that was accepted twice, from page and back end, has to arrive twice; more often is a repetition. */
function compare(accepted: readonly string[], arrived: readonly Arrived[]): Delivery {
  const left = new Map<string, number>();
  for (const { event } of arrived) left.set(event.event_id, (left.get(event.event_id) ?? 0) + 1);
  const missing = accepted.filter((id) => {
    const count = left.get(id) ?? 0;
    left.set(id, count - 1);
    return count <= 0;
  });
  const duplicates = arrived.filter(({ duplicate }) => duplicate).length;
  return { delivered: accepted.length - missing.length, missing, duplicates };
}

const idOf = (event: unknown): string =>
  typeof event === 'object' && event !== null && 'event_id' in event ? String(event.event_id) : '';
