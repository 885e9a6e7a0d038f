/**
 * One line's work in an invocation. A POST that fails while Pinterest takes an event that is known to be good is at fault
 * itself: it is divided until the event at fault stands alone, so that no event suffers for another. An event that stands
 * alone and still draws no answer is held for itself, and becomes a dead letter after many such times.
 */
import { SENDER_LIMITS } from '../../contract/sender-limits';
import { Agenda, type Job } from './agenda';
import { type AttemptProps, attempt } from './attempt';
import { batched, FEW, halves, isFresh, type Outgoing, pieces, singles } from './batches';
import type { Meaning } from './classify';
import { MOST_IN_A_ROW, summaryOf } from './doubts';
import { GoodOne } from './good-one';
import { type Hold, isFailure } from './hold';
import type { LineMemory } from './line-memory';
import { callsNow } from './pace';
import { pieceOf } from './shares';
import { type Outcome, Verdicts } from './verdicts';

interface Props extends AttemptProps {
  readonly now: () => number;
}

/** Events refused alone that are asked about together, once Pinterest has shown in this invocation that it takes anything. */
const SUSPECTS_AT_ONCE = 16;

/** Where so many events come at once, more are waiting. */
const BACKLOG = SENDER_LIMITS.batchSize / 2;

type Results = Extract<Meaning, { kind: 'results' }> & { readonly milliseconds: number };

export class Delivery<E extends Outgoing> {
  private readonly verdicts: Verdicts<E>;
  private readonly agenda: Agenda<E>;
  /** POSTs of one event that were refused, and are not believed yet to be at fault. */
  private readonly suspects: Job<E>[] = [];
  private readonly goodOne: GoodOne;
  private readonly props: Props;
  private readonly started: number;
  private readonly isBacklog: boolean;
  private failuresInARow = 0;
  private hasTaken = false;
  private hasTakenSinceTheLastSuspect = false;
  /** Whether it was the turn of any that do not come for the first time. */
  private hasDug = false;

  public constructor(
    events: readonly E[],
    private readonly line: LineMemory,
    props: Props,
  ) {
    const post: AttemptProps['post'] = (...request) => {
      line.pace.called();
      return props.post(...request);
    };
    this.props = { ...props, post };
    this.started = props.now();
    this.isBacklog = events.length >= BACKLOG;
    this.verdicts = new Verdicts(line);
    const isAlone = ({ json }: E) => line.alone.has(json);
    this.agenda = new Agenda(events, {
      batched: (some) => batched(some, { test: some[0]?.test === true, mostEvents: line.mostEvents(), isAlone }),
      weight: (event) => (isAlone(event) ? 0 : line.patterns.weight(event)),
      callsNow: (job) => this.callsNow(job),
      onLate: (job) => this.verdicts.late(job),
    });
    this.goodOne = new GoodOne({ ...this.props, onTaken: (milliseconds) => this.took(1, milliseconds) });
  }

  public get outcomes(): ReadonlyMap<E, Outcome> {
    return this.verdicts.outcomes;
  }

  /** Whether Pinterest has answered without saying whether it took the event. */
  public isOpen(event: E): boolean {
    return this.verdicts.isOpen(event);
  }

  /** Returns what makes it stop before all are settled. */
  public async work(): Promise<Hold | undefined> {
    const hold = await this.probe();
    if (hold !== undefined) return this.stop(hold);
    for (;;) {
      const enough = this.hasTaken && !this.agenda.isClear ? SUSPECTS_AT_ONCE : 1;
      const jobs = this.suspects.length < enough ? this.agenda.next(this.hasTaken) : [];
      if (jobs.length === 0 && this.suspects.length === 0) return undefined;
      const hold = jobs.length > 0 ? await this.send(jobs) : await this.judge();
      if (hold !== undefined) return this.stop(hold);
    }
  }

  public holdTheRest(hold: Hold): void {
    this.verdicts.hold([...this.suspects.flatMap(({ events }) => events), ...this.agenda.rest()], hold);
  }

  private async probe(): Promise<Hold | undefined> {
    const probe = this.line.breaker.probe();
    if (probe === 'none') return undefined;
    const job = probe === 'event' ? this.agenda.first() : undefined;
    if (job !== undefined) {
      const answer = await this.post(job);
      if (answer.kind === 'results') return this.read(job, answer);
      this.agenda.putBack(job);
      if (answer.kind === 'held') return answer;
    }
    const good = await this.goodOne.ask(1);
    return good.kind === 'held' ? good : undefined;
  }

  private callsNow(job: Job<E>): number {
    const isOfFresh = isFresh(job) && !job.isApart && !job.test;
    const isFirst = !isOfFresh && !this.hasDug;
    if (isFirst) this.hasDug = true;
    return callsNow({
      milliseconds: this.props.now() - this.started,
      isBacklog: this.isBacklog,
      isFresh: isOfFresh,
      isFirst,
      left: this.line.pace.left(),
    });
  }

  private async send(jobs: readonly Job<E>[]): Promise<Hold | undefined> {
    const before = this.suspects.length;
    const holds = await Promise.all(jobs.map((job) => this.deliver(job)));
    // what was taken at the same time may have been taken before something was refused.
    if (this.suspects.length > before) this.hasTakenSinceTheLastSuspect = false;
    return holds.find((one) => one !== undefined);
  }

  private async deliver(job: Job<E>): Promise<Hold | undefined> {
    const answer = await this.post(job);
    if (answer.kind === 'results') return this.read(job, answer);
    const { length } = job.events;
    if (answer.kind === 'refused') {
      if (length === 1) this.suspects.push(job);
      else this.agenda.divide(job, pieces(job, pieceOf(length, this.verdicts.shareOf(job).now())), true);
      return undefined;
    }
    if (!isFailure(answer)) return this.putBack(job, answer);
    const good = await this.goodOne.ask();
    if (good.kind === 'held') return this.putBack(job, good.cause === 'time' ? good : answer);
    const [event] = job.events;
    const isKnown = event !== undefined && this.line.alone.has(event.json);
    if (!isKnown && ++this.failuresInARow >= MOST_IN_A_ROW) return this.putBack(job, answer);
    const isFirstTry = job.wholes.length === 0 && !job.isAgain && !isKnown;
    if (length === 1 && isFirstTry) this.agenda.again(job);
    else if (length === 1) this.verdicts.alone(job, answer.detail);
    else this.agenda.divide(job, length > FEW ? halves(job) : singles(job), false);
    return undefined;
  }

  /** Results are read one by one, but what tells of too many failures at once is not believed. */
  private async read(job: Job<E>, answer: Results): Promise<Hold | undefined> {
    const told = summaryOf(answer.results);
    if (told.saysNothing || (told.isAllFailed && !this.hasTakenSinceTheLastSuspect)) {
      const good = await this.goodOne.ask();
      if (good.kind === 'held') return this.putBack(job, good.cause === 'time' ? good : { ...good, cause: 'request' });
    }
    if (!told.isAllFailed) {
      this.failuresInARow = 0;
      this.took(job.events.length, answer.milliseconds);
    }
    this.verdicts.read(job, answer.status, answer.results, told);
    return undefined;
  }

  private async post(job: Job<E>): Promise<Exclude<Meaning, { kind: 'results' }> | Results> {
    const started = this.props.now();
    const answer = await attempt(job, this.props, this.line.limitMs(job.events.length));
    if (answer.kind === 'held' && answer.mayBeTaken) this.verdicts.openFor(job);
    return answer.kind === 'results' ? { ...answer, milliseconds: this.props.now() - started } : answer;
  }

  private putBack(job: Job<E>, hold: Hold): Hold {
    this.agenda.putBack(job);
    return hold;
  }

  private took(events: number, milliseconds: number): void {
    this.hasTaken = true;
    this.hasTakenSinceTheLastSuspect = true;
    this.line.worked(events, milliseconds);
  }

  /**
   * An event that is refused alone is at fault only if Pinterest takes others, and then refuses it again. When none has
   * shown the first, one that is known to be good is asked with; refused too, it says that everything is refused.
   */
  private async judge(): Promise<Hold | undefined> {
    if (!this.hasTakenSinceTheLastSuspect) {
      const good = await this.goodOne.ask();
      if (good.kind === 'held') return good;
    }
    this.hasTakenSinceTheLastSuspect = false;
    const holds = await Promise.all(this.suspects.splice(0, SUSPECTS_AT_ONCE).map((suspect) => this.askAgain(suspect)));
    this.agenda.setApart();
    return holds.find((one) => one !== undefined);
  }

  private async askAgain(suspect: Job<E>): Promise<Hold | undefined> {
    const answer = await this.post(suspect);
    if (answer.kind === 'results') return this.read(suspect, answer);
    if (answer.kind === 'refused') this.verdicts.refused(suspect, answer.status, answer.message);
    else if (isFailure(answer)) this.verdicts.alone(suspect, answer.detail);
    else {
      this.suspects.push(suspect);
      return answer;
    }
    return undefined;
  }

  private stop(hold: Hold): Hold {
    if (hold.cause === 'time') return hold;
    this.line.breaker.failed(hold);
    return this.line.breaker.holding() ?? hold;
  }
}
