/** `send-test`: sends one event through a deployed endpoint, which Pinterest checks but does not count. */
import { randomUUID } from 'node:crypto';

export interface TestEventOptions {
  /** Base URL of the endpoint: the stack output `Endpoint`. */
  readonly endpoint: string;
  readonly ingestKey: string;
  /** Any name that the endpoint accepts. */
  readonly eventName: string;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface CommandResult {
  readonly ok: boolean;
  readonly text: string;
}

export const testEvent = (eventName: string, now: number) => ({
  event_name: eventName,
  action_source: 'web',
  event_id: `test-${randomUUID()}`,
  event_time: Math.floor(now / 1_000),
  event_source_url: 'https://shop.example/test',
  user_data: {
    em: 'test@example.com',
    client_ip_address: '192.0.2.1',
    client_user_agent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
  },
  custom_data: { value: 1, currency: 'USD' },
});

export async function sendTestEvent(options: TestEventOptions): Promise<CommandResult> {
  const { endpoint, ingestKey, eventName, now } = options;
  const url = addressOf(endpoint);
  if (url === undefined) return { ok: false, text: `"${endpoint}" is not a URL; pass the stack output "Endpoint"` };
  const event = testEvent(eventName, now);
  try {
    const response = await options.fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${ingestKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(event),
    });
    return response.status === 200
      ? { ok: true, text: accepted(event.event_id) }
      : { ok: false, text: `the endpoint answered ${response.status}: ${await messageOf(response)}` };
  } catch {
    return { ok: false, text: `${url.origin} cannot be reached; check that it is the stack output "Endpoint"` };
  }
}

function addressOf(endpoint: string): URL | undefined {
  return URL.canParse('/events', endpoint) ? new URL('/events?test=true', endpoint) : undefined;
}

const accepted = (id: string): string =>
  [
    `accepted as ${id}; the sender delivers it to Pinterest within seconds.`,
    'To see it arrive, open Ads Manager > Conversions > Test events before you send: the page shows no past events.',
    'If it does not appear there, check the alarms: within minutes, one of them reports a missing or wrong token.',
  ].join('\n');

async function messageOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => ({}))) as { readonly message?: unknown };
  return typeof body.message === 'string' ? body.message : 'no message';
}
