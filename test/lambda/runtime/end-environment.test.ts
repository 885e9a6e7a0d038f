/** The end of an environment, in a process of its own: what was logged before it arrives, however slowly it is read. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const FILE = path.resolve('lambda/runtime/end-environment.ts');
const LINES = 300;

async function end(environment: NodeJS.ProcessEnv) {
  const code = `
    import { endEnvironment } from ${JSON.stringify(FILE)};
    for (let line = 0; line < ${LINES}; line++) process.stdout.write('x'.repeat(1_000) + '\\n');
    await endEnvironment();
    console.log('went on');`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module-typescript', '--eval', code], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  // as long as nobody reads, the pipe takes 64 kB.
  child.stdout.pause();
  await pause(1_000);
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  const [exitCode] = await ended;
  return { exitCode, lines: text.trimEnd().split('\n').length, wentOn: text.includes('went on') };
}

test('promise 6: in Lambda the process ends as a failure, after all lines are written', async () => {
  expect(await end({ AWS_LAMBDA_FUNCTION_NAME: 'sender' })).toEqual({ exitCode: 1, lines: LINES, wentOn: false });
});

test('on a machine, where the process is not only the function, nothing ends', async () => {
  expect(await end({})).toEqual({ exitCode: 0, lines: LINES + 1, wentOn: true });
});
