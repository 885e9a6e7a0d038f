/** The checks of .ci/run, as one table: each runs to its end whatever the others did, and all are added up. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..');

/** The CDK's command calls home for telemetry and, without `--no-notices`, for notices; a check reaches nothing outside. */
const ENVIRONMENT = { ...process.env, CI: 'true', CDK_DISABLE_CLI_TELEMETRY: 'true' };

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Check {
  readonly name: string;
  /** Run by the shell, in the repository's root. */
  readonly command: string;
  /** Counts what ran inside; a check without it counts as one. */
  readonly count?: (output: string) => Tally;
  /** Tells from the output that the check could not run here, and why. */
  readonly skippedBecause?: (output: string) => string | undefined;
}

const CHECKS: readonly Check[] = [
  { name: 'tests', command: readmeTestCommand(), count: jestTally },
  { name: 'compiler and command lines', command: 'npm run test:wide', count: jestTally },
  { name: 'fuzzed bodies', command: 'npm run fuzz' },
  {
    name: 'browser tests',
    command: 'npm run test:browser',
    count: jestTally,
    skippedBecause: (output) => /no Chromium at [^;]+/.exec(output)?.[0],
  },
  { name: 'lint and format', command: 'npm run lint' },
  { name: 'types', command: 'npm run typecheck' },
  { name: 'nothing unused', command: 'npm run unused' },
  { name: 'build (assets and jsii)', command: 'npm run build' },
  { name: 'tables of the README, and API.md', command: 'npm run docs -- --check' },
  { name: 'packages in empty CDK apps', command: 'npm run test:consumers', count: jestTally },
  {
    name: 'synth of a clean checkout',
    command: 'npx cdk synth --quiet --no-notices -c adAccountId=549755885175 -o .cache/cdk.out',
  },
  { name: 'one-machine run and example day', command: 'npx tsx scripts/check-one-machine.ts' },
  { name: 'fault drill', command: 'npm run drill' },
  { name: 'scale model, its quick tables', command: 'npm run drill:scale -- limits steady --check' },
  { name: 'alarm drill', command: 'npm run drill:alarms -- --check' },
  {
    name: 'deployment onto an AWS emulator',
    command: 'npm run test:deploy',
    count: stepTally,
    skippedBecause: (output) => /^Skipped: (.+)$/m.exec(output)?.[1],
  },
  {
    name: 'pipeline on a second SQS server',
    command: 'npm run test:second-sqs',
    count: stepTally,
    skippedBecause: (output) => /^Skipped: (.+)$/m.exec(output)?.[1],
  },
  { name: 'pinned CDK CLI', command: 'npx tsx scripts/check-cdk-cli.ts' },
  {
    name: 'dependency audit',
    command: 'npm audit --audit-level=low',
    skippedBecause: (output) =>
      /audit endpoint returned an error/.test(output)
        ? 'the package registry here answers no audit requests'
        : undefined,
  },
];

/** The command that the README gives its reader, less the installation that .ci/run has just done. */
function readmeTestCommand(): string {
  const line = /^npm ci && (npm test)$/m.exec(readFileSync(path.join(ROOT, 'README.md'), 'utf8'));
  if (line?.[1] === undefined) throw new Error('README.md has no line "npm ci && npm test"');
  return line[1];
}

function jestTally(output: string): Tally {
  const summary = /^Tests: .*$/m.exec(output)?.[0] ?? '';
  const number = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(summary)?.[1] ?? 0);
  return { passed: number('passed'), failed: number('failed'), skipped: number('skipped') };
}

function stepTally(output: string): Tally {
  const [, passed = 0, failed = 0] = /^Steps: (\d+) passed, (\d+) failed/m.exec(output) ?? [];
  return { passed: Number(passed), failed: Number(failed), skipped: 0 };
}

function run({ name, command, count, skippedBecause }: Check): Tally {
  console.log(`\n== ${name}: ${command}`);
  const started = Date.now();
  const { status, stdout, stderr } = spawnSync(command, {
    cwd: ROOT,
    shell: true,
    env: ENVIRONMENT,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of the tools' output.
  const output = `${stdout}${stderr}`.replace(/\u001B\[[0-9;]*m/g, '');
  console.log(output);
  const seconds = Math.round((Date.now() - started) / 1_000);
  const why = status === 0 ? undefined : skippedBecause?.(output);
  if (why !== undefined) {
    console.log(`== ${name}: SKIPPED, ${why}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  console.log(`== ${name}: ${status === 0 ? 'passed' : `FAILED (exit ${status})`} in ${seconds} s`);
  const tally = count?.(output);
  // A tool that fails without a failed test of its own (a type error, a crash) is one failure.
  if (status !== 0)
    return { passed: tally?.passed ?? 0, failed: Math.max(1, tally?.failed ?? 0), skipped: tally?.skipped ?? 0 };
  return tally ?? { passed: 1, failed: 0, skipped: 0 };
}

const total = CHECKS.map(run).reduce((sum, tally) => ({
  passed: sum.passed + tally.passed,
  failed: sum.failed + tally.failed,
  skipped: sum.skipped + tally.skipped,
}));
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
