/** The packages, installed in empty CDK apps: what README.md shows compiles, and synthesises to one and the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import packageJson from '../../package.json';
import { type CdkVersions, LOWEST, PINNED } from './packed';
import { NO_PYTHON } from './python';
import { COMMAND, jsiiEnvironment, makePythonApp, PYTHON } from './python-app';
import { run, tryRun } from './run';
import { synthesised, typesIn } from './synthesised';
import { BUILT, compile, compileSources, makeTypeScriptApp, RESOLUTIONS } from './typescript-app';

const USAGE = /usage: INGEST_KEY=<key> cdk-pinterest-conversions send-test/;

const home = mkdtempSync(path.join(tmpdir(), 'consumers-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const output = { CDK_OUTDIR: 'cdk.out' };
const outputOf = (folder: string) => synthesised(path.join(folder, output.CDK_OUTDIR));
const synthTypeScript = (folder: string) => run(folder, 'node', [path.join(BUILT, 'node16', 'app.js')], output);

type Resolution = keyof typeof RESOLUTIONS;

const EVERY_RESOLUTION = Object.keys(RESOLUTIONS) as Resolution[];

describe.each<[string, CdkVersions, Resolution[]]>([
  ['the lowest CDK that the peers allow', LOWEST, EVERY_RESOLUTION],
  ['the pinned CDK', PINNED, ['node16']],
])('an empty TypeScript app with %s', (name, cdk, resolutions) => {
  const folder = path.join(home, name);
  beforeAll(() => makeTypeScriptApp(folder, cdk));

  it(`gets aws-cdk-lib ${cdk['aws-cdk-lib']} and constructs ${cdk.constructs}, once each`, () => {
    const tree = run(folder, 'npm', ['ls', '--all', '--parseable', '--long', 'aws-cdk-lib', 'constructs']);
    const found = [...tree.matchAll(/:((?:aws-cdk-lib|constructs)@\S+?)(?::|$)/gm)].map(([, each]) => each);
    expect(found.sort()).toEqual([`aws-cdk-lib@${cdk['aws-cdk-lib']}`, `constructs@${cdk.constructs}`]);
  });

  it.each(resolutions)('compiles strictly with modules found as by %s', (resolution) => compile(folder, resolution));

  it('offers all that the constructs use of the CDK', () => compileSources(folder));

  it('synthesises', () => {
    synthTypeScript(folder);
    const { templates, assets } = outputOf(folder);
    expect(Object.keys(templates)).toEqual(['Shop', 'Whole']);
    expect(assets.length).toBeGreaterThanOrEqual(2);
    for (const stack of Object.keys(templates)) {
      const functions = typesIn(outputOf(folder), stack).filter((type) => type === 'AWS::Lambda::Function');
      expect(functions.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('has the command', () => {
    expect(tryRun(folder, 'npx', ['--no-install', 'cdk-pinterest-conversions', '--help']).output).toMatch(USAGE);
  });

  it('finds the browser module', () => {
    const script = "console.log(import.meta.resolve('cdk-pinterest-conversions/browser'))";
    expect(run(folder, 'node', ['--input-type=module', '-e', script])).toMatch(/\/assets\/browser\/index\.mjs\n$/);
  });
});

const describeWithPython = NO_PYTHON === undefined ? describe : describe.skip;

describeWithPython('an empty Python app with the lowest CDK that the peers allow', () => {
  const folder = path.join(home, 'python');
  beforeAll(() => makePythonApp(folder, LOWEST));

  it('synthesises to the same as the TypeScript app: templates, outputs and the code of the functions', () => {
    run(folder, PYTHON, ['app.py'], { ...output, ...jsiiEnvironment(folder) });
    const typeScript = outputOf(path.join(home, 'the lowest CDK that the peers allow'));
    expect(Object.keys(typeScript.templates)).toEqual(['Shop', 'Whole']);
    expect(outputOf(folder)).toEqual(typeScript);
  });

  it('has the command', () => {
    expect(tryRun(folder, COMMAND, ['--help'], jsiiEnvironment(folder)).output).toMatch(USAGE);
  });

  it('was given the version that npm has', () => {
    expect(run(folder, PYTHON, ['-m', 'pip', 'show', packageJson.name])).toContain(`Version: ${packageJson.version}\n`);
  });
});
