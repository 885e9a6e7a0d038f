/**
 * How many events a shop has in a minute: by the hour, the weekday, the luck of the day and of the hour, and chance. Minute
 * 0 is a Monday, 0:00.
 */
import type { Random } from '../random';

/** Share of an average hour, from midnight on. */
const HOURS = [
  0.45, 0.3, 0.2, 0.16, 0.18, 0.3, 0.55, 0.8, 1.0, 1.15, 1.2, 1.2, 1.2, 1.15, 1.1, 1.1, 1.15, 1.25, 1.4, 1.65, 1.85,
  1.8, 1.4, 0.9,
];

/** Share of an average day, from Monday on. */
const DAYS = [1.05, 1.05, 1.03, 1.02, 0.98, 0.9, 0.97];

/** Days and hours are better or worse than usual by so much (standard deviation). */
const LUCK_OF_A_DAY = 0.05;
const LUCK_OF_AN_HOUR = 0.04;

const DAY = 1_440;

export class Traffic {
  private readonly scale: number;

  public constructor(
    eventsPerDay: number,
    private readonly random: Random,
  ) {
    const average = HOURS.reduce((sum, share) => sum + share, 0) / HOURS.length;
    this.scale = eventsPerDay / DAY / average;
  }

  /** Luck of each day and hour, so that a shop of any size has the same weather. */
  public lucks(minutes: number): (minute: number) => number {
    const days = Array.from({ length: Math.ceil(minutes / DAY) }, () => Math.exp(LUCK_OF_A_DAY * normal(this.random)));
    const hours = Array.from({ length: Math.ceil(minutes / 60) }, () =>
      Math.exp(LUCK_OF_AN_HOUR * normal(this.random)),
    );
    return (minute) => (days[Math.floor(minute / DAY)] ?? 1) * (hours[Math.floor(minute / 60)] ?? 1);
  }

  /** Expected in a minute, on an ordinary day. */
  public expected(minute: number): number {
    const hour = (minute / 60) % 24;
    const [before, share] = [Math.floor(hour), hour % 1];
    const now = (1 - share) * (HOURS[before] ?? 0) + share * (HOURS[(before + 1) % 24] ?? 0);
    return this.scale * now * (DAYS[Math.floor(minute / DAY) % 7] ?? 1);
  }
}

/** How often something happens that is expected `mean` times. */
export function poisson(mean: number, random: Random): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** Box and Muller's. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
