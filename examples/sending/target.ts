/** Where the day goes: what the environment says, or else the stack that `npm start` runs on this machine. */
import { readFileSync } from 'node:fs';

export interface Target {
  readonly endpoint: string;
  readonly ingestKey: string;
  /** Origin that the browser events name; it has to be on the endpoint's allow-list. */
  readonly origin: string;
  /** Address of the Pinterest simulator, when the endpoint delivers to one. */
  readonly simulator: string | undefined;
}

/** A failure that is told in one sentence, without a stack. */
export class Failure extends Error {
  public override readonly name = 'Failure';
}

const DEFAULT_ENDPOINT = 'http://localhost:8787';

export function readTarget(env: NodeJS.ProcessEnv, stateFile: string): Target {
  const running = readState(stateFile);
  const endpoint = (env.ENDPOINT || text(running.endpoint) || DEFAULT_ENDPOINT).replace(/\/+$/, '');
  if (!/^https?:\/\//.test(endpoint) || !URL.canParse(endpoint)) {
    throw new Failure(`ENDPOINT is "${endpoint}"; give an address such as ${DEFAULT_ENDPOINT}`);
  }
  // What the local stack has left tells nothing about another endpoint.
  const state = endpoint === text(running.endpoint) ? running : {};
  const ingestKey = env.INGEST_KEY || text(state.ingestKey);
  if (ingestKey === undefined) {
    throw new Failure(
      `No ingest key for ${endpoint}: start the stack with \`npm start\` and run this beside it, or set ENDPOINT and INGEST_KEY.`,
    );
  }
  const origin = env.ORIGIN || new URL(endpoint).origin;
  return { endpoint, ingestKey, origin, simulator: text(state.simulator) };
}

/** What `npm start` leaves while it runs; empty when it does not. */
function readState(file: string): { readonly [key: string]: unknown } {
  try {
    const state: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof state === 'object' && state !== null ? { ...state } : {};
  } catch {
    return {};
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
