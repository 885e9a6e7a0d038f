/** The steps of the run: each is printed with what was seen, and the first that fails ends it, as the next ones build on it. */
import { setTimeout as pause } from 'node:timers/promises';

/** Thrown where the run cannot be made at all, with what is missing. */
export class CannotRun extends Error {}

let passed = 0;

/** `check` tells what it has seen, or throws. */
export async function step(name: string, check: () => Promise<string>): Promise<void> {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1_000).toFixed(1);
  try {
    const seen = await check();
    passed += 1;
    console.log(`passed  ${name} (${seconds()} s)\n        ${seen.replaceAll('\n', '\n        ')}`);
  } catch (error) {
    if (!(error instanceof CannotRun)) console.log(`FAILED  ${name} (${seconds()} s)`);
    throw error;
  }
}

export const section = (title: string): void => console.log(`\n${title}`);

export const passedSteps = (): number => passed;

export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}

/** Asks until there is an answer. `what` completes "waited N s for …". */
export async function eventually<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    must(Date.now() < end, `waited ${seconds} s for ${what}`);
    await pause(100);
  }
}
