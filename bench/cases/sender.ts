/**
 * The sender on full batches: from 1,000 messages of SQS to what became of each, with a server in another process for
 * Pinterest, beside the least that one must do which looks at each event before it leaves: parse the messages, stringify
 * the events, post them, read the answer.
 */

import { messageOf } from '../../contract/queued-event';
import { accept } from '../../lambda/event/accept';
import { createLineMemories } from '../../lambda/sender/line-memory';
import { createPost } from '../../lambda/sender/pinterest-client';
import type { Received } from '../../lambda/sender/received';
import { run } from '../../lambda/sender/run';
import { checkoutJson } from '../checkout';
import { measure, report, thousands } from '../measure';
import { startServer } from '../server';

const BATCH = 1_000;
const BATCHES_A_ROUND = 10;
const GOAL = 0.6;
const MILLION = 1_000_000;
const GOAL_GROWTH_MB = 10;

const now = Date.now();
const events = Array.from({ length: BATCH }, (_, index) => {
  const raw = { ...JSON.parse(checkoutJson(now)), event_id: `order-${index}` };
  const verdict = accept(raw, { now, origin: 'server' }, { maximumEventAgeSeconds: 604_800 });
  if (!verdict.accepted) throw new Error(verdict.problems.join('; '));
  return verdict.event;
});
const messages: Received[] = events.map((event, index) => ({
  messageId: String(index),
  receiptHandle: String(index),
  body: messageOf({ v: 1, accepted_at: now, test: false, event }),
  receiveCount: 1,
  sentAt: now,
}));

async function main(): Promise<void> {
  const server = await startServer();
  const headers = { authorization: 'Bearer token', 'content-type': 'application/json' };
  const floor = async () => {
    const body = JSON.stringify({ data: messages.map((message) => JSON.parse(message.body).event) });
    const response = await fetch(`${server.url}/v5/ad_accounts/1/events`, { method: 'POST', headers, body });
    const answer = (await response.json()) as { events: unknown[] };
    if (answer.events.length !== BATCH) throw new Error('an answer of another length');
  };

  let posts = 0;
  const post = createPost({ apiUrl: `${server.url}/v5`, adAccountId: '1', timeoutMs: 15_000, fetch });
  const nothing = () => undefined;
  const props = {
    post: (...request: Parameters<typeof post>) => {
      posts++;
      return post(...request);
    },
    token: { current: async () => ({ token: 'token' }), replacementFor: async () => undefined },
    lines: createLineMemories({ now: Date.now, random: Math.random }),
    policy: { lateEvents: 'deliver', maximumEventAgeSeconds: 604_800, adAccountId: '1' },
    hasTime: () => true,
    client: { send: () => Promise.reject(new Error('nothing should be left to settle')) },
    queueUrl: '',
    backlogQueueUrl: undefined,
    sleep: async () => undefined,
    deadLetterQueueUrl: '',
    telemetry: { count: nothing, seconds: nothing, warn: nothing, error: nothing, flush: nothing },
    now: Date.now,
    random: Math.random,
  } as const;
  let runs = 0;
  const sender = async () => {
    runs++;
    const left = await run(messages, props);
    if (left.length > 0) throw new Error(`${left.length} events are left`);
  };

  const [floorTime = Number.NaN, senderTime = Number.NaN] = await measure([floor, sender], BATCHES_A_ROUND);
  const growth = await growthOf(sender);
  server.stop();

  const share = floorTime / senderTime;
  const callsPerThousand = (posts / (runs * BATCH)) * 1_000;
  const row = (name: string, microseconds: number) => [
    name,
    thousands((BATCH * 1e6) / microseconds),
    `${(microseconds / BATCH).toFixed(1)} µs`,
    (floorTime / microseconds).toFixed(2),
  ];
  report({
    table: 'sender',
    head: ['full batches of 1,000 checkouts', 'events/s and core', 'CPU time an event', 'of the floor'],
    rows: [
      row('floor: parse, stringify, fetch, read the answer', floorTime),
      row('this project', senderTime),
      ['calls per 1,000 events', callsPerThousand.toFixed(2), '', ''],
      ['growth of the heap from event 100,000 to 1,000,000', `${growth.toFixed(1)} MB`, '', ''],
    ],
    missed: [
      ...(share < GOAL ? [`the sender reaches ${share.toFixed(2)} of the floor, ${GOAL} is the goal`] : []),
      ...(callsPerThousand > 1 ? [`${callsPerThousand} calls per 1,000 events, 1.0 is the goal`] : []),
      ...(growth > GOAL_GROWTH_MB ? [`a million events grow the heap by ${growth.toFixed(1)} MB`] : []),
    ],
  });
}

/** Of the heap after a collection, once caches and pools have filled. */
async function growthOf(sender: () => Promise<void>): Promise<number> {
  const heap = async (upTo: number) => {
    for (let sent = 0; sent < upTo; sent += BATCH) await sender();
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const early = await heap(MILLION / 10);
  return ((await heap(MILLION - MILLION / 10)) - early) / 1024 ** 2;
}

void main();
