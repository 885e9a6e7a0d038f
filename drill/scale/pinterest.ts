/** Pinterest as the scale model sees it: down for a while, and so many calls a minute. */
export class Pinterest {
  public calls = 0;
  public refusedForRate = 0;
  public mostCallsAMinute = 0;
  private minute = Number.NEGATIVE_INFINITY;
  private ofThisMinute = 0;

  public constructor(
    private readonly outageSeconds: number,
    private readonly callsAMinute: number,
  ) {}

  /** The outage begins at 0. */
  public isDown(now: number): boolean {
    return now >= 0 && now < this.outageSeconds;
  }

  public takes(now: number): boolean {
    this.calls++;
    const minute = Math.floor(now / 60);
    if (minute > this.minute) {
      this.minute = minute;
      this.ofThisMinute = 0;
    }
    this.mostCallsAMinute = Math.max(this.mostCallsAMinute, ++this.ofThisMinute);
    if (this.isDown(now)) return false;
    if (this.ofThisMinute <= this.callsAMinute) return true;
    this.refusedForRate++;
    return false;
  }
}
