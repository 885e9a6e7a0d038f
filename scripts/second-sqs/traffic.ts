/** The shop's traffic: good events all the time, each with a buyer's address, and one of each bad kind among them now and then. */
import { setTimeout as pause } from 'node:timers/promises';
import { must } from '../../test/deploy/steps';
import { BAD, GOOD, idOfKind } from './kinds';

/** 20 events a second. */
const GOOD_A_POST = 5;
const EVERY_MS = 250;

export interface Bounds {
  readonly isOver: () => boolean;
  /** When the bad ones come, in seconds from the start. */
  readonly badAfterSeconds: number;
}

export class Traffic {
  /** When each accepted event was posted, by its id. */
  public readonly accepted = new Map<string, number>();
  private numbers = 0;

  public constructor(private readonly shop: { readonly endpoint: string; readonly ingestKey: string }) {}

  /** Returns the ids of the good ones. */
  public async flow({ isOver, badAfterSeconds }: Bounds): Promise<readonly string[]> {
    const good: string[] = [];
    let next = Date.now();
    let badAt = next + badAfterSeconds * 1_000;
    while (!isOver()) {
      const ids = Array.from({ length: GOOD_A_POST }, () => idOfKind(GOOD, ++this.numbers));
      good.push(...ids);
      const isBadDue = Date.now() >= badAt;
      if (isBadDue) badAt = Number.POSITIVE_INFINITY;
      const number = isBadDue ? ++this.numbers : 0;
      await this.post([...ids, ...(isBadDue ? BAD.map((kind) => idOfKind(kind, number)) : [])]);
      next += EVERY_MS;
      await pause(Math.max(0, next - Date.now()));
    }
    return good;
  }

  private async post(ids: readonly string[]): Promise<void> {
    const { endpoint, ingestKey } = this.shop;
    const posted = Date.now();
    const answer = await fetch(`${endpoint}/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ingestKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ data: ids.map(order) }),
    });
    const text = await answer.text();
    must(answer.status === 200, `POST /events was answered ${answer.status}: ${text}`);
    const { events } = JSON.parse(text) as { readonly events: readonly { readonly status: string }[] };
    must(events.length === ids.length && events.every(({ status }) => status === 'processed'), text);
    for (const id of ids) this.accepted.set(id, posted);
  }
}

/** The buyer's address stands where it belongs and, as shops let it happen, in the page's URL. */
const order = (id: string) => ({
  event_name: 'checkout',
  action_source: 'web',
  event_id: id,
  event_time: Math.floor(Date.now() / 1_000),
  event_source_url: `https://www.shop.example/thank-you?email=${id}%40mail.example&utm_source=pinterest`,
  user_data: { em: ` Buyer.${id}@Mail.Example `, client_user_agent: 'Mozilla/5.0 (X11) Firefox/140.0' },
  custom_data: { value: 129.9, currency: 'USD', order_id: id },
});
