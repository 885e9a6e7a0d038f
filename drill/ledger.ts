/**
 * The books: what was accepted, what became of it, and what the schedule is to blame for. Whatever does not add up is a
 * fault of the sender.
 */
import { DEAD_LETTER_ATTRIBUTES, type DeadLetterReason } from '../contract/queued-event';

export type Kind =
  | 'good'
  | 'test'
  /** Pinterest answers "failed" for it. */
  | 'failing'
  /** Makes Pinterest refuse the whole request. */
  | 'poison'
  /** Alone or with others, it draws the plan's fault: by its content, not by chance. */
  | 'stopper'
  /** Was queued with a field that is not hashed. */
  | 'defect';

export interface Entry {
  readonly kind: Kind;
  readonly json: string;
  acceptedAt: number | undefined;
  /** Copies in the queue: a caller repeats what was not confirmed. */
  copies: number;
  /** Times that Pinterest took it, and when first. */
  taken: number;
  takenAt: number | undefined;
  /** When it was taken once more. */
  readonly again: number[];
  /** Times that the schedule made another delivery right: an answer lost, a message handed out twice. */
  excused: number;
  /** Times that it was put into the backlog. */
  moves: number;
  /** Messages that carry it now. */
  places: number;
  /** Whether Pinterest once took it, and its answer left that open. */
  isUncertain: boolean;
  /** Why, each cause once. */
  readonly causes: Set<string>;
  /** Of these, those in which nobody heard that Pinterest had taken it. */
  answersLost: number;
  reported: boolean;
  readonly reasons: string[];
}

/** Causes of `excuse`. */
const ANSWER_LOST = /^(answer lost|killed)/;

export class Ledger {
  public readonly entries = new Map<string, Entry>();
  public readonly violations: string[] = [];
  public readonly causes: { [cause: string]: number } = {};
  /** Times of the POSTs. */
  public readonly posts: number[] = [];
  /** Times at which an environment of the function ended itself. */
  public readonly ended: number[] = [];

  public open(id: string, kind: Kind, json: string): void {
    this.entries.set(id, {
      kind,
      json,
      acceptedAt: undefined,
      copies: 0,
      taken: 0,
      takenAt: undefined,
      again: [],
      excused: 0,
      causes: new Set(),
      moves: 0,
      places: 0,
      isUncertain: false,
      answersLost: 0,
      reported: false,
      reasons: [],
    });
  }

  public entry(id: string): Entry {
    const entry = this.entries.get(id);
    if (entry === undefined) throw new Error(`nobody knows ${id}`);
    return entry;
  }

  public violation(text: string): void {
    this.violations.push(text);
  }

  /** The schedule is to blame if this event is delivered once more. */
  public excuse(id: string, cause: string): void {
    this.causes[cause] = (this.causes[cause] ?? 0) + 1;
    const entry = this.entries.get(id);
    if (entry === undefined) return;
    entry.excused++;
    entry.causes.add(cause);
    if (ANSWER_LOST.test(cause)) entry.answersLost++;
  }

  public taken(id: string, now: number): void {
    const entry = this.entry(id);
    if (entry.taken++ > 0) entry.again.push(now);
    entry.takenAt ??= now;
    if (entry.taken > 1 + entry.excused) this.violation(`${id} was delivered again for no reason`);
  }

  public letter(id: string, attributes: { readonly [name: string]: string | undefined }): void {
    const { reason, message, time, status } = DEAD_LETTER_ATTRIBUTES;
    const reasonText = attributes[reason];
    if (!reasonText || !attributes[message] || !attributes[time])
      this.violation(`${id}: a dead letter without a reason`);
    if (reasonText === 'rejected' && !attributes[status]) this.violation(`${id}: a refusal without a status`);
    this.entries.get(id)?.reasons.push(reasonText ?? 'none');
  }

  /** A message with these is deleted. */
  public deleted(ids: readonly string[]): void {
    for (const id of ids) this.entry(id).places--;
  }

  /** The event source was told that a message with it is finished, and has deleted that if it could. */
  public reported(id: string): void {
    const entry = this.entry(id);
    entry.reported = true;
    if (entry.taken === 0 && entry.reasons.length === 0 && entry.places === 0)
      this.violation(`${id} was reported finished, but was not`);
  }

  /** @param queued Ids of the events that are still in the queue. */
  public close(queued: ReadonlySet<string>): void {
    for (const [id, { kind, acceptedAt, taken, reasons, isUncertain }] of this.entries) {
      if (acceptedAt === undefined || queued.has(id)) continue;
      if (isUncertain && reasons.includes('unconfirmed')) continue;
      const wanted = WANTED[kind];
      if (wanted === 'delivered') {
        if (taken === 0)
          this.violation(`${id} (${kind}) is ${reasons.length > 0 ? `a dead letter: ${reasons}` : 'lost'}`);
        else if (reasons.length > 0) this.violation(`${id} was delivered, and is a dead letter: ${reasons}`);
      } else if (!wanted.some((reason) => reasons.includes(reason)) || taken > 0) {
        this.violation(
          `${id} (${kind}) should be a dead letter ${wanted.join(' or ')}; it is ${reasons.join() || 'lost'}`,
        );
      }
    }
  }
}

const WANTED: { readonly [K in Kind]: 'delivered' | readonly DeadLetterReason[] } = {
  good: 'delivered',
  test: 'delivered',
  failing: ['rejected'],
  poison: ['rejected'],
  // one that draws no result, among others that do, may have been taken.
  stopper: ['undeliverable', 'unconfirmed'],
  defect: ['defect'],
};
