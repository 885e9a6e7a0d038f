/** Every process that the test starts, so that none outlives it: not a failure, and not Ctrl-C. */
import { type ChildProcess, spawn } from 'node:child_process';

interface StartOptions {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface Finished {
  readonly code: number | null;
  /** What it printed, without colours. */
  readonly output: string;
  readonly seconds: number;
}

const running = new Set<ChildProcess>();

/** The whole group: npx and the emulator have children of their own. */
function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

process.once('exit', () => {
  for (const child of running) endGroup(child);
});
for (const [signal, code] of [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  // not once: npm and the terminal both pass it on, and the second must not end the cleaning up.
  process.on(signal, () => process.exit(code));
}

/** Starts a program in a process group of its own. */
export function start(program: string, args: readonly string[], { cwd, env }: StartOptions): ChildProcess {
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('exit', () => {
    endGroup(child);
    running.delete(child);
  });
  return child;
}

/** Runs a program to its end. */
export async function run(program: string, args: readonly string[], options: StartOptions): Promise<Finished> {
  const started = Date.now();
  const child = start(program, args, options);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of the tools' output.
  return { code, output: output.replace(/\u001B\[[0-9;]*m/g, ''), seconds: (Date.now() - started) / 1_000 };
}
