/** With a KMS key of the owner's: what it encrypts, and what its policy has to say. */
import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { PinterestConversions } from '../../lib';
import { OWN } from './own-resources';
import { AD_ACCOUNT, templateOf, testApp } from './stacks';

function encrypted(keyOf: (stack: Stack) => ReturnType<typeof Key.fromKeyArn>): Template {
  const stack = new Stack(testApp(), 'Stack');
  new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT, encryptionKey: keyOf(stack) });
  return Template.fromStack(stack);
}

describe('encryptionKey: an imported key', () => {
  const template = encrypted((stack) => Key.fromKeyArn(stack, 'Key', OWN.key));

  it('encrypts all queues, with a data key for five minutes', () => {
    template.resourcePropertiesCountIs(
      'AWS::SQS::Queue',
      { KmsMasterKeyId: OWN.key, KmsDataKeyReusePeriodSeconds: 300, SqsManagedSseEnabled: Match.absent() },
      3,
    );
  });

  it('encrypts both secrets and all logs', () => {
    template.resourcePropertiesCountIs('AWS::SecretsManager::Secret', { KmsKeyId: OWN.key }, 2);
    template.resourcePropertiesCountIs('AWS::Logs::LogGroup', { KmsKeyId: OWN.key }, 3);
  });
});

describe('encryptionKey: a key of the same app', () => {
  const template = encrypted((stack) => new Key(stack, 'Key', { enableKeyRotation: true }));

  it('lets CloudWatch Logs use it for log groups of the account, and nobody without a condition but the account', () => {
    const [key] = Object.values(template.findResources('AWS::KMS::Key'));
    const statements: { Principal: object; Condition?: object }[] = key?.Properties.KeyPolicy.Statement;
    expect(statements.filter(({ Condition }) => Condition === undefined)).toEqual([
      expect.objectContaining({
        Action: 'kms:*',
        Principal: { AWS: expect.objectContaining({ 'Fn::Join': expect.anything() }) },
      }),
    ]);
    expect(statements).toContainEqual(
      expect.objectContaining({
        Principal: { Service: { 'Fn::Join': ['', ['logs.', { Ref: 'AWS::Region' }, '.amazonaws.com']] } },
        Action: ['kms:Decrypt', 'kms:Describe*', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
        Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': expect.anything() } },
      }),
    );
  });

  it('lets CloudWatch use it for the alarms of the account', () => {
    const [key] = Object.values(template.findResources('AWS::KMS::Key'));
    expect(key?.Properties.KeyPolicy.Statement).toContainEqual({
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      Resource: '*',
    });
    template.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  });

  it('says so once, however many log groups there are', () => {
    const text = JSON.stringify(template.findResources('AWS::KMS::Key'));
    expect(text.match(/"logs\."/g)).toHaveLength(1);
  });
});

describe('encryptionKey: a key of another stack', () => {
  const app = testApp();
  const keys = new Stack(app, 'Keys');
  const stack = new Stack(app, 'Shop');
  const conversions = new PinterestConversions(stack, 'Conversions', {
    adAccountId: AD_ACCOUNT,
    encryptionKey: new Key(keys, 'Key'),
  });
  conversions.grantSend(new Role(stack, 'BackEnd', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') }));

  it('is used without that stack knowing of ours', () => {
    expect(JSON.stringify(Template.fromStack(keys).findResources('AWS::KMS::Key'))).not.toMatch(/Conversions|BackEnd/);
    Template.fromStack(stack).resourcePropertiesCountIs('AWS::SQS::Queue', { KmsMasterKeyId: Match.anyValue() }, 3);
  });

  it('lets a back end read the ingest key that it encrypts', () => {
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      PolicyName: Match.stringLikeRegexp('BackEnd'),
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 'kms:Decrypt' })]) },
    });
  });
});

it('no key costs nothing: queues have the encryption that SQS manages', () => {
  const template = templateOf();
  template.allResourcesProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true, KmsMasterKeyId: Match.absent() });
  template.allResourcesProperties('AWS::SecretsManager::Secret', { KmsKeyId: Match.absent() });
  template.allResourcesProperties('AWS::Logs::LogGroup', { KmsKeyId: Match.absent() });
});
