/** Chance that repeats itself: the same seed gives the same drill, the same traffic, the same bodies. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Random {
  /** From 0 up to, not including, 1. */
  (): number;
  chance(probability: number): boolean;
  between(least: number, most: number): number;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
}

/** @param stream Numbers of their own under the same seed, for things that are drawn apart. */
export function seeded(seed: number, stream = 0): Random {
  const generator = xoroshiro128plus((Math.imul(seed, 0x9e3779b1) ^ Math.imul(stream, 0x85ebca6b)) | 0);
  const next = (): number => uniformFloat64(generator);
  const between = (least: number, most: number) => least + (most - least) * next();
  const whole = (least: number, most: number) => Math.floor(between(least, most + 1));
  return Object.assign(next, {
    between,
    whole,
    below: (limit: number) => Math.floor(limit * next()),
    chance: (probability: number) => next() < probability,
    pick: <T>(choices: readonly [T, ...T[]]): T => choices[whole(0, choices.length - 1)] ?? choices[0],
  });
}
