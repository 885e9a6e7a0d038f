/** Programs of the machine without which a run cannot be made. */
import { run } from './children';
import { CannotRun } from './steps';
import { ROOT } from './surroundings';

/**
 * Runs a program, or says why the run cannot be made: `reason`, and a line of what the program printed.
 *
 * @param line Which of its lines tells what happened: the last, or with 0 the first.
 */
export async function orCannotRun(reason: string, program: string, args: readonly string[], line = -1): Promise<void> {
  const { code, output } = await run(program, args, { cwd: ROOT, env: process.env }).catch((error: Error) => ({
    code: null,
    output: error.message,
  }));
  const said = output.trim().split('\n').at(line) || `exit ${code}`;
  if (code !== 0) throw new CannotRun(`${reason}: ${said}`);
}
