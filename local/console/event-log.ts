/**
 * What the console knows of each event: both of its lines, the tag's and the server's, and how far the latter has come.
 * Only names, ids, amounts and names of fields are kept; no value that says who the visitor is.
 */
import { knownEventName } from '../../contract/event-name';
import { matchKeysOf } from '../../contract/match-keys';
import type { QueuedEvent } from '../../contract/queued-event';

type Stage = 'queued' | 'held' | 'delivered' | 'rejected';

export interface LoggedEvent {
  readonly name: string;
  readonly id: string;
  /** When either line was first heard of, in milliseconds since 1970. */
  readonly time: number;
  /** Times that the browser tag reported it. */
  tag: number;
  /** Copies that the endpoint accepted. */
  server: number;
  stage?: Stage;
  /** Why it is held or was rejected. */
  reason?: string | undefined;
  test?: boolean;
  value?: string;
  /** From acceptance to Pinterest's word on it, in milliseconds. */
  delayMs?: number;
  /** Names of the fields it can be matched by. */
  matchKeys?: readonly string[];
}

/** What a page can show and a browser can draw in a moment. */
const MAX_EVENTS = 200;

export class EventLog {
  private readonly events = new Map<string, LoggedEvent>();

  public tagSaid(name: string, id: string): void {
    this.entry(name, id).tag += 1;
  }

  public accepted(name: string, id: string): void {
    const event = this.entry(name, id);
    event.server += 1;
    event.stage ??= 'queued';
  }

  /** The sender has finished with an event, or has put it off. */
  public ran({ event, accepted_at, test }: QueuedEvent, finished: boolean, reason: string | undefined): void {
    const { event_name, event_id, user_data, custom_data } = event;
    const entry = this.entry(event_name, event_id);
    entry.server ||= 1;
    entry.test = test;
    entry.matchKeys = matchKeysOf(user_data);
    if (custom_data?.value !== undefined) entry.value = `${custom_data.value} ${custom_data.currency ?? ''}`.trim();
    if (entry.stage === 'delivered' || entry.stage === 'rejected') return;
    entry.stage = finished ? 'delivered' : 'held';
    entry.reason = finished ? undefined : reason;
    if (finished) entry.delayMs = Date.now() - accepted_at;
  }

  public deadLetter(name: string, id: string, reason: string): void {
    Object.assign(this.entry(name, id), { stage: 'rejected', reason });
  }

  /** Newest first. */
  public list(): readonly LoggedEvent[] {
    return [...this.events.values()].reverse();
  }

  private entry(given: string, id: string): LoggedEvent {
    // The tag spells names its own way: AddToCart.
    const name = knownEventName(given) ?? given;
    const key = `${name} ${id}`;
    const present = this.events.get(key);
    if (present) return present;
    const made: LoggedEvent = { name, id, time: Date.now(), tag: 0, server: 0 };
    this.events.set(key, made);
    const [oldest] = this.events.keys();
    if (this.events.size > MAX_EVENTS && oldest !== undefined) this.events.delete(oldest);
    return made;
  }
}
