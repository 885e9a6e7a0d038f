/** The client as it is shipped: one file that needs nothing of Node, and types that refer to no other file. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';
import * as source from '../../client';
import { declarationsOf } from '../../scripts/declarations';
import { faultsOf } from './support/compile';
import { closeEndpoints, startEndpoint, TAKEN, THROTTLED } from './support/endpoint';

const ROOT = path.join(__dirname, '..', '..');
const BUNDLE = path.join(ROOT, 'assets', 'client', 'index.mjs');

afterEach(closeEndpoints);

/** Not `spawnSync`: the endpoint answers in this process. */
function run(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(errors))));
  });
}

describe('the bundle', () => {
  it('runs with the language and seven web globals, retries and time limits included', async () => {
    const endpoint = await startEndpoint(THROTTLED, TAKEN, { status: 0, silent: true });
    const platform = path.join(__dirname, 'support', 'bare-platform.mjs');
    const told = JSON.parse(
      await run('--experimental-vm-modules', '--disable-warning=ExperimentalWarning', platform, BUNDLE, endpoint.url),
    );
    expect(told).toEqual({
      sent: {
        processed: 2,
        failed: 0,
        results: [
          { status: 'processed', eventId: 'checkout-1001', attempts: 2 },
          { status: 'processed', eventId: expect.stringMatching(/^[\da-f-]{36}$/), attempts: 2 },
        ],
      },
      isSendError: true,
      message: expect.stringMatching(/no answer within 200 ms/),
    });
    expect(endpoint.asked[0]?.headers.authorization).toBe('Bearer key-of-a-worker');
  });

  it('imports nothing', () => {
    const text = readFileSync(BUNDLE, 'utf8');
    expect(ts.preProcessFile(text, true, true).importedFiles).toEqual([]);
  });

  it('has the size that docs/client.md says', () => {
    const bundle = readFileSync(BUNDLE);
    const [bytes, zipped] = [bundle.length, gzipSync(bundle, { level: 9 }).length];
    console.log(`client: ${bytes} bytes, ${zipped} gzipped`);
    const kilobytes = (count: number) => `${Math.round(count / 1_000)} kB`;
    const page = readFileSync(path.join(ROOT, 'docs', 'client.md'), 'utf8');
    expect(page).toContain(`one file of ${kilobytes(bytes)}, ${kilobytes(zipped)} gzipped`);
  });

  it('is what package.json exports, with its types', () => {
    const { exports, dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    expect(exports['./client']).toEqual({
      types: './assets/client/index.d.mts',
      default: './assets/client/index.mjs',
    });
    expect(dependencies).toBeUndefined();
  });
});

describe('the types', () => {
  const PROGRAM = `
    import { ConversionsClient, SendError, type ConversionEvent, type SendResult } from 'cdk-pinterest-conversions/client';
    const client = new ConversionsClient({ endpoint: 'https://events.shop.example', ingestKey: async () => 'key', fetch });
    const event: ConversionEvent = {
      event_name: 'Bestellung', action_source: 'web', event_time: new Date(), user_data: { email: null, em: ['a'] },
    };
    const sent: SendResult = await client.send([event], { test: true, signal: new AbortController().signal });
    for (const { status } of sent.results) { const known: 'processed' | 'failed' = status; known.trim(); }
    try { await client.send([event]); } catch (error) {
      if (error instanceof SendError && error.reason === 'unavailable') await client.send(error.unsent);
    }
    // @ts-expect-error a misspelt field
    client.send([{ ...event, user_data: { emial: 'jane@shop.example' } }]);
    // @ts-expect-error the word of another vendor
    client.send([{ ...event, action_source: 'website' }]);
    // @ts-expect-error an option that there is none of
    client.send([event], { dryRun: true });`;

  it.each(['Worker', 'Node'] as const)(
    'stand alone in a program for a %s, and tell what is wrong',
    async (platform) => {
      expect(await faultsOf(PROGRAM, platform)).toEqual([]);
    },
  );

  it('export what the module exports', () => {
    const declared = ts.createSourceFile('index.d.mts', declarationsOf('client'), ts.ScriptTarget.ES2022);
    const names = declared.statements.flatMap((statement) =>
      (ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement)) &&
      statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
        ? [statement.name?.text ?? '']
        : [],
    );
    expect(names.sort()).toEqual(Object.keys(source).sort());
  });
});
