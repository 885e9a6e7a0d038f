/**
 * What the sender reports in fair weather. It is asked once how its metrics depend on the number of events in a run, by runs
 * of one, two and three events; that it is a straight line is checked. In trouble the sender runs event by event: see
 * trouble.ts.
 */
import { messageOf } from '../../contract/queued-event';
import { createLineMemories } from '../../lambda/sender/line-memory';
import { run } from '../../lambda/sender/run';
import type { Reported } from '../../sim/cloudwatch/emf';
import { listeningTelemetry } from './telemetry';

/** Metrics of a minute in which so many events were delivered in so many runs. */
export type FairSender = (events: number, runs: number) => readonly Told[];

interface Told {
  readonly key: string;
  readonly value: number;
  readonly times: number;
}

/** Events wait for the batching window, and for the answer. */
const WAIT_MS = 2_500;

export async function createFairSender(pipeline: string): Promise<FairSender> {
  const [one, two, three] = await Promise.all([1, 2, 3].map((events) => sumsOf(pipeline, events)));
  if (one === undefined || two === undefined || three === undefined) throw new Error('the sender did not run');
  const lines = [...one].map(([key, sum]) => {
    const perEvent = (two.get(key) ?? 0) - sum;
    if (sum + 2 * perEvent !== three.get(key)) throw new Error(`${key} does not grow evenly with the events of a run`);
    return { key, perEvent, perRun: sum - perEvent };
  });
  return (events, runs) =>
    lines.flatMap(({ key, perEvent, perRun }) => [
      ...(perEvent === 0 ? [] : [{ key, value: perEvent, times: events }]),
      ...(perRun === 0 ? [] : [{ key, value: perRun, times: runs }]),
    ]);
}

async function sumsOf(pipeline: string, events: number): Promise<Map<string, number>> {
  const reported: Reported[] = [];
  const telemetry = listeningTelemetry(pipeline, (lines) => reported.push(...lines));
  const now = Date.UTC(2026, 10, 24, 11);
  const messages = Array.from({ length: events }, (_, index) => ({
    messageId: `m${index}`,
    receiptHandle: `r${index}`,
    receiveCount: 1,
    sentAt: now - WAIT_MS,
    body: messageOf({
      v: 1,
      accepted_at: now - WAIT_MS,
      test: false,
      event: {
        event_name: 'page_visit',
        action_source: 'web',
        event_time: now / 1_000 - 3,
        event_id: `e${index}`,
        user_data: { client_ip_address: '198.51.100.7', client_user_agent: 'Mozilla/5.0' },
      },
    }),
  }));
  await run(messages, {
    post: async (body) => ({ kind: 'answer', status: 200, headers: new Headers(), body: taken(body) }),
    token: { current: async () => ({ token: 'token' }), replacementFor: async () => undefined },
    hasTime: () => true,
    lines: createLineMemories({ now: () => now, random: () => 0.5 }),
    policy: { lateEvents: 'deliver', maximumEventAgeSeconds: 7 * 86_400, adAccountId: '1' },
    client: { send: async () => ({}) } as never,
    queueUrl: '',
    backlogQueueUrl: undefined,
    sleep: async () => undefined,
    deadLetterQueueUrl: '',
    telemetry,
    now: () => now,
    random: () => 0.5,
  });
  telemetry.flush();
  return new Map(reported.map(({ key, values }) => [key, values.reduce((sum, value) => sum + value, 0)]));
}

const taken = (body: string) => ({
  events: (JSON.parse(body).data as object[]).map(() => ({ status: 'processed', error_message: '' })),
});
