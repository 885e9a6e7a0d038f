/** docs/client.md: its program compiles, and its tables are those of the code. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ConversionsClientOptions, SendErrorReason } from '../../client';
import { NUMBERS } from '../../client/settings';
import { faultsOf } from '../client/support/compile';
import { codesOf, tablesOf } from './markdown';

const page = (...file: string[]) => readFileSync(path.join(__dirname, '..', '..', ...file), 'utf8');
const PAGE = page('docs', 'client.md');

const rowsOf = (heading: string) => tablesOf(PAGE).get(heading)?.[0] ?? [];

const programOf = (markdown: string) =>
  [...markdown.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, program = '']) => program.replace(/^ {3}/gm, ''));

const AROUND_THE_PAGE = `
  declare function readSecret(id: string): Promise<string>;
  declare const order: { placedAt: Date; email: string | null; epik: string | undefined; id: number; total: number };
  declare function report(id: string | undefined, error: string | undefined): void;
  declare function keepForLater(events: unknown): Promise<void>;`;

const AROUND_THE_README = `
  import type { ConversionEvent } from 'cdk-pinterest-conversions/client';
  declare const endpoint: string, ingestKey: string, event: ConversionEvent;`;

it('the program of the page compiles', async () => {
  const [program] = programOf(PAGE);
  expect(program).toMatch(/conversions\.send/);
  expect(await faultsOf(`${AROUND_THE_PAGE}\n${program}`, 'Node')).toEqual([]);
});

it('the program of the README compiles', async () => {
  const program = programOf(page('README.md')).find((text) => text.includes('ConversionsClient'));
  expect(await faultsOf(`${AROUND_THE_README}\n${program}`, 'Node')).toEqual([]);
});

it('the table of reasons has each', () => {
  const reasons: Record<SendErrorReason, true> = {
    'wrong-key': true,
    'no-key': true,
    forbidden: true,
    'wrong-endpoint': true,
    refused: true,
    unavailable: true,
    aborted: true,
  };
  expect(rowsOf('What it returns').flatMap(({ reason }) => codesOf(reason))).toEqual(Object.keys(reasons));
});

describe('the table of options', () => {
  it('has each', () => {
    const options: Record<keyof ConversionsClientOptions, true> = {
      endpoint: true,
      ingestKey: true,
      fetch: true,
      maxAttempts: true,
      attemptTimeoutMs: true,
      timeLimitMs: true,
      now: true,
      sleep: true,
      random: true,
    };
    expect(rowsOf('Retries').flatMap(({ option }) => codesOf(option))).toEqual(Object.keys(options));
  });

  it.each(Object.entries(NUMBERS))('and the comment of %s say its default and range', (name, { byDefault, most }) => {
    expect(rowsOf('Retries').find(({ option }) => option === `\`${name}\``)?.default).toBe(String(byDefault));
    const comment = new RegExp(`/\\*\\*([^/]*)\\*/\\s+readonly ${name}\\?`).exec(page('client', 'options.ts'))?.[1];
    expect(comment).toContain(`@default ${byDefault}\n`);
    expect(comment).toContain(`Valid range: 1 to ${most.toLocaleString('en-US')}.`);
  });
});
