/** The examples in docs/reuse.md, each synthesised as it stands there; their types are a wider check. */
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import ts from 'typescript';
import { testApp } from '../lib/stacks';
import { asModule, examples } from './reuse-examples';

function run(code: string, stack: Stack): void {
  const { outputText } = ts.transpileModule(asModule(code), { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const exported: { example?: (this: Stack) => void } = {};
  const load = (name: string) => require(name === 'cdk-pinterest-conversions' ? '../../lib' : name);
  new Function('require', 'exports', outputText)(load, exported);
  exported.example?.call(stack);
}

it.each(examples.map(({ heading, code }): [string, string] => [heading, code]))('%s', (_, code) => {
  const stack = new Stack(testApp(), 'Stack');
  run(code, stack);
  const template = Template.fromStack(stack);
  expect(Object.keys(template.findResources('AWS::SQS::Queue')).length).toBeGreaterThanOrEqual(2);
});
