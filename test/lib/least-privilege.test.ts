import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { PinterestConversions } from '../../lib';
import { rolePolicyTable } from '../../scripts/security/role-policies';
import { actionsOf, resourceOf, type Statement, statementsOf } from '../../scripts/security/statements';
import { OWN, ownVpc } from './own-resources';
import { AD_ACCOUNT, templateOf, testApp } from './stacks';

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

  it('lets the sender write its log, take events off the queues, move them to the backlog, send dead letters and read the token, and nothing else', () => {
    expect(grants(statementsOf(template, 'Sender'))).toEqual({
      ConversionsSenderFunctionLogs: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      ConversionsEventsQueue: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:ReceiveMessage',
      ],
      ConversionsEventsBacklog: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:ReceiveMessage',
        'sqs:SendMessage',
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

describe('with a key of the owner’s', () => {
  const stack = new Stack(testApp(), 'PinterestConversions');
  const key = Key.fromKeyArn(stack, 'Key', OWN.key);
  new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT, encryptionKey: key });
  const template = Template.fromStack(stack);
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
