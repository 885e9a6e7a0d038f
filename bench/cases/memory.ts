/** Memory of one request of 1,000 events: how far the heap grows from the request's text to the last queue message. */
import { createRouter } from '../../lambda/ingest/router';
import { checkoutJson } from '../checkout';
import { median, report } from '../measure';

const EVENTS = 1_000;
const GOAL_MB = 64;
const REQUESTS = 15;

const now = Date.now();
const body = `{"data":[${Array.from({ length: EVENTS }, (_, index) => checkoutJson(now).replace('f47ac10b', String(index))).join(',')}]}`;
const request = {
  rawPath: '/events',
  headers: { authorization: 'Bearer key-of-the-benchmark' },
  requestContext: { http: { method: 'POST' } },
  isBase64Encoded: false,
  body,
} as unknown as Parameters<ReturnType<typeof createRouter>>[0];

let peak = 0;
const look = () => {
  peak = Math.max(peak, process.memoryUsage().heapUsed);
};

const route = createRouter({
  adAccountId: '1',
  allowedOrigins: [],
  serverAuthorization: 'key',
  testMode: false,
  script: '',
  now: () => now,
  keys: { get: async () => ['key-of-the-benchmark'], refresh: async () => [] },
  policy: { maximumEventAgeSeconds: 604_800 },
  telemetry: { count: look, seconds: look, warn: look, error: look, flush: look },
  enqueue: async (messages) => {
    look();
    if (messages.length !== EVENTS) throw new Error(`${messages.length} of ${EVENTS} events were accepted`);
    return { indexes: new Set(), errors: [] };
  },
});

async function main(): Promise<void> {
  const growths: number[] = [];
  for (let round = 0; round < REQUESTS; round++) {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    peak = 0;
    const answer = await route(request);
    look();
    if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`);
    growths.push((peak - before) / 1024 ** 2);
  }
  const growth = median(growths);
  report({
    table: 'memory',
    head: ['one request', 'body', 'growth of the heap'],
    rows: [[`${EVENTS} checkouts`, `${(body.length / 1024 ** 2).toFixed(1)} MB`, `${growth.toFixed(0)} MB`]],
    missed:
      growth > GOAL_MB
        ? [`a request of ${EVENTS} events grows the heap by ${growth.toFixed(0)} MB, ${GOAL_MB} is the goal`]
        : [],
  });
}

void main();
