/** An AWS account on this machine: ministack, a Python program, in a virtual environment of its own under .cache/. */
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { start } from './children';
import { eventually, must } from './steps';
import { ACCOUNT, cleanEnvironment, REGION, ROOT } from './surroundings';
import { orCannotRun } from './tools';

const REQUIREMENTS = path.join(__dirname, 'requirements.txt');
const EMULATOR_VERSION = /^ministack==(\S+)$/m.exec(readFileSync(REQUIREMENTS, 'utf8'))?.[1];

export interface Emulator {
  /** Its one address, for every service. */
  readonly url: string;
  readonly version: string;
}

/** Returns the virtual environment's interpreter; makes the environment when it is not there in this very form. */
export async function installEmulator(): Promise<string> {
  const digest = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const folder = path.join(ROOT, '.cache', `emulator-${digest}`);
  const python = path.join(folder, 'bin', 'python');
  const complete = path.join(folder, 'complete');
  if (existsSync(complete)) return python;

  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await orCannotRun('Python 3.10 or newer is not here', 'python3', [
    '-c',
    'import sys; sys.exit(0 if sys.version_info >= (3, 10) else sys.version)',
  ]);
  await orCannotRun('Python makes no virtual environment (on Debian: python3-venv)', 'python3', ['-m', 'venv', folder]);
  const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
  await orCannotRun('pip does not install the emulator', python, [
    '-m',
    'pip',
    'install',
    ...quiet,
    '-r',
    REQUIREMENTS,
  ]);
  writeFileSync(complete, '');
  return python;
}

/** Stays after the test, for whoever looks into a failure. */
const EMULATOR_LOG = path.join(ROOT, '.cache', 'test-deploy-emulator.log');

/** `scratch` gets the code of its functions. */
export async function startEmulator(python: string, scratch: string): Promise<Emulator> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const emulator = start(python, ['-m', 'ministack'], {
    cwd: scratch,
    env: {
      ...cleanEnvironment(),
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      IOT_MTLS_ENABLED: '0',
      // requests that nobody signed, as a shop's are, are answered for this account.
      MINISTACK_ACCOUNT_ID: ACCOUNT,
      MINISTACK_REGION: REGION,
      TMPDIR: scratch,
    },
  });
  writeFileSync(EMULATOR_LOG, '');
  for (const stream of [emulator.stdout, emulator.stderr]) {
    stream?.on('data', (chunk) => appendFileSync(EMULATOR_LOG, chunk));
  }
  const health = await eventually('the emulator to be ready', 60, async () => {
    must(emulator.exitCode === null, `the emulator ended with ${emulator.exitCode}; its log is ${EMULATOR_LOG}`);
    const answer = await fetch(`${url}/_ministack/health`).catch(() => undefined);
    return answer?.ok ? ((await answer.json()) as { readonly version: string }) : undefined;
  });
  must(health.version === EMULATOR_VERSION, `the emulator is ${health.version}, and ${EMULATOR_VERSION} is pinned`);
  return { url, version: health.version };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
