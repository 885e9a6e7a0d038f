/**
 * Stands where Pinterest stands when the whole system runs on one machine, and in tests: an HTTP server that holds
 * requests to Pinterest's official schema and answers as Pinterest does.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { errorAnswer } from '../../sim/pinterest/errors';
import { answerEvents, type Outcome } from '../../sim/pinterest/events-endpoint';
import { type Fault, Faults } from '../../sim/pinterest/faults';
import type { SimulatorEvent, SimulatorRequest, SimulatorTotals } from '../../sim/pinterest/types';
import { readBody } from '../request-body';
import { control } from './control';
import { write } from './http';
import { Memory } from './memory';

export type { Fault } from '../../sim/pinterest/faults';
export type { SimulatorEvent, SimulatorRequest } from '../../sim/pinterest/types';

export interface SimulatorOptions {
  /** 0 (default) takes a free one. */
  readonly port?: number;
  /** The one token that is valid. */
  readonly token: string;
  /** The one ad account that the token may write to. */
  readonly adAccountId: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Called after each call of the events endpoint. */
  readonly onRequest?: (request: SimulatorRequest) => void;
  /** Larger bodies get a 413. Pinterest documents no limit; 2 MB is the lowest that other connectors keep to. */
  readonly maxBodyBytes?: number;
}

export interface PinterestSimulator {
  /** What PINTEREST_API_URL is set to: the address with `/v5`. */
  readonly url: string;
  requests(): readonly SimulatorRequest[];
  /** Processed events, oldest first. */
  events(): readonly SimulatorEvent[];
  totals(): SimulatorTotals;
  setFault(fault: Fault | undefined): void;
  setToken(token: string): void;
  close(): Promise<void>;
}

export async function startPinterestSimulator(options: SimulatorOptions): Promise<PinterestSimulator> {
  const { adAccountId, now = Date.now, onRequest, maxBodyBytes = 2_000_000 } = options;
  const memory = new Memory();
  const faults = new Faults();
  let { token } = options;
  const { requests, events, totals } = memory;
  const setFault = (fault: Fault | undefined) => faults.set(fault);
  const setToken = (next: string) => {
    token = next;
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://simulator.invalid');
    const body = await readBody(request, maxBodyBytes);
    if (url.pathname.startsWith('/_simulator/')) {
      return write(response, control(request.method, url, body, { requests, events, totals, setFault, setToken }));
    }
    const account = /^\/v5\/ad_accounts\/([^/]+)\/events$/.exec(url.pathname)?.[1];
    if (account === undefined || request.method !== 'POST') return write(response, errorAnswer(404));

    const call = {
      adAccountId: account,
      authorization: request.headers.authorization,
      test: url.searchParams.get('test'),
      body,
    };
    const time = now();
    const fault = faults.take();
    const cutEarly = fault?.kind === 'reset' && !fault.processed;
    const outcome = cutEarly ? undefined : answerEvents(call, { adAccountId, token, now: time, fault });
    record(outcome, { time, test: call.test === 'true', fault });

    if (fault?.kind === 'reset') return void request.socket.destroy();
    if (fault?.kind === 'slow') await wait(fault.delayMs, undefined, { ref: false });
    if (outcome !== undefined) write(response, outcome.answer);
  }

  function record(outcome: Outcome | undefined, call: { time: number; test: boolean; fault: Fault | undefined }): void {
    const { time, test, fault } = call;
    const { received = 0, processed = [], results = [] } = outcome ?? {};
    for (const event of processed) memory.addEvent(event, time, test);
    const request: SimulatorRequest = {
      time,
      status: fault?.kind === 'reset' ? 0 : (outcome?.answer.status ?? 0),
      test,
      received,
      processed: processed.length,
      events: results,
      fault: fault?.kind,
    };
    memory.addRequest(request);
    onRequest?.(request);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A caller that hangs up in the middle is nothing to speak of; anything else is a defect of the simulator.
      if (request.complete) console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/v5`,
    requests,
    events,
    totals,
    setFault,
    setToken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
