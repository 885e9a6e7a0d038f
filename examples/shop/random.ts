/** Chance that repeats itself: the same seed makes the same day, so that a test can look at what it does. */
export class Random {
  public constructor(private state: number) {}

  /** From 0 up to, not including, 1 (mulberry32). */
  public next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  public chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `least` to `most`. */
  public int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  public pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.int(0, list.length - 1)] ?? list[0];
  }

  /** `pattern` with each # replaced by a digit and each ? by one of 0-9a-f. */
  public fill(pattern: string): string {
    return pattern.replace(/[#?]/g, (mark) => this.int(0, mark === '#' ? 9 : 15).toString(16));
  }
}
