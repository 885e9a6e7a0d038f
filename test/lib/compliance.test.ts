/**
 * cdk-nag's AwsSolutions and NIST 800-53 R5 rules, held against the findings that scripts/security/accepted-findings.ts
 * explains, and CloudFormation's own rules through the context of cdk.json.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, CloudFormationValidatePlugin, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { AwsSolutionsChecks, HIPAASecurityChecks, type NagPack, NIST80053R5Checks, PCIDSS321Checks } from 'cdk-nag';
import cdkJson from '../../cdk.json';
import {
  PinterestConversions,
  PinterestConversionsStack,
  type PinterestConversionsStackProps,
  ServerAuthorization,
} from '../../lib';
import { ACCEPTED_FINDINGS, expectedFindings, type Setting } from '../../scripts/security/accepted-findings';
import { ownStack } from './own-resources';
import { AD_ACCOUNT } from './stacks';

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
}

type AddStack = (app: App) => Stack;

/** Nothing is warned of. */
const TOLD = { expectedEventsPerDay: 1_000 };

const stackWith =
  (props: Partial<PinterestConversionsStackProps>): AddStack =>
  (app) =>
    new PinterestConversionsStack(app, 'Stack', {
      ...TOLD,
      adAccountId: AD_ACCOUNT,
      alarmEmails: ['owner@shop.example'],
      minimumEventsPerDay: 10,
      ...props,
    });

const STANDARD = stackWith({});

const ONE_ALARM = stackWith({
  compositeAlarm: true,
  plannedPauses: [{ start: '2026-12-24T18:00', duration: Duration.hours(36) }],
});

const withEverything: AddStack = (app) => ownStack(TOLD, app);

function madeBeside(app: App): Stack {
  const stack = new Stack(app, 'Stack');
  new PinterestConversions(stack, 'Conversions', {
    ...TOLD,
    adAccountId: AD_ACCOUNT,
    alarmEmails: ['owner@shop.example'],
    encryptionKey: new Key(stack, 'Key'),
    vpc: new Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false }),
  });
  return stack;
}

function findings(addStack: AddStack, packs: readonly (new (app: App) => NagPack)[]): string[] {
  const app = new App({ context: cdkJson.context });
  const stack = addStack(app);
  for (const Pack of packs) Validations.of(app).addPlugins(new Pack(app));
  expect(() => app.synth()).toThrow();
  const report: Report = JSON.parse(readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8'));
  const found = report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName} ${place(constructPath, stack)}`),
    ),
  );
  return [...new Set(found)];
}

/** Below the construct, without the name of a single alarm. */
const place = (constructPath: string, { node }: Stack): string =>
  constructPath
    .replace(`${node.path}/Conversions/`, '')
    .replace(/\/Resource$/, '')
    .replace(/^(Monitoring\/Alarms)\/.*/, '$1');

const EVERYTHING: readonly Setting[] = [
  'alarmTopic',
  'encryptionKey',
  'ingestKeySecret',
  'ingestReservedConcurrency',
  'serverAuthorizer',
  'tokenSecret',
  'vpc',
];

describe('rules of AWS', () => {
  // The report is printed too; it says nothing that the comparison does not.
  beforeEach(() => jest.spyOn(console, 'error').mockImplementation());
  afterEach(() => jest.restoreAllMocks());

  it.each<[string, AddStack, readonly Setting[]]>([
    ['a standard stack', STANDARD, []],
    ['authorization by IAM', stackWith({ serverAuthorization: ServerAuthorization.IAM }), ['ServerAuthorization.IAM']],
    ['one alarm that stands for all', ONE_ALARM, ['compositeAlarm']],
    ['everything of the owner’s', withEverything, EVERYTHING],
  ])('find nothing but what is explained, with %s', (_, addStack, settings) => {
    expect(findings(addStack, [AwsSolutionsChecks, NIST80053R5Checks]).sort()).toEqual(
      expectedFindings(settings).sort(),
    );
  });

  it('are answered with a reason each', () => {
    expect(ACCEPTED_FINDINGS.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });

  it.each<[string, new (app: App) => NagPack]>([
    ['HIPAA', HIPAASecurityChecks],
    ['PCI DSS', PCIDSS321Checks],
  ])('for %s find nothing beyond those of NIST', (_, Pack) => {
    const explained = expectedFindings([]).map((finding) => finding.replace('NIST.800.53.R5', ''));
    const others = findings(STANDARD, [Pack]).map((finding) => finding.replace(/^(HIPAA\.Security|PCI\.DSS\.321)/, ''));
    expect(explained).toEqual(expect.arrayContaining(others));
  });

  it.each<[string, AddStack]>([
    ['a standard stack', STANDARD],
    ['one alarm that stands for all', ONE_ALARM],
    ['everything of the owner’s', withEverything],
    ['a key and a VPC of the same stack', madeBeside],
  ])('are asked at each synth, and have nothing against %s', (_, addStack) => {
    expect(cdkJson.context).toMatchObject({ '@aws-cdk/core:validateAgainstDefaultRules': true });
    const app = new App({ context: cdkJson.context });
    addStack(app);
    Validations.of(app).addPlugins(new CloudFormationValidatePlugin());
    expect(() => app.synth()).not.toThrow();
  });
});
