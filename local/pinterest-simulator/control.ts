/** `/_simulator/…`: the simulator read and steered over HTTP, for tests that see a running stack from outside only. */
import { parseFault } from '../../sim/pinterest/faults';
import type { Answer, SimulatorEvent } from '../../sim/pinterest/types';

export interface Steering {
  readonly requests: () => unknown;
  readonly events: () => readonly SimulatorEvent[];
  readonly totals: () => unknown;
  readonly setFault: (fault: Exclude<ReturnType<typeof parseFault>, string> | undefined) => void;
  readonly setToken: (token: string) => void;
}

export function control(method: string | undefined, url: URL, body: Buffer | undefined, steering: Steering): Answer {
  switch (`${method} ${url.pathname.slice('/_simulator/'.length)}`) {
    case 'GET requests':
      return { status: 200, body: steering.requests() };
    case 'GET events': {
      const prefix = url.searchParams.get('event_id_prefix') ?? '';
      return { status: 200, body: steering.events().filter(({ event }) => event.event_id.startsWith(prefix)) };
    }
    case 'GET totals':
      return { status: 200, body: steering.totals() };
    case 'PUT faults': {
      const fault = parseFault(parse(body));
      if (typeof fault === 'string') return refused(fault);
      steering.setFault(fault);
      return { status: 204 };
    }
    case 'DELETE faults':
      steering.setFault(undefined);
      return { status: 204 };
    case 'PUT token': {
      const parsed = parse(body);
      const token = typeof parsed === 'object' && parsed !== null && 'token' in parsed ? parsed.token : undefined;
      if (typeof token !== 'string' || token === '') return refused('send {"token": "…"}');
      steering.setToken(token);
      return { status: 204 };
    }
    default:
      return { status: 404, body: { message: 'GET requests, events, totals; PUT faults, token; DELETE faults' } };
  }
}

const refused = (message: string): Answer => ({ status: 400, body: { message } });

function parse(body: Buffer | undefined): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}
