/** An endpoint on loopback that answers as a test says, and keeps what it was asked. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NOT_QUEUED } from '../../../contract/not-queued';

interface Asked {
  readonly path: string;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly bytes: number;
  readonly events: readonly { readonly [key: string]: unknown }[];
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Ends the connection instead of answering. */
  readonly hangUp?: boolean;
  /** Never answers. */
  readonly silent?: boolean;
}

export type Answering = (asked: Asked) => Answer | Promise<Answer>;

export interface Endpoint {
  readonly url: string;
  readonly asked: Asked[];
  close(): Promise<void>;
}

type Told = 'processed' | 'failed' | 'not queued';

const resultOf = (told: Told) => ({
  status: told === 'processed' ? 'processed' : 'failed',
  error_message: told === 'processed' ? null : told === 'failed' ? 'refused by the test' : NOT_QUEUED,
  warning_message: null,
});

const summary = (told: readonly Told[]) => ({
  num_events_received: told.length,
  num_events_processed: told.filter((one) => one === 'processed').length,
  events: told.map(resultOf),
});

/** Takes all events. */
export const TAKEN: Answering = ({ events }) => ({ status: 200, body: summary(events.map(() => 'processed')) });

export const told = (...results: Told[]): Answer => ({ status: 200, body: summary(results) });

export const partlyQueued = (...results: Told[]): Answer => ({
  status: 503,
  headers: { 'retry-after': '5' },
  body: { code: 4197, message: 'events could not be queued', details: summary(results) },
});

/** API Gateway's own answer to what is over the throttle. */
export const THROTTLED: Answer = { status: 429, body: { message: 'Too Many Requests' } };

const running: Endpoint[] = [];

export const closeEndpoints = async (): Promise<void> => {
  await Promise.all(running.splice(0).map((endpoint) => endpoint.close()));
};

/** Answers one after another as listed, and from then on takes everything. */
export async function startEndpoint(...answers: (Answer | Answering)[]): Promise<Endpoint> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const one: Asked = {
      path: `${request.method} ${request.url}`,
      headers: request.headers,
      bytes: body.length,
      events: JSON.parse(body.toString('utf8')).data,
    };
    asked.push(one);
    const next = answers.shift() ?? TAKEN;
    const answer = typeof next === 'function' ? await next(one) : next;
    if (answer.silent) return;
    if (answer.hangUp) return void request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint: Endpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  running.push(endpoint);
  return endpoint;
}
