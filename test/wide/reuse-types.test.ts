/** The types of the examples in docs/reuse.md; that they synthesise is tested beside the other docs. */
import path from 'node:path';
import ts from 'typescript';
import tsconfig from '../../tsconfig.json';
import { asModule, codeOf, examples } from '../docs/reuse-examples';

const ROOT = path.join(__dirname, '../..');

function faultsIn(sources: readonly string[]): string[] {
  const files = new Map(sources.map((source, index) => [path.join(ROOT, 'docs', `example-${index}.ts`), source]));
  const { options } = ts.convertCompilerOptionsFromJson(tsconfig.compilerOptions, ROOT);
  // not every example needs every import.
  const checked = {
    ...options,
    noUnusedLocals: false,
    paths: {
      'cdk-pinterest-conversions': [`${ROOT}/lib/index.ts`],
      'cdk-pinterest-conversions/client': [`${ROOT}/client/index.ts`],
    },
  };
  const host = ts.createCompilerHost(checked);
  const { fileExists, readFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  const program = ts.createProgram([...files.keys()], checked, host);
  return [...files.keys()].flatMap((file) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(file))
      .map(({ messageText }) => `${path.basename(file)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  );
}

/** In one go with the examples, because the types of the CDK take seconds to read. */
it('examples pass the type checker, and a wrong one would not', () => {
  expect(examples.length).toBeGreaterThan(8);
  const wrong = asModule("new PinterestConversions(this, 'Pinterest', { adAccountId: 549755885175 });");
  const right = [...examples.map(({ code }) => asModule(code)), ...codeOf('module')];
  expect(faultsIn([...right, wrong])).toEqual([
    `example-${right.length}.ts: Type 'number' is not assignable to type 'string'.`,
  ]);
}, 120_000);
