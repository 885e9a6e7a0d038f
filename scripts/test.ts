/** `npm test`: the types on one core while the tests, which often wait, have both. Arguments go to Jest. */
import { spawn } from 'node:child_process';

function run(
  command: string,
  args: readonly string[],
  stdio: 'inherit' | 'pipe',
): Promise<{ code: number; output: string }> {
  const child = spawn(command, args, { stdio: ['inherit', stdio, stdio] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

async function main(): Promise<void> {
  const [types, tests] = await Promise.all([
    run('npm', ['run', '--silent', 'typecheck'], 'pipe'),
    run('jest', process.argv.slice(2), 'inherit'),
  ]);
  if (types.code !== 0) console.error(`\nThe types do not fit:\n${types.output}`);
  process.exitCode = types.code || tests.code;
}

void main();
