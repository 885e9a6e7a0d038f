/** Pinterest at the other end of `fetch`: takes events, refuses some, and has all the trouble that the weather brings. */
import { SHA256_HEX } from '../lambda/event/sha256';
import { type Answer, damaged, FAULTS, refusal } from './faults';
import { during, type Window } from './weather';
import type { World } from './world';

interface Sent {
  readonly event_id: string;
  readonly user_data: { readonly em?: readonly string[] };
}

const KNOWN_GOOD = /^known-good-/;
const FAULTS_IN_A_STORM = 0.5;

export class Pinterest {
  /** The token that it takes. */
  public token = 'pina_first';

  /** The window whose single failure is over. */
  private strayed: Window | undefined;

  public constructor(private readonly world: World) {}

  public readonly fetch = async (input: Parameters<typeof fetch>[0], init?: RequestInit): Promise<Response> => {
    const { world } = this;
    world.ledger.posts.push(world.clock.now);
    world.clock.now += world.random.between(50, 400);
    const isTest = String(input).endsWith('?test=true');
    const sent = (JSON.parse(String(init?.body)) as { data: Sent[] }).data;
    this.check(sent, isTest);
    const isTokenRight = new Headers(init?.headers).get('authorization') === `Bearer ${this.token}`;
    return this.answer(sent, isTest, isTokenRight);
  };

  private answer(sent: readonly Sent[], isTest: boolean, isTokenRight: boolean): Promise<Response> | Response {
    const { random, clock } = this.world;
    const window = during(this.world.windows, clock.now);
    const trouble = window?.trouble;
    if (trouble === 'stray' && this.strayed !== window) {
      this.strayed = window;
      return refusal(500);
    }
    if (trouble === 'outage') return damaged(random.pick(FAULTS.down), clock);
    if (trouble === 'rate') return refusal(429, { 'x-ratelimit-reset': String(random.whole(1, 90)) });
    if (trouble === 'forbidden') return refusal(403);
    if (trouble === 'missing') return refusal(404);
    if (!isTokenRight) return refusal(401);
    if (trouble === 'refusing') return refusal(400);
    const fault = trouble === 'storm' && random.chance(FAULTS_IN_A_STORM) ? random.pick(FAULTS.any) : undefined;
    if (fault !== undefined && !fault.afterTaking) return damaged(fault, clock);
    if (sent.some(({ event_id }) => this.kindOf(event_id) === 'poison')) return refusal(400);

    const answer = this.take(sent, isTest);
    if (fault === undefined) return Response.json(answer.body, { status: answer.status });
    for (const { event_id } of sent) this.world.ledger.excuse(event_id, `answer lost: ${fault.name}`);
    return damaged(fault, clock, answer);
  }

  private take(sent: readonly Sent[], isTest: boolean): Answer {
    const events = sent.map(({ event_id }) => {
      const failed = this.kindOf(event_id) === 'failing';
      if (!failed && !KNOWN_GOOD.test(event_id)) {
        if (isTest !== (this.kindOf(event_id) === 'test'))
          this.world.ledger.violation(`${event_id}: test and live mixed`);
        this.world.ledger.taken(event_id, this.world.clock.now);
      }
      return failed
        ? { status: 'failed', error_message: 'Invalid event_name', warning_message: null }
        : { status: 'processed', error_message: '', warning_message: 'external_id is missing' };
    });
    const processed = events.filter(({ status }) => status === 'processed').length;
    const results = { num_events_received: sent.length, num_events_processed: processed, events };
    return processed === 0 || (processed < sent.length && this.world.random.chance(0.5))
      ? { status: 422, body: { code: 953, message: 'Not all events were successfully processed.', details: results } }
      : { status: 200, body: results };
  }

  private kindOf(id: string) {
    return this.world.ledger.entries.get(id)?.kind;
  }

  /** What must hold of every POST, whatever becomes of it. */
  private check(sent: readonly Sent[], isTest: boolean): void {
    const { ledger } = this.world;
    if (sent.length === 0 || sent.length > (isTest ? 20 : 1_000)) ledger.violation(`a POST of ${sent.length} events`);
    if (new Set(sent.map(({ event_id }) => event_id)).size < sent.length)
      ledger.violation('an event twice in one POST');
    for (const event of sent) {
      if (KNOWN_GOOD.test(event.event_id)) continue;
      if (JSON.stringify(event) !== ledger.entry(event.event_id).json)
        ledger.violation(`${event.event_id} was changed`);
      if (!event.user_data.em?.every((digest) => SHA256_HEX.test(digest))) {
        ledger.violation(`${event.event_id} was sent with a clear value`);
      }
    }
  }
}
