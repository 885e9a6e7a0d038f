/** Events that the endpoint refused: what is wrong with them and how to mend it, equal ones counted together. */
export interface Refusal {
  readonly time: number;
  readonly from: 'browser' | 'back end';
  readonly reason: string;
  readonly fix: string;
  readonly count: number;
}

const MAX_REFUSALS = 30;

export class Refusals {
  public total = 0;
  private newestFirst: Refusal[] = [];

  /** @param message "what is wrong; what to send instead", without any value of the event. */
  public add(message: string, from: Refusal['from']): void {
    this.total += 1;
    const [reason = '', ...fixes] = message.split('; ');
    const same = this.newestFirst.find((refusal) => refusal.reason === reason && refusal.from === from);
    const refusal = { time: Date.now(), from, reason, fix: fixes.join('; '), count: (same?.count ?? 0) + 1 };
    this.newestFirst = [refusal, ...this.newestFirst.filter((one) => one !== same)].slice(0, MAX_REFUSALS);
  }

  public list(): readonly Refusal[] {
    return this.newestFirst;
  }
}
