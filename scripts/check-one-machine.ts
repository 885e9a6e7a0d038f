/** What the README promises of the one-machine run: up within 5 s, the example day delivered, a clean end on Ctrl-C. */
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const STARTS_WITHIN_MS = 5_000;

async function main(): Promise<void> {
  const started = Date.now();
  const stack = spawn('npm', ['start'], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, so that the signal reaches all of it as Ctrl-C in a terminal does.
    detached: true,
  });
  let output = '';
  stack.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const ended = new Promise<boolean>((resolve) => stack.once('close', () => resolve(true)));
  while (!output.includes('Ctrl-C ends it')) {
    if (await Promise.race([ended, pause(20, false)])) throw new Error(`npm start ended early:\n${output}`);
  }
  const startMs = Date.now() - started;
  console.log(`npm start was up after ${startMs} ms`);

  const example = spawn('npm', ['run', 'example'], { stdio: 'inherit' });
  const exampleCode = await new Promise<number | null>((resolve) => example.once('close', resolve));
  if (stack.pid !== undefined) process.kill(-stack.pid, 'SIGINT');
  await ended;
  if (startMs > STARTS_WITHIN_MS) throw new Error(`npm start took ${startMs} ms; ${STARTS_WITHIN_MS} are promised`);
  if (exampleCode !== 0) throw new Error(`npm run example ended with ${exampleCode}`);
  if (!output.includes('Everything accepted was delivered'))
    throw new Error(`npm start did not end cleanly:\n${output}`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
