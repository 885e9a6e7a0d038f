/** Where the operator's commands run and what they see: a checkout of their own, and nothing that leads to the real AWS. */
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const ROOT = path.join(__dirname, '..', '..');

/** The emulator takes an access key id of 12 digits for the account. */
export const ACCOUNT = '111122223333';
export const REGION = 'eu-west-1';

/** What a build leaves behind; a fresh clone has none of it. */
const NOT_CLONED = ['.git', '.cache', '.jsii', 'assets', 'cdk.out', 'coverage', 'dist', 'node_modules'];

/** A folder that goes away with the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'conversions-deploy-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** What `git clone` and `npm ci` make; the installed packages are those of this checkout. */
export function makeCheckout(scratch: string): string {
  const checkout = path.join(scratch, 'checkout');
  cpSync(ROOT, checkout, {
    recursive: true,
    filter: (source) => !NOT_CLONED.includes(path.relative(ROOT, source)),
  });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(checkout, 'node_modules'));
  return checkout;
}

/** Without credentials, profiles and proxies of whoever runs the test; with the Node of Lambda's runtime first. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(AWS_|CDK_|NODE_OPTIONS)|_proxy$/i.test(name));
  const node = path.join(ROOT, 'node_modules', 'node', 'bin');
  return { ...Object.fromEntries(kept), PATH: [node, process.env.PATH].join(path.delimiter) };
}

/** Points every command to the emulator, and answers what the CDK would ask an operator or somebody outside. */
export const operatorEnvironment = (emulatorUrl: string): NodeJS.ProcessEnv => ({
  ...cleanEnvironment(),
  AWS_ENDPOINT_URL: emulatorUrl,
  AWS_ACCESS_KEY_ID: ACCOUNT,
  AWS_SECRET_ACCESS_KEY: 'emulator',
  AWS_REGION: REGION,
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  CDK_REQUIRE_APPROVAL: 'never',
  CDK_NOTICES: 'false',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(__dirname, 'localhost-names.mjs')).href}`,
});
