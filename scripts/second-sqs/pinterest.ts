/** A Pinterest whose faults the events draw by what they are, and which can be out for everything: what it answers is the model's. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SENDER_LIMITS } from '../../contract/sender-limits';
import { write } from '../../local/pinterest-simulator/http';
import { readBody } from '../../local/request-body';
import { answerEvents } from '../../sim/pinterest/events-endpoint';
import type { Fault } from '../../sim/pinterest/faults';
import { BAD, idsIn, kindOf } from './kinds';

export interface Pinterest {
  readonly url: string;
  /** When each live event was taken, by its id; more than once when it was sent again. */
  readonly taken: ReadonlyMap<string, readonly number[]>;
  /** Bodies of all POSTs, whatever was answered. */
  readonly bodies: readonly string[];
  setOut(isOut: boolean): void;
}

interface Account {
  readonly adAccountId: string;
  readonly token: string;
}

/** It ends with the process. */
export async function startPinterest(account: Account): Promise<Pinterest> {
  const taken = new Map<string, number[]>();
  const bodies: string[] = [];
  let isOut = false;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://pinterest.invalid');
    const body = await readBody(request, SENDER_LIMITS.maxBodyBytes);
    bodies.push(String(body));
    const fault = isOut ? OUT : faultOf(idsIn(String(body)));
    if (fault === 'no answer') return;
    const call = {
      adAccountId: url.pathname.split('/').at(-2) ?? '',
      authorization: request.headers.authorization,
      test: url.searchParams.get('test'),
      body,
    };
    const now = Date.now();
    const { answer, processed } = answerEvents(call, { ...account, now, fault });
    for (const { event_id } of call.test === 'true' ? [] : processed) {
      taken.set(event_id, [...(taken.get(event_id) ?? []), now]);
    }
    write(response, answer);
  }

  // a sender that no longer waits hangs up, which is nothing to speak of.
  const server = createServer((request, response) => void handle(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5`,
    taken,
    bodies,
    setOut: (out) => {
      isOut = out;
    },
  };
}

const OUT: Fault = { kind: 'status', status: 503 };

function faultOf(ids: readonly string[]): Fault | 'no answer' | undefined {
  const kinds = new Set(ids.map(kindOf));
  const worst = BAD.find((kind) => kinds.has(kind));
  switch (worst?.wholePost) {
    case 'no answer':
      return 'no answer';
    case 'status 400':
      return { kind: 'status', status: 400 };
    case 'status 500':
      return { kind: 'status', status: 500 };
    default:
      if (worst?.message === undefined) return undefined;
      return { kind: 'rejectEvents', eventIds: ids.filter((id) => kindOf(id) === worst), message: worst.message };
  }
}
