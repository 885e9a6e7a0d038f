/** Hands the day in as a shop does: each browser event by itself from its page, the others in batches with the key. */
import type { ExampleEvent } from '../day';
import { type Reply, request } from './http';
import { Failure, type Target } from './target';

export interface Outcome {
  readonly example: ExampleEvent;
  readonly accepted: boolean;
  /** Why it was refused. */
  readonly reason: string;
}

const BATCH = 100;
/** Pages open at the same time. */
const BROWSERS = 8;

export async function sendDay(day: readonly ExampleEvent[], target: Target): Promise<Outcome[]> {
  const pages = day.filter(({ via }) => via === 'browser');
  const reported = day.filter(({ via }) => via === 'server');
  const outcomes: Outcome[] = [];
  const browser = async () => {
    for (let example = pages.shift(); example !== undefined; example = pages.shift()) {
      outcomes.push(...outcomesOf([example], await fromPage(example, target), target));
    }
  };
  const backEnd = async () => {
    while (reported.length > 0) {
      const batch = reported.splice(0, BATCH);
      outcomes.push(...outcomesOf(batch, await fromBackEnd(batch, target), target));
    }
  };
  await Promise.all([backEnd(), ...Array.from({ length: BROWSERS }, browser)]);
  return outcomes;
}

function fromPage({ event, browser }: ExampleEvent, { endpoint, origin }: Target): Promise<Reply> {
  const headers = {
    'Content-Type': 'text/plain;charset=UTF-8',
    Origin: origin,
    ...(browser && { 'User-Agent': browser.userAgent, Referer: browser.page }),
    ...(browser?.cookie !== undefined && { Cookie: browser.cookie }),
  };
  return request(`${endpoint}/collect`, { method: 'POST', headers, body: JSON.stringify(event) });
}

function fromBackEnd(batch: readonly ExampleEvent[], { endpoint, ingestKey }: Target): Promise<Reply> {
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${ingestKey}` };
  const body = JSON.stringify({ data: batch.map(({ event }) => event) });
  return request(`${endpoint}/events`, { method: 'POST', headers, body });
}

interface Answer {
  readonly message?: string;
  readonly events?: readonly { readonly status: string; readonly error_message?: string | null }[];
  readonly details?: Answer;
}

function outcomesOf(examples: readonly ExampleEvent[], { status, body }: Reply, target: Target): Outcome[] {
  const answer: Answer = typeof body === 'object' && body !== null ? body : {};
  if (status === 401) throw new Failure(`${target.endpoint} does not take this ingest key; check INGEST_KEY.`);
  if (status === 403) {
    throw new Failure(
      `${target.endpoint} takes no browser events from ${target.origin}; set ORIGIN to one of its allowedOrigins.`,
    );
  }
  const events = status === 422 ? answer.details?.events : answer.events;
  if ((status !== 200 && status !== 422) || events?.length !== examples.length) {
    const said = answer.message === undefined ? '' : `: ${answer.message}`;
    throw new Failure(`${target.endpoint} answered ${status}, not with one result per event${said}`);
  }
  return examples.map((example, index) => ({
    example,
    accepted: events[index]?.status === 'processed',
    reason: events[index]?.error_message ?? '',
  }));
}
