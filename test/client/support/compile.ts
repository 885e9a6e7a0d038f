/** What the compiler says of a program that has the client's types as they are shipped, and of others only its platform's. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import { declarationsOf } from '../../../scripts/declarations';

const ROOT = path.join(__dirname, '..', '..', '..');

export const PLATFORMS: Readonly<Record<'Worker' | 'Node', ts.CompilerOptions>> = {
  Worker: { lib: ['lib.es2022.d.ts', 'lib.webworker.d.ts'], types: [] },
  Node: {
    lib: ['lib.es2022.d.ts'],
    types: ['node'],
    typeRoots: [path.join(ROOT, 'node_modules', '@types')],
    skipLibCheck: true,
  },
};

const STRICT: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
};

export async function faultsOf(program: string, platform: keyof typeof PLATFORMS): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'client-types-'));
  try {
    const main = path.join(folder, 'main.mts');
    writeFileSync(path.join(folder, 'index.d.mts'), declarationsOf('client'));
    writeFileSync(main, program.replaceAll("'cdk-pinterest-conversions/client'", "'./index.mjs'"));
    return ts
      .getPreEmitDiagnostics(ts.createProgram([main], { ...STRICT, ...PLATFORMS[platform] }))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
