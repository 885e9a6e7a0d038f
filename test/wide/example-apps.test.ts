/** The example apps, run as their readers run them: what they synthesise to, and that they ask for no versions but ours. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Match, Template } from 'aws-cdk-lib/assertions';
import packageJson from '../../package.json';

const ROOT = path.join(__dirname, '..', '..');
const TSX = pathToFileURL(require.resolve('tsx')).href;

const home = mkdtempSync(path.join(tmpdir(), 'examples-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Templates by their path below the output folder, such as `assembly-Dev/DevShoes12AB34CD`. */
function synthesised(example: string): ReadonlyMap<string, Template> {
  const output = path.join(home, example);
  const app = path.join(ROOT, 'examples', example, 'app.ts');
  // an app that looked something up would need credentials.
  const env = { PATH: process.env.PATH, HOME: home, CDK_OUTDIR: output, CDK_VALIDATION: process.env.CDK_VALIDATION };
  const { status, stderr } = spawnSync(process.execPath, ['--import', TSX, app], { cwd: ROOT, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${app} ended with ${status}:\n${stderr}`);
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' });
  const templates = files.filter((file) => file.endsWith('.template.json'));
  return new Map(
    templates.map((file) => [
      file.replace('.template.json', ''),
      Template.fromJSON(JSON.parse(readFileSync(path.join(output, file), 'utf8'))),
    ]),
  );
}

describe('existing-stack', () => {
  const templates = synthesised('existing-stack');
  const template = templates.get('Shop') as Template;

  it('is one stack, with the endpoint under the shop’s own host', () => {
    expect([...templates.keys()]).toEqual(['Shop']);
    template.hasResourceProperties('AWS::ApiGatewayV2::DomainName', { DomainName: 'events.shop.example' });
    template.hasResourceProperties('AWS::Route53::RecordSet', { Name: 'events.shop.example.', Type: 'AAAA' });
  });

  it('tells the shop’s own topic of alarms, and makes no other', () => {
    template.resourceCountIs('AWS::SNS::Topic', 1);
    template.allResourcesProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [{ Ref: Match.stringLikeRegexp('^OnCall') }],
    });
  });

  it('lets the shop’s function send, and tells it where', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: {
        Variables: {
          CONVERSIONS_ENDPOINT: 'https://events.shop.example',
          CONVERSIONS_INGEST_KEY_SECRET_ARN: { Ref: Match.stringLikeRegexp('^PinterestIngestIngestKey') },
        },
      },
    });
    template.hasResourceProperties('AWS::IAM::Policy', {
      Roles: [{ Ref: Match.stringLikeRegexp('^ReportOrdersServiceRole') }],
      PolicyDocument: {
        Statement: Match.arrayWith([Match.objectLike({ Action: Match.arrayWith(['secretsmanager:GetSecretValue']) })]),
      },
    });
  });
});

describe('multi-account', () => {
  const templates = [...synthesised('multi-account')];
  const of = (stage: string) =>
    templates.filter(([name]) => name.startsWith(`assembly-${stage}/`)).map(([, each]) => each);
  const ingestEnvironment = (variables: object) => ({ Environment: { Variables: Match.objectLike(variables) } });

  it('has a stack an ad account in each stage', () => {
    expect([of('Dev').length, of('Prod').length, templates.length]).toEqual([2, 2, 4]);
  });

  it.each([
    ['Dev', 'true', 3, 'Delete'],
    ['Prod', 'false', 30, 'RetainExceptOnCreate'],
  ])('%s sends tests: %s, keeps logs for %d days, and queues: %s', (stage, testMode, days, policy) => {
    for (const template of of(stage)) {
      template.hasResourceProperties('AWS::Lambda::Function', ingestEnvironment({ TEST_MODE: testMode }));
      template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: days });
      template.allResources('AWS::SQS::Queue', { DeletionPolicy: policy });
    }
  });

  it('keeps the ad accounts apart', () => {
    for (const stage of ['Dev', 'Prod']) {
      for (const account of ['549755885175', '549755885176']) {
        const properties = ingestEnvironment({ PINTEREST_AD_ACCOUNT_ID: account });
        const found = of(stage).filter(
          (template) => Object.keys(template.findResources('AWS::Lambda::Function', { Properties: properties })).length,
        );
        expect(found).toHaveLength(1);
      }
    }
  });
});

describe('the versions that an example asks for', () => {
  const ours: Record<string, string> = { ...packageJson.devDependencies, [packageJson.name]: packageJson.version };
  const read = (file: string) => readFileSync(path.join(ROOT, 'examples', file), 'utf8');

  it.each(['existing-stack', 'multi-account'])('are those that %s is tested with', (example) => {
    const { dependencies, devDependencies } = JSON.parse(read(`${example}/package.json`));
    const asked = { ...dependencies, ...devDependencies };
    expect(Object.keys(asked)).toContain(packageJson.name);
    expect(ours).toMatchObject(asked);
  });

  it('are ours for Python, which gets the CDK with the package', () => {
    const asked = read('python/requirements.txt')
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(asked).toEqual([`${packageJson.name}==${packageJson.version}`]);
  });
});
