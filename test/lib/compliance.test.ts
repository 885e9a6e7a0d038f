/** cdk-nag's AwsSolutions rules, and CloudFormation's own through the context of cdk.json. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { App, Duration, Stack, Validations } from 'aws-cdk-lib';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { Key } from 'aws-cdk-lib/aws-kms';
import { AwsSolutionsChecks } from 'cdk-nag';
import cdkJson from '../../cdk.json';
import { PinterestConversions, PinterestConversionsStack, ServerAuthorization } from '../../lib';
import { ownStack } from './own-resources';
import { AD_ACCOUNT, REQUIRED } from './stacks';

const BROWSER_ROUTE = 'browsers have no credentials; the function checks the origin and hands out nothing';
const KEY_ROUTE = 'the function checks the ingest key itself, in constant time';
const NO_ROTATION = 'nobody but the owner can make a new one: ';

/** Findings that stay, and why. Paths are below the construct. */
const ACCEPTED: { readonly [finding: string]: string } = {
  'AwsSolutions-APIG4 Ingest/PostCollect': BROWSER_ROUTE,
  'AwsSolutions-APIG4 Ingest/OptionsCollect': 'browsers send preflights without credentials, by the standard',
  'AwsSolutions-APIG4 Ingest/GetPinterestJs': 'the script is public; it holds nothing of the deployment',
  'AwsSolutions-APIG4 Ingest/GetHealth': 'monitors have no credentials; the answer says nothing of the deployment',
  'AwsSolutions-SMG4 Sender/Token': `${NO_ROTATION}Pinterest has no API that issues conversion tokens`,
  'AwsSolutions-SMG4 Ingest/IngestKey': `${NO_ROTATION}the back ends that show it have to change with it`,
};
const ACCEPTED_WITH_KEY: typeof ACCEPTED = {
  ...ACCEPTED,
  'AwsSolutions-APIG4 Ingest/PostEvents': KEY_ROUTE,
  'AwsSolutions-APIG4 Ingest/PostV5AdAccountsEvents': KEY_ROUTE,
  'AwsSolutions-APIG4 Ingest/AnyOther': 'answers 404 to everybody',
};

const INTERFACES = 'Lambda makes network interfaces in the name of the role; AWS documents no narrower resource';
const { 'AwsSolutions-SMG4 Sender/Token': _, 'AwsSolutions-SMG4 Ingest/IngestKey': __, ...ROUTES } = ACCEPTED;
const ACCEPTED_WITH_OWN: typeof ACCEPTED = {
  ...ROUTES,
  'AwsSolutions-IAM5[Resource::*] Ingest/Function/Role/DefaultPolicy': INTERFACES,
  'AwsSolutions-IAM5[Resource::*] Sender/Function/Role/DefaultPolicy': INTERFACES,
};

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath: string }[];
    }[];
  }[];
}

const withAuthorization = (serverAuthorization: ServerAuthorization) => (app: App) =>
  new PinterestConversionsStack(app, 'Stack', {
    ...REQUIRED,
    compositeAlarm: true,
    plannedPauses: [{ start: '2026-12-24T18:00', duration: Duration.hours(36) }],
    serverAuthorization,
  });

function madeBeside(app: App): Stack {
  const stack = new Stack(app, 'Stack');
  new PinterestConversions(stack, 'Conversions', {
    adAccountId: AD_ACCOUNT,
    alarmEmails: ['owner@shop.example'],
    encryptionKey: new Key(stack, 'Key'),
    vpc: new Vpc(stack, 'Vpc', { restrictDefaultSecurityGroup: false }),
  });
  return stack;
}

function findings(addStack: (app: App) => Stack): string[] {
  const app = new App({ context: cdkJson.context });
  const stack = addStack(app);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  expect(() => app.synth()).toThrow();
  const report: Report = JSON.parse(readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8'));
  return report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(
        ({ constructPath }) =>
          `${ruleName} ${constructPath.replace(`${stack.node.path}/Conversions/`, '').replace('/Resource', '')}`,
      ),
    ),
  );
}

describe('rules of AWS', () => {
  // The report is printed too; it says nothing that the comparison does not.
  beforeEach(() => jest.spyOn(console, 'error').mockImplementation());
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['authorization by ingest key', withAuthorization(ServerAuthorization.INGEST_KEY), ACCEPTED_WITH_KEY],
    ['authorization by IAM', withAuthorization(ServerAuthorization.IAM), ACCEPTED],
    ['everything of the owner’s', (app: App) => ownStack({}, app), ACCEPTED_WITH_OWN],
  ])('find nothing but what is explained, with %s', (_, addStack, accepted) => {
    expect(findings(addStack).sort()).toEqual(Object.keys(accepted).sort());
    expect(Object.values(accepted).every((reason) => reason.length > 20)).toBe(true);
  });

  it.each([
    ['a standard stack', withAuthorization(ServerAuthorization.INGEST_KEY)],
    ['everything of the owner’s', (app: App) => ownStack({}, app)],
    ['a key and a VPC of the same stack', madeBeside],
  ])('are asked at each synth, and have nothing against %s', (_, addStack) => {
    expect(cdkJson.context).toMatchObject({ '@aws-cdk/core:validateAgainstDefaultRules': true });
    const app = new App({ context: cdkJson.context });
    addStack(app);
    expect(() => app.synth()).not.toThrow();
  });
});
