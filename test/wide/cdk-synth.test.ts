/** The command of a newcomer, as it is typed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');

function cdkSynth(...args: string[]) {
  const output = mkdtempSync(path.join(tmpdir(), 'cdk-out-'));
  // The functions are built already, by the set-up of the tests.
  const { status, stderr } = spawnSync(
    'npx',
    ['cdk', 'synth', '--quiet', '--no-notices', '--build', 'true', '-o', output, ...args],
    {
      cwd: ROOT,
      // A test reaches nothing outside.
      env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true' },
      encoding: 'utf8',
    },
  );
  return { status, stderr, output };
}

describe('npx cdk synth', () => {
  it('works from a clean clone with nothing but an ad account', () => {
    const { status, output } = cdkSynth('-c', 'adAccountId=549755885175');
    expect(status).toBe(0);
    expect(readdirSync(output)).toContain('PinterestConversions.template.json');
  }, 60_000);

  it('fails without one, with a message instead of a stack trace', () => {
    const { status, stderr, output } = cdkSynth();
    expect(status).toBe(1);
    expect(stderr).toMatch(/conversions\.json cannot be used:\n- "adAccountId" is missing.*after \/advertiser\//);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(output)).not.toContain('PinterestConversions.template.json');
  }, 60_000);
});

describe('the app', () => {
  const run = (context: object) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'bin/app.ts'], {
      cwd: ROOT,
      env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context) },
      encoding: 'utf8',
    });

  it('reads another file, and names it when it is wrong or not there', () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'config-')), 'shop.json');
    writeFileSync(file, '{"adAccountId": "1", "alarmMails": []}');
    const { status, stderr } = run({ config: file });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /shop\.json cannot be used:\n- "alarmMails" is not a known key; did you mean "alarmEmails"\?/,
    );
    expect(run({ config: `${file}.gone` }).stderr).toMatch(/shop\.json\.gone cannot be used:\n- it cannot be read/);
  }, 60_000);
});
