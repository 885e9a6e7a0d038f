/** The examples in docs/reuse.md: their types are checked, and each is synthesised as it stands there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import ts from 'typescript';
import tsconfig from '../../tsconfig.json';
import { testApp } from '../lib/stacks';

const ROOT = path.join(__dirname, '../..');
const PAGE = readFileSync(path.join(ROOT, 'docs/reuse.md'), 'utf8');

interface Block {
  readonly heading: string;
  readonly kind: string;
  readonly code: string;
}

const blocks: readonly Block[] = PAGE.split(/^## /m).flatMap((section) =>
  [...section.matchAll(/^```ts ?(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind = '', code = '']) => ({
    heading: section.split('\n', 1)[0] ?? '',
    kind,
    code,
  })),
);
const codeOf = (kind: string): string[] => blocks.filter((block) => block.kind === kind).map(({ code }) => code);

const imports = codeOf('imports').join('');
const examples = blocks.filter(({ kind }) => kind === '');
const asModule = (code: string): string => `${imports}\nexport function example(this: Stack): void {\n${code}\n}\n`;

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

function run(code: string, stack: Stack): void {
  const { outputText } = ts.transpileModule(asModule(code), { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const exported: { example?: (this: Stack) => void } = {};
  const load = (name: string) => require(name === 'cdk-pinterest-conversions' ? '../../lib' : name);
  new Function('require', 'exports', outputText)(load, exported);
  exported.example?.call(stack);
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

it.each(examples.map(({ heading, code }): [string, string] => [heading, code]))('%s', (_, code) => {
  const stack = new Stack(testApp(), 'Stack');
  run(code, stack);
  const template = Template.fromStack(stack);
  expect(Object.keys(template.findResources('AWS::SQS::Queue')).length).toBeGreaterThanOrEqual(2);
});
