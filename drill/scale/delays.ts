/** Delays of fresh events, in seconds; kept one by one, because a p99 needs them. */
export class Delays {
  private readonly values: number[] = [];
  private isSorted = true;

  public add(seconds: number): void {
    this.values.push(seconds);
    this.isSorted = false;
  }

  public get count(): number {
    return this.values.length;
  }

  public quantile(share: number): number {
    if (!this.isSorted) this.values.sort((a, b) => a - b);
    this.isSorted = true;
    return this.values[Math.min(this.values.length - 1, Math.floor(share * this.values.length))] ?? Number.NaN;
  }

  public shareOver(seconds: number): number {
    return this.values.filter((value) => value > seconds).length / this.values.length;
  }
}
