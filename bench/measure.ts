/**
 * How the benchmarks measure. Contenders run in turn, round by round, so that a noisy machine is noisy for all; what
 * counts is CPU time, of which the median round is taken.
 */
import { cpuUsage } from 'node:process';

const ROUNDS = 21;
const WARM_UP = 10_000;

export type Contender = () => unknown | Promise<unknown>;

/** Microseconds of CPU time a call, of each contender in turn. */
export async function measure(contenders: readonly Contender[], callsPerRound: number): Promise<number[]> {
  for (const contender of contenders) await run(contender, Math.min(WARM_UP, 5 * callsPerRound));
  const rounds: number[][] = contenders.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [index, contender] of contenders.entries()) {
      const before = cpuUsage();
      await run(contender, callsPerRound);
      const { user, system } = cpuUsage(before);
      rounds[index]?.push((user + system) / callsPerRound);
    }
  }
  return rounds.map(median);
}

/** Awaits only what is a promise: an await of each call would cost more than some contenders do. */
async function run(contender: Contender, calls: number): Promise<void> {
  for (let call = 0; call < calls; call++) {
    const result = contender();
    if (result instanceof Promise) await result;
  }
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const perSecond = (microseconds: number): number => Math.round(1e6 / microseconds);

/** One line of a table in docs/performance.md. */
export type Row = readonly string[];

/** What a case prints for bench/run.ts. */
export interface CaseResult {
  readonly table: string;
  readonly head: Row;
  readonly rows: readonly Row[];
  /** Goals that were missed, in words. */
  readonly missed: readonly string[];
}

export const report = (result: CaseResult): void => {
  console.log(JSON.stringify(result));
};

export const thousands = (value: number): string => Math.round(value).toLocaleString('en-US');
