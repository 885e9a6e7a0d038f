/** Pinterest at the other end of `fetch`: takes events, refuses some, and has all the trouble that the weather brings. */
import { SHA256_HEX } from '../lambda/event/sha256';
import { failed, processed, resultsAnswer, type Verdict } from '../sim/pinterest/answer';
import { errorAnswer } from '../sim/pinterest/errors';
import type { Answer } from '../sim/pinterest/types';
import { damaged, FAULTS, responseOf } from './faults';
import type { Kind } from './ledger';
import { during, type Window } from './weather';
import type { World } from './world';

interface Sent {
  readonly event_id: string;
  readonly user_data: { readonly em?: readonly string[] };
}

interface Call {
  readonly sent: readonly Sent[];
  readonly isTest: boolean;
  readonly isTokenRight: boolean;
  readonly window: Window | undefined;
  readonly signal: AbortSignal;
}

const KNOWN_GOOD = /^known-good-/;
const NARROW_BYTES = 100_000;
const SLOW_MS = 16;
const CUT = { name: 'reset', what: 'reset', afterTaking: false } as const;

/** In place of a result. */
const NO_RESULT = null as unknown as Verdict;
const FAULTS_IN_A_STORM = 0.5;

export class Pinterest {
  /** The token that it takes. */
  public token = 'pina_first';

  /** The window whose single failure is over. */
  private strayed: Window | undefined;

  public constructor(private readonly world: World) {}

  /** @param isOrphan Whether the invocation that sent it has ended meanwhile. */
  public readonly fetch = async (
    input: Parameters<typeof fetch>[0],
    init?: RequestInit,
    isOrphan = () => false,
  ): Promise<Response> => {
    const { world } = this;
    world.ledger.posts.push(world.clock.now);
    await world.clock.sleep(world.random.between(50, 400));
    const isTest = String(input).endsWith('?test=true');
    const sent = (JSON.parse(String(init?.body)) as { data: Sent[] }).data;
    this.check(sent, isTest);
    const isTokenRight = new Headers(init?.headers).get('authorization') === `Bearer ${this.token}`;
    const window = during(world.windows, world.clock.now);
    const signal = init?.signal ?? new AbortController().signal;
    if (window?.trouble === 'narrow' && String(init?.body).length > NARROW_BYTES) return damaged(CUT, signal);
    if (window?.trouble === 'slow') await this.work(sent.length * SLOW_MS, signal);
    if (isOrphan()) for (const { event_id } of sent) world.ledger.excuse(event_id, 'killed during the POST');
    return this.answer({ sent, isTest, isTokenRight, window, signal });
  };

  /** It takes its time, whether somebody waits or not. */
  private async work(milliseconds: number, signal: AbortSignal): Promise<void> {
    await this.world.clock.sleep(milliseconds, signal);
    signal.throwIfAborted();
  }

  private answer({ sent, isTest, isTokenRight, window, signal }: Call): Promise<Response> | Response {
    const { random, stoppersDraw } = this.world;
    const trouble = window?.trouble;
    const isStrayed = trouble === 'stray' && this.strayed !== window;
    if (isStrayed) this.strayed = window;
    if (isStrayed && window?.fault === undefined) return responseOf(errorAnswer(500));
    if (trouble === 'outage') return damaged(random.pick(FAULTS.down), signal);
    if (trouble === 'unreachable') return damaged(random.pick(FAULTS.unreachable), signal);
    if (trouble === 'rate') return responseOf(errorAnswer(429, { resetSeconds: random.whole(1, 90) }));
    if (trouble === 'forbidden') return responseOf(errorAnswer(403));
    if (trouble === 'missing') return responseOf(errorAnswer(404));
    if (!isTokenRight) return responseOf(errorAnswer(401));
    if (trouble === 'refusing') return responseOf(errorAnswer(400));
    const fault = isStrayed
      ? window?.fault
      : trouble === 'storm' && random.chance(FAULTS_IN_A_STORM)
        ? random.pick(FAULTS.any)
        : undefined;
    if (fault !== undefined && !fault.afterTaking) return damaged(fault, signal);
    const isAnyOf = (kind: Kind) => sent.some(({ event_id }) => this.kindOf(event_id) === kind);
    if (trouble === 'erring')
      return responseOf(resultsAnswer(sent.map(() => failed('Internal error, please try again'))));
    if (isAnyOf('poison')) return responseOf(errorAnswer(400));
    if (typeof stoppersDraw === 'object' && isAnyOf('stopper')) return damaged(stoppersDraw, signal);

    const answer = this.take(sent, isTest);
    if (fault === undefined) return responseOf(answer);
    for (const { event_id } of sent) {
      this.world.ledger.excuse(event_id, `answer lost: ${fault.name}`);
      const entry = this.world.ledger.entries.get(event_id);
      if (entry !== undefined && /^too /.test(fault.what)) entry.isUncertain = true;
    }
    return damaged(fault, signal, answer);
  }

  private take(sent: readonly Sent[], isTest: boolean): Answer {
    const verdicts = sent.map(({ event_id }) => {
      if (this.kindOf(event_id) === 'stopper') return NO_RESULT;
      const isFailing = this.kindOf(event_id) === 'failing';
      if (!isFailing && !KNOWN_GOOD.test(event_id)) {
        if (isTest !== (this.kindOf(event_id) === 'test'))
          this.world.ledger.violation(`${event_id}: test and live mixed`);
        this.world.ledger.taken(event_id, this.world.clock.now);
      }
      return isFailing ? failed('Invalid event_name') : processed('external_id is missing');
    });
    return resultsAnswer(verdicts, { mixed: this.world.random.pick([200, 422]) });
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
