/** The shop: its back end and its pages, which send events to the deployed endpoint. */
import { must } from './steps';

export interface Shop {
  readonly endpoint: string;
  readonly ingestKey: string;
}

export const ORIGIN = 'https://www.shop.example';

export const EMAIL = 'Ada.Buyer@example.com';

export const order = (id: string, changes: object = {}): object => ({
  event_name: 'checkout',
  action_source: 'web',
  event_id: id,
  event_time: Math.floor(Date.now() / 1_000),
  event_source_url: `${ORIGIN}/thank-you`,
  user_data: { em: EMAIL, client_ip_address: '192.0.2.1', client_user_agent: 'Mozilla/5.0 (X11) Firefox/140.0' },
  custom_data: { value: 129.9, currency: 'USD', order_id: id },
  ...changes,
});

export const postEvents = ({ endpoint, ingestKey }: Shop, ...data: readonly object[]): Promise<Response> =>
  fetch(`${endpoint}/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ingestKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ data }),
  });

export const postFromBrowser = ({ endpoint }: Shop, origin: string, event: object): Promise<Response> =>
  fetch(`${endpoint}/collect`, {
    method: 'POST',
    headers: { origin, 'content-type': 'text/plain', 'user-agent': 'Mozilla/5.0 (X11) Firefox/140.0' },
    body: JSON.stringify(event),
  });

/** Posts what has to be accepted. */
export async function accepted(shop: Shop, ...data: readonly object[]): Promise<string> {
  const answer = await postEvents(shop, ...data);
  const body = await answer.text();
  must(answer.status === 200, `POST /events was answered ${answer.status}: ${body}`);
  const { num_events_processed: processed } = JSON.parse(body);
  must(processed === data.length, `${processed} of ${data.length} events were queued: ${body}`);
  return `POST /events → 200, ${processed} queued`;
}
