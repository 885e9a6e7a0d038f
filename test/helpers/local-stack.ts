/** The one-machine run as a child process: tests see what a user sees, its HTTP interface and its terminal. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SimulatorEvent, SimulatorRequest } from '../../local/pinterest-simulator';

const ROOT = path.join(__dirname, '..', '..');
const START = ['--import', pathToFileURL(require.resolve('tsx')).href, path.join(ROOT, 'local', 'start.ts')];

export const INGEST_KEY = 'ingest-key-of-the-system-tests';

export interface RunningStack {
  readonly endpoint: string;
  /** Origin of the simulator; empty when events go elsewhere. */
  readonly simulator: string;
  /** All that it has printed so far. */
  output(): string;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Posts to /events with the ingest key. */
  send(body: unknown, query?: string): Promise<Response>;
  simulatorEvents(): Promise<SimulatorEvent[]>;
  simulatorRequests(): Promise<SimulatorRequest[]>;
  steer(method: 'PUT' | 'DELETE', resource: string, body?: object): Promise<void>;
  /** Ends it as Ctrl-C does; returns its exit code. */
  stop(): Promise<number | null>;
}

export interface StackOptions {
  readonly env?: Record<string, string>;
  /** Contents of conversions.json; there is none by default. */
  readonly config?: object;
}

interface Launched {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly exit: Promise<number | null>;
}

function launch({ env = {}, config }: StackOptions): Launched {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-stack-'));
  if (config !== undefined) writeFileSync(path.join(folder, 'conversions.json'), JSON.stringify(config));
  const child = spawn(process.execPath, START, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, PORT: '0', INGEST_KEY, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    text += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  void exit.then(() => rmSync(folder, { recursive: true, force: true }));
  return { child, output: () => text, exit };
}

/** Runs it until it ends by itself: for settings that it refuses. */
export async function runToExit(options: StackOptions): Promise<{ code: number | null; output: string }> {
  const { child, output, exit } = launch(options);
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  const code = await exit;
  clearTimeout(timer);
  return { code, output: output() };
}

export async function startLocalStack(options: StackOptions = {}): Promise<RunningStack> {
  const { child, output, exit } = launch(options);
  const ended = exit.then(() => true);
  while (!output().includes('Ctrl-C ends it')) {
    if (await Promise.race([ended, pause(50)])) throw new Error(`the stack did not start:\n${output()}`);
  }
  const endpoint = /endpoint +(\S+)/.exec(output())?.[1] ?? '';
  const simulator = /simulator, (\S+)\/v5/.exec(output())?.[1] ?? '';
  const post = (route: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(endpoint + route, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    });
  const read = async <T>(resource: string): Promise<T> =>
    (await fetch(`${simulator}/_simulator/${resource}`)).json() as Promise<T>;
  return {
    endpoint,
    simulator,
    output,
    post,
    send: (body, query = '') => post(`/events${query}`, body, { authorization: `Bearer ${INGEST_KEY}` }),
    simulatorEvents: () => read('events'),
    simulatorRequests: () => read('requests'),
    steer: async (method, resource, body) => {
      await fetch(`${simulator}/_simulator/${resource}`, { method, ...(body && { body: JSON.stringify(body) }) });
    },
    stop: () => {
      child.kill('SIGINT');
      return exit;
    },
  };
}

const pause = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));

/** Polls until `read` returns something, or fails with what was awaited. */
export async function until<T>(what: string, read: () => Promise<T | undefined>, seconds = 20): Promise<T> {
  const end = Date.now() + seconds * 1_000;
  while (Date.now() < end) {
    const value = await read();
    if (value !== undefined) return value;
    await pause(100);
  }
  throw new Error(`waited ${seconds} s in vain: ${what}`);
}

let sequence = 0;

/** A valid checkout with an id of its own. */
export const checkout = (overrides: object = {}): { event_id: string; [key: string]: unknown } => ({
  event_name: 'checkout',
  action_source: 'web',
  event_id: `order-${Date.now()}-${sequence++}`,
  event_time: Math.floor(Date.now() / 1_000),
  user_data: { em: 'user@example.com' },
  custom_data: { value: 129.9, currency: 'USD' },
  ...overrides,
});
