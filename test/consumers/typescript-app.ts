/** An empty TypeScript CDK app that installs the npm package and uses it as README.md shows. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../package.json';
import { type CdkVersions, tarball } from './packed';
import { example, indented } from './readme';
import { run } from './run';

const ROOT = path.join(__dirname, '..', '..');

const { imports, body } = example('ts', /^import /);

const APP = `import { App, Stack } from 'aws-cdk-lib';
import { Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { PinterestConversionsStack } from 'cdk-pinterest-conversions';
import type { Construct } from 'constructs';
${imports}

class Shop extends Stack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    const shopBackend = new Function(this, 'Backend', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => {};'),
    });
${indented(body, 4)}
  }
}

const app = new App({ analyticsReporting: false });
new Shop(app, 'Shop');
new PinterestConversionsStack(app, 'Whole', { adAccountId: '549755885175' });
app.synth();

// @ts-expect-error the types are known, so a missing ad account is an error.
export const refused = () => new PinterestConversionsStack(app, 'Refused', {});
`;

const PAGE = `import { type Conversions, start } from 'cdk-pinterest-conversions/browser';
import { ConversionsClient } from 'cdk-pinterest-conversions/client';

const conversions: Conversions = start({ endpoint: 'https://events.shop.example' });
export const id: string = conversions.track('checkout', { value: 40, currency: 'USD', order_id: 'order-1' });

// @ts-expect-error the types are known, so a missing endpoint is an error.
export const refused = () => start({});

export const client = new ConversionsClient({ endpoint: 'https://events.shop.example', ingestKey: 'key' });

// @ts-expect-error the types are known, so an event without its data is an error.
export const unsent = () => client.send([{ event_name: 'checkout' }]);
`;

/**
 * How today's projects have TypeScript find modules. The old way knows no "exports", so no browser module. The first
 * checks all declarations, the CDK's too, which takes its time.
 */
export const RESOLUTIONS = {
  node16: {
    files: ['app.ts', 'page.mts'],
    flags: ['--module', 'node16'],
  },
  bundler: {
    files: ['app.ts', 'page.mts'],
    flags: ['--skipLibCheck', '--module', 'preserve', '--moduleResolution', 'bundler'],
  },
  node10: {
    files: ['app.ts'],
    flags: ['--skipLibCheck', '--module', 'commonjs', '--moduleResolution', 'node10', '--ignoreDeprecations', '6.0'],
  },
} as const;

export const BUILT = 'built';

export function makeTypeScriptApp(folder: string, cdk: CdkVersions): void {
  mkdirSync(folder, { recursive: true });
  const { typescript, '@types/node': nodeTypes } = packageJson.devDependencies;
  const manifest = {
    private: true,
    dependencies: { ...cdk, 'cdk-pinterest-conversions': `file:${tarball()}` },
    devDependencies: { typescript, '@types/node': nodeTypes },
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'app.ts'), APP);
  writeFileSync(path.join(folder, 'page.mts'), PAGE);
  run(folder, 'npm', ['install', '--prefer-offline', '--no-audit', '--no-fund']);
}

/** Throws with the errors of the types. */
export function compile(folder: string, resolution: keyof typeof RESOLUTIONS): void {
  const { files, flags } = RESOLUTIONS[resolution];
  tsc(folder, [...flags, '--target', 'es2022', '--outDir', path.join(BUILT, resolution), ...files]);
}

/** The constructs' sources against the CDK of the app: an option that no example uses may need a newer one. */
export function compileSources(folder: string): void {
  const sources = path.join(folder, 'sources');
  for (const room of ['lib', 'contract']) cpSync(path.join(ROOT, room), path.join(sources, room), { recursive: true });
  const flags = ['--skipLibCheck', '--module', 'node20', '--target', 'es2023', '--esModuleInterop', '--noEmit'];
  tsc(folder, [...flags, path.join('sources', 'lib', 'index.ts')]);
}

const tsc = (folder: string, args: readonly string[]): string =>
  run(folder, path.join('node_modules', '.bin', 'tsc'), ['--strict', '--types', 'node', ...args]);
