/** The breaker of one environment, with the sender's own pauses; the rest of it is not needed for counts. */
import { pauseSeconds } from '../../lambda/sender/back-off';
import type { Random } from '../../sim/random';

export class Breaker {
  private failures = 0;
  private pauseEnds = Number.NEGATIVE_INFINITY;

  public constructor(private readonly random: Random) {}

  public isOpen(now: number): boolean {
    return now < this.pauseEnds;
  }

  public failed(now: number): void {
    this.pauseEnds = now + pauseSeconds(++this.failures, 0, this.random());
  }

  public worked(): void {
    this.failures = 0;
    this.pauseEnds = Number.NEGATIVE_INFINITY;
  }
}
