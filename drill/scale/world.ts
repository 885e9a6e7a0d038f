/** What the parts of one run of the scale model share, and the books that they keep. */
import { type Random, seeded } from '../../sim/random';
import { Delays } from './delays';
import { Pinterest } from './pinterest';
import { Requests } from './requests';
import { eventsAToken, type Setting } from './setting';
import { TokenQueue } from './token-queue';

export class World {
  public readonly random: Random;
  public readonly pinterest: Pinterest;
  public readonly main: TokenQueue;
  public readonly backlog: TokenQueue;
  public readonly requests = new Requests();
  /** Of events accepted in the hours after the outage. */
  public readonly fresh = new Delays();
  /** Of events accepted in the last hour of the outage, from its end: web events must not be more than an hour old. */
  public readonly lastHour = new Delays();
  public readonly eventsAToken: number;
  public readonly outageSeconds: number;
  /** Tokens accepted before the end of the outage that wait. */
  public waiting = 0;
  public undelivered = 0;
  public drainedAt = Number.NaN;

  public constructor(public readonly setting: Setting) {
    this.random = seeded(setting.seed);
    this.outageSeconds = setting.outageHours * 3_600;
    this.eventsAToken = eventsAToken(setting);
    this.pinterest = new Pinterest(this.outageSeconds, setting.callsAMinute);
    this.main = new TokenQueue(this.random, setting.mostInFlight, this.eventsAToken / setting.eventsAMessage);
    this.backlog = new TokenQueue(this.random, setting.mostInFlight, 1);
  }

  public accepted(at: number): void {
    this.main.send(at, [at]);
    this.undelivered++;
    if (at < this.outageSeconds) this.waiting++;
  }

  public delivered(accepted: readonly number[], at: number): void {
    const { outageSeconds, setting } = this;
    for (const since of accepted) {
      this.undelivered--;
      if (since < outageSeconds) {
        if (since >= outageSeconds - 3_600) this.lastHour.add(at - outageSeconds);
        if (--this.waiting === 0) this.drainedAt = Math.max(at, outageSeconds);
      } else if (since < outageSeconds + setting.freshHours * 3_600) this.fresh.add(at - since);
    }
  }
}
