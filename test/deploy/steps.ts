/** The steps of the run: each is printed with what was seen, and the first that fails ends it, as the next ones build on it. */
import { setTimeout as pause } from 'node:timers/promises';

/** Thrown where the run cannot be made at all, with what is missing. */
export class CannotRun extends Error {}

let passed = 0;
const started = Date.now();

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

/** Runs the steps and ends the process, which ends or removes what they started. */
export function conclude(steps: () => Promise<void>): void {
  steps().then(
    () => finish(0),
    (error: Error) => {
      if (error instanceof CannotRun) {
        console.log(`Skipped: ${error.message}`);
        process.exit(1);
      }
      console.log(error.stack);
      finish(1);
    },
  );
}

function finish(failed: number): never {
  console.log(`\nSteps: ${passed} passed, ${failed} failed in ${Math.round((Date.now() - started) / 1_000)} s`);
  process.exit(failed);
}
