/**
 * The whole system on this machine at 200 events a second: how long an accepted event takes until Pinterest has it. The
 * clock of an event starts when its caller has the answer, and stops when the simulator processes it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { SENDER_LIMITS } from '../../contract/sender-limits';
import type { SimulatorEvent } from '../../local/pinterest-simulator';
import { CHECKOUT } from '../checkout';
import { report } from '../measure';

const EVENTS_A_SECOND = 200;
const EVENTS_A_REQUEST = 10;
const SECONDS = 60;
const WARM_UP_SECONDS = 5;
const GOAL_SECONDS = SENDER_LIMITS.batchingWindowSeconds + 1;
const INGEST_KEY = 'ingest-key-of-the-benchmark';

interface Stack {
  readonly endpoint: string;
  readonly simulator: string;
  stop(): void;
}

async function startStack(): Promise<Stack> {
  const tsx = pathToFileURL(createRequire(path.join(process.cwd(), 'package.json')).resolve('tsx')).href;
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const child = spawn(process.execPath, ['--import', tsx, path.resolve('local/start.ts')], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, PORT: '0', INGEST_KEY },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += output.includes('Ctrl-C ends it') ? '' : chunk;
  });
  while (!output.includes('Ctrl-C ends it')) {
    if (child.exitCode !== null) throw new Error(`the stack did not start:\n${output}`);
    await pause(50);
  }
  return {
    endpoint: /endpoint +(\S+)/.exec(output)?.[1] ?? '',
    simulator: /simulator, (\S+)\/v5/.exec(output)?.[1] ?? '',
    stop: () => child.kill('SIGKILL'),
  };
}

const acceptedAt = new Map<string, number>();

async function request(endpoint: string, first: number): Promise<void> {
  const data = Array.from({ length: EVENTS_A_REQUEST }, (_, index) => ({
    ...CHECKOUT,
    event_time: Math.floor(Date.now() / 1_000),
    event_id: `order-${first + index}`,
  }));
  const answer = await fetch(`${endpoint}/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${INGEST_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ data }),
  });
  if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
  for (const { event_id } of data) acceptedAt.set(event_id, Date.now());
}

async function load(endpoint: string): Promise<void> {
  const started = Date.now();
  const requests: Promise<void>[] = [];
  for (let sent = 0; sent < EVENTS_A_SECOND * SECONDS; sent += EVENTS_A_REQUEST) {
    await pause(Math.max(0, started + (sent / EVENTS_A_SECOND) * 1_000 - Date.now()));
    requests.push(request(endpoint, sent));
  }
  await Promise.all(requests);
}

async function delivered(simulator: string): Promise<readonly SimulatorEvent[]> {
  const read = async () => (await (await fetch(`${simulator}/_simulator/events`)).json()) as SimulatorEvent[];
  for (let attempt = 0; attempt < 30; attempt++) {
    const events = await read();
    if (events.length >= acceptedAt.size) return events;
    await pause(1_000);
  }
  return read();
}

async function main(): Promise<void> {
  const stack = await startStack();
  await load(stack.endpoint);
  const events = await delivered(stack.simulator);
  stack.stop();
  const waits = events
    .filter(({ event }) => Number(event.event_id.slice('order-'.length)) >= WARM_UP_SECONDS * EVENTS_A_SECOND)
    .map(({ time, event }) => Math.max(0, time - (acceptedAt.get(event.event_id) ?? time)) / 1_000)
    .sort((a, b) => a - b);
  const quantile = (share: number) => waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? Number.NaN;
  const p99 = quantile(0.99);
  const lost = acceptedAt.size - new Set(events.map(({ event }) => event.event_id)).size;
  report({
    table: 'end-to-end',
    head: [`${EVENTS_A_SECOND} events/s for ${SECONDS} s`, 'median', 'p99', 'longest'],
    rows: [
      [
        'from accepted to delivered',
        `${quantile(0.5).toFixed(2)} s`,
        `${p99.toFixed(2)} s`,
        `${quantile(1).toFixed(2)} s`,
      ],
    ],
    missed: [
      ...(p99 < GOAL_SECONDS ? [] : [`p99 is ${p99.toFixed(2)} s, less than ${GOAL_SECONDS} s is the goal`]),
      ...(lost === 0 ? [] : [`${lost} of ${acceptedAt.size} accepted events were not delivered`]),
    ],
  });
}

void main();
