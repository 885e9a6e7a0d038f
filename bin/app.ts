/**
 * The CDK app around the construct: reads conversions.json and makes a stack of each deployment in it.
 *
 * Context: `-c config=<path>` reads another file; `-c adAccountId=<id>` gives the ad account on the command line.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App } from 'aws-cdk-lib';
import { ConfigError } from './config-error';
import { readConfig } from './read-config';
import { addStacks } from './stacks';

/** Beside cdk.json. */
const DEFAULT_FILE = path.join(__dirname, '..', 'conversions.json');

try {
  const app = new App();
  const file = path.resolve(app.node.tryGetContext('config') ?? DEFAULT_FILE);
  const shown = path.relative(process.cwd(), file);
  const adAccountId = app.node.tryGetContext('adAccountId');
  // the CDK says where it would deploy.
  addStacks(app, readConfig(read(file, shown), shown), shown, adAccountId, process.env.CDK_DEFAULT_REGION);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`\n${error.message}\n\n`);
  // the app would still synthesize what it has when Node runs out of work.
  process.exit(1);
}

function read(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(shown, [
      `it cannot be read (${code}); make it, with {"$schema": "./conversions.schema.json"} at least, or name another with "-c config=<path>"`,
    ]);
  }
}
