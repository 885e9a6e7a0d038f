import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { PinterestConversions, ServerAuthorization } from '../../lib';
import { rolePolicyTable } from '../../scripts/security/role-policies';
import {
  actionsOf,
  allStatements,
  resourceOf,
  type Statement,
  statementsOf,
  withoutHash,
} from '../../scripts/security/statements';
import { OWN, ownStack, ownVpc } from './own-resources';
import { AD_ACCOUNT, construct, templateOf, testApp } from './stacks';

/** Logical id, without its hash, of the resource that a statement is about, and service that it goes through → its actions. */
function grants(statements: readonly Statement[]): { [resource: string]: string[] } {
  const byResource = new Map<string, Set<string>>();
  for (const statement of statements) {
    const { Effect, Condition } = statement;
    const resource = resourceOf(statement);
    const [service] = JSON.stringify(Condition ?? {}).match(/(?<=kms:ViaService.*")\w+(?=\.")/) ?? [];
    const key = `${Effect === 'Deny' ? 'not ' : ''}${resource}${service ? ` through ${service}` : ''}`;
    byResource.set(key, new Set([...(byResource.get(key) ?? []), ...actionsOf(statement)]));
  }
  return Object.fromEntries([...byResource].map(([key, actions]) => [key, [...actions].sort()]));
}

describe('roles of the functions', () => {
  const template = templateOf();

  it('lets ingest write its log, queue events and read the ingest key, and nothing else', () => {
    expect(grants(statementsOf(template, 'Ingest'))).toEqual({
      ConversionsIngestFunctionLogs: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      ConversionsEventsQueue: ['sqs:SendMessage'],
      ConversionsIngestIngestKey: ['secretsmanager:GetSecretValue'],
    });
  });

  it('lets the sender write its log, take events off the queue, send dead letters and read the token, and nothing else', () => {
    expect(grants(statementsOf(template, 'Sender'))).toEqual({
      ConversionsSenderFunctionLogs: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      ConversionsEventsQueue: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:ReceiveMessage',
      ],
      ConversionsEventsDeadLetters: ['sqs:SendMessage'],
      ConversionsSenderToken: ['secretsmanager:GetSecretValue'],
    });
  });

  it('take no managed policy', () => {
    template.allResourcesProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  });

  it('are described in docs/security.md with a reason for each grant', () => {
    const rows = rolePolicyTable().split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows) expect(row).toMatch(/^\| (ingest|sender).* \| [^|]{10,} \|$/);
  });
});

const withKey = (keyOf: (stack: Stack) => IKey): Template => {
  const stack = new Stack(testApp(), 'Stack');
  new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT, encryptionKey: keyOf(stack) });
  return Template.fromStack(stack);
};

function withBackEnd(serverAuthorization: ServerAuthorization): Template {
  const conversions = construct({ serverAuthorization });
  conversions.grantSend(new Role(conversions, 'BackEnd', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }));
  return Template.fromStack(Stack.of(conversions));
}

/** Of statements that allow something: who holds one with a wildcard, and the wildcard. */
const wildcardsIn = (template: Template): string[] =>
  allStatements(template)
    .filter(([, { Effect }]) => Effect === 'Allow')
    .flatMap(([id, statement]) =>
      [...actionsOf(statement), ...[statement.Resource].flat().map((resource) => JSON.stringify(resource) ?? '')]
        .filter((text) => /[*?]/.test(text))
        .map((wildcard) => `${withoutHash(id)}: ${wildcard}`),
    );

/** AWS documents nothing narrower: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions */
const INTERFACES = ['Ingest', 'Sender'].map((role) => `Conversions${role}FunctionRoleDefaultPolicy: "*"`);

/** The end of a secret's ARN that AWS makes up, where the secret is known by its name alone. */
const END_OF_SECRET = expect.stringMatching(
  /^ConversionsIngestFunctionRoleDefaultPolicy: .*:secret:pinterest\/ingest-key-\?{6}/,
);

/**
 * In the policy of a key, `*` is that key, and the actions are as AWS documents them for its services. `kms:*` for the
 * account is what the CDK writes into every key, so that IAM policies count.
 */
const POLICY_OF_KEY = ['kms:*', '"*"', 'kms:Describe*', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'].map(
  (wildcard) => `Key: ${wildcard}`,
);

describe('wildcards in what is allowed, by roles and resources', () => {
  it.each<[string, Template, readonly unknown[]]>([
    ['a standard stack', templateOf(), []],
    ['a back end that has the ingest key', withBackEnd(ServerAuthorization.INGEST_KEY), []],
    ['an imported key', withKey((stack) => Key.fromKeyArn(stack, 'Key', OWN.key)), []],
    ['a key of the same stack', withKey((stack) => new Key(stack, 'Key')), POLICY_OF_KEY],
    ['everything of the owner’s, a VPC among it', Template.fromStack(ownStack()), [...INTERFACES, END_OF_SECRET]],
  ])('with %s are none but those explained', (_, template, explained) => {
    const found = [...new Set(wildcardsIn(template))];
    expect(found).toHaveLength(explained.length);
    expect(found).toEqual(expect.arrayContaining([...explained]));
  });

  it('with a back end that signs are the stages of this one API, in the ARNs of its two routes', () => {
    const found = wildcardsIn(withBackEnd(ServerAuthorization.IAM));
    expect(found).toHaveLength(2);
    for (const wildcard of found) expect(wildcard).toMatch(/^ConversionsBackEndDefaultPolicy: .*ConversionsIngestApi/);
  });
});

describe('with a key of the owner’s', () => {
  const template = withKey((stack) => Key.fromKeyArn(stack, 'Key', OWN.key));
  const keyGrants = (role: string) =>
    Object.entries(grants(statementsOf(template, role))).filter(([resource]) => resource.includes(OWN.key));

  it('lets ingest make data keys for the queue and read the ingest key, through these services alone', () => {
    expect(keyGrants('Ingest')).toEqual([
      [`"${OWN.key}" through sqs`, ['kms:Decrypt', 'kms:GenerateDataKey']],
      [`"${OWN.key}" through secretsmanager`, ['kms:Decrypt']],
    ]);
  });

  it('lets the sender read events, make data keys for dead letters and read the token, through these services alone', () => {
    expect(keyGrants('Sender')).toEqual([
      [`"${OWN.key}" through secretsmanager`, ['kms:Decrypt']],
      [`"${OWN.key}" through sqs`, ['kms:Decrypt', 'kms:GenerateDataKey']],
    ]);
  });
});

describe('in a VPC', () => {
  const stack = new Stack(testApp(), 'PinterestConversions');
  new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT, vpc: ownVpc(stack) });
  const template = Template.fromStack(stack);
  const INTERFACES = [
    'ec2:AssignPrivateIpAddresses',
    'ec2:CreateNetworkInterface',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeSubnets',
    'ec2:UnassignPrivateIpAddresses',
  ];

  it.each(['Ingest', 'Sender'])('lets Lambda make interfaces in the name of %s, and its code not', (role) => {
    const found = grants(statementsOf(template, role));
    expect(found).toMatchObject({ '"*"': INTERFACES, 'not "*"': INTERFACES });
    const denied = statementsOf(template, role).filter(({ Effect }) => Effect === 'Deny');
    expect(denied).toEqual([
      expect.objectContaining({
        Condition: {
          ArnEquals: { 'lambda:SourceFunctionArn': { 'Fn::GetAtt': [expect.stringMatching(role), 'Arn'] } },
        },
      }),
    ]);
  });

  it('takes no managed policy for it', () => {
    template.allResourcesProperties('AWS::IAM::Role', { ManagedPolicyArns: Match.absent() });
  });

  it('has the permissions before the function, which Lambda would refuse', () => {
    for (const { DependsOn } of Object.values(template.findResources('AWS::Lambda::Function'))) {
      expect(DependsOn).toContainEqual(expect.stringMatching(/RoleDefaultPolicy/));
    }
  });
});
