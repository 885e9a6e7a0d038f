/** What can happen to one call of Pinterest, before it takes the events or after. */
import { errorAnswer } from '../sim/pinterest/errors';
import type { Answer } from '../sim/pinterest/types';

export interface Fault {
  readonly name: string;
  /** Pinterest has taken the events, but nobody hears of it. */
  readonly afterTaking: boolean;
  readonly what:
    | 'status'
    | 'silence'
    | 'refused'
    | 'reset'
    | 'cut'
    | 'no JSON'
    | 'too few'
    | 'too many'
    | 'none'
    | 'page'
    | 'rate';
}

const before = (what: Fault['what']): Fault => ({ name: what, what, afterTaking: false });
const after = (what: Fault['what']): Fault => ({ name: what, what, afterTaking: true });

export const FAULTS = {
  /** Nothing arrives at Pinterest, or comes from it. */
  unreachable: [before('silence'), before('refused'), before('reset')],
  down: [before('status'), before('silence'), before('reset'), before('page'), before('none')],
  any: [
    ...(['status', 'silence', 'reset', 'page', 'none', 'rate'] as const).map(before),
    ...(['status', 'silence', 'reset', 'cut', 'no JSON', 'too few', 'too many'] as const).map(after),
  ] as [Fault, ...Fault[]],
} satisfies { [group: string]: [Fault, ...Fault[]] };

export const responseOf = ({ status, headers = {}, body }: Answer): Response =>
  typeof body === 'string' ? new Response(body, { status, headers }) : Response.json(body, { status, headers });

/** What arrives in place of the answer. */
export async function damaged(fault: Fault, signal: AbortSignal, answer?: Answer): Promise<Response> {
  const text = JSON.stringify(answer?.body ?? {});
  switch (fault.what) {
    case 'status':
      return responseOf(errorAnswer(503));
    case 'rate':
      return responseOf({ ...errorAnswer(429), headers: { 'retry-after': '17' } });
    case 'page':
      return new Response('<html>Welcome</html>', { status: 200 });
    case 'none':
      return Response.json({ num_events_received: 0, num_events_processed: 0, events: [] });
    case 'silence':
      return untilAborted(signal);
    case 'refused':
      throw fetchFailed('ECONNREFUSED');
    case 'reset':
      throw fetchFailed('ECONNRESET');
    case 'cut':
      return new Response(cutAfter(text.slice(0, text.length / 2)), { status: answer?.status ?? 200 });
    case 'no JSON':
      return new Response(text.slice(0, -2), { status: answer?.status ?? 200 });
    case 'too few':
    case 'too many':
      return Response.json(ofWrongLength(answer, fault.what), { status: answer?.status ?? 200 });
  }
}

/** As `fetch` rejects when there is no answer. */
const fetchFailed = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('no connection'), { code }) });

/** Pinterest is silent for as long as anybody waits. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

const cutAfter = (start: string): ReadableStream =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(start));
      controller.error(new TypeError('terminated'));
    },
  });

interface Results {
  readonly events: readonly unknown[];
}

function ofWrongLength(answer: Answer | undefined, what: 'too few' | 'too many'): unknown {
  const body = answer?.body as Results & { readonly details?: Results };
  const { events } = body.details ?? body;
  const wrong = { ...body, events: what === 'too few' ? events.slice(1) : [...events, events[0]] };
  return body.details ? { ...body, events: undefined, details: wrong } : wrong;
}
