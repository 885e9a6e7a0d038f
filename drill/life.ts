/**
 * The life of one run of the function. A killed one never goes on: its next call to the outside does not return, as it
 * would not on AWS.
 */
export class Killed extends Error {}

/** Thrown where a run ends its environment, and so never returns. */
export class Ended extends Error {}

export class Life {
  public ended = false;
  /** Rejects when the run is killed. */
  public readonly killed: Promise<never>;
  private end: () => void = () => undefined;

  /** @param calls Steps at the outside after which it is killed; each call has two, before it and after it. */
  public constructor(private calls: number) {
    this.killed = new Promise((_, reject) => {
      this.end = () => reject(new Killed());
    });
    // A run that is not killed leaves this promise to nobody.
    this.killed.catch(() => undefined);
  }

  /** Returns what to wait for when the run is over. */
  public step(): Promise<never> | undefined {
    if (--this.calls > 0 && !this.ended) return undefined;
    return this.kill();
  }

  public kill(): Promise<never> {
    this.ended = true;
    this.end();
    return new Promise(() => undefined);
  }
}
