import type { Template } from 'aws-cdk-lib/assertions';
import { templateOf } from './stacks';

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

function statementsOf(template: Template, role: string): Statement[] {
  return Object.entries(template.findResources('AWS::IAM::Policy'))
    .filter(([id]) => id.includes(role))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
}

/** Logical id, without its hash, of the resource that a statement is about → its actions. */
function grants(statements: readonly Statement[]): { [resource: string]: string[] } {
  return Object.fromEntries(
    statements.map(({ Action, Resource }) => [
      (JSON.stringify(Resource).match(/Conversions\w+?(?=[0-9A-F]{8}")/) ?? [JSON.stringify(Resource)])[0],
      [Action].flat().sort(),
    ]),
  );
}

describe('roles of the functions', () => {
  const template = templateOf();

  it('lets ingest write its log, queue events and read the ingest key, and nothing else', () => {
    expect(grants(statementsOf(template, 'Ingest'))).toEqual({
      ConversionsIngestFunctionLogs: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      ConversionsEventsQueue: ['sqs:SendMessage'],
      ConversionsIngestIngestKey: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
    });
  });

  it('lets the sender write its log, take events off the queue, send dead letters and read the token, and nothing else', () => {
    expect(grants(statementsOf(template, 'Sender'))).toEqual({
      ConversionsSenderFunctionLogs: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      ConversionsEventsQueue: [
        'sqs:ChangeMessageVisibility',
        'sqs:DeleteMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
        'sqs:ReceiveMessage',
      ],
      ConversionsEventsDeadLetters: ['sqs:SendMessage'],
      ConversionsSenderToken: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
    });
  });

  it('has no wildcard in any action or resource, and no managed policy', () => {
    const statements = Object.values(template.findResources('AWS::IAM::Policy')).flatMap(
      ({ Properties }) => Properties.PolicyDocument.Statement as Statement[],
    );
    expect(JSON.stringify(statements.map(({ Action, Resource }) => [Action, Resource]))).not.toContain('*');
    for (const { Properties } of Object.values(template.findResources('AWS::IAM::Role'))) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
    }
  });
});
