/**
 * The CDK app around the construct: reads conversions.json and creates a stack for each deployment in it.
 *
 * Context: `-c config=<path>` reads another file; `-c adAccountId=<id>` sets the ad account on the command line.
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
  // the CDK sets the region that it would deploy to.
  addStacks(app, readConfig(read(file, shown), shown), shown, adAccountId, process.env.CDK_DEFAULT_REGION);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`\n${error.message}\n\n`);
  // otherwise the app would still synthesize what it has when Node runs out of work.
  process.exit(1);
}

function read(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigError(shown, [
      `it cannot be read (${code}); create it, with at least {"$schema": "./conversions.schema.json"}, or pass another path with "-c config=<path>"`,
    ]);
  }
}
