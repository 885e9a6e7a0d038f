/** Secrets of the owner's, in each way in which the CDK knows them. */
import { CfnParameter, RemovalPolicies, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { PinterestConversions } from '../../lib';
import { OWN } from './own-resources';
import { AD_ACCOUNT, conversionsStack, environmentOf, testApp } from './stacks';

const WAYS: readonly [string, (stack: Stack) => ISecret, RegExp][] = [
  ['a complete ARN', (stack) => Secret.fromSecretCompleteArn(stack, 'Own', OWN.token), /^"arn[^"]*token-AbCdEf"$/],
  ['a partial ARN', (stack) => Secret.fromSecretPartialArn(stack, 'Own', OWN.token.slice(0, -7)), /token-\?{6}"$/],
  ['a name', (stack) => Secret.fromSecretNameV2(stack, 'Own', 'pinterest/token'), /:secret:pinterest\/token-\?{6}"/],
  ['a secret of the same stack', (stack) => new Secret(stack, 'Own'), /^\{"Ref":"Own\w+"\}$/],
  [
    'a parameter of the template',
    (stack) => Secret.fromSecretCompleteArn(stack, 'Own', new CfnParameter(stack, 'Arn').valueAsString),
    /^\{"Ref":"Arn"\}$/,
  ],
];

describe.each(WAYS)('tokenSecret, ingestKeySecret: known by %s', (_, secretOf, resource) => {
  const stack = new Stack(testApp(), 'Stack');
  const secret = secretOf(stack);
  const { tokenSecret, ingestKeySecret } = new PinterestConversions(stack, 'Conversions', {
    adAccountId: AD_ACCOUNT,
    tokenSecret: secret,
    ingestKeySecret: secret,
  });
  const template = Template.fromStack(stack);

  it('is read by both functions, and stands in the environment', () => {
    const arn = stack.resolve(secret.secretArn);
    expect(environmentOf(template, 'sender').tokenSecretArn).toEqual(arn);
    expect(environmentOf(template, 'ingest').ingestKeySecretArn).toEqual(arn);
    const granted = Object.values(template.findResources('AWS::IAM::Policy'))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Action }) => Action.includes('secretsmanager:GetSecretValue'));
    expect(granted).toHaveLength(2);
    for (const { Resource } of granted) expect(JSON.stringify(Resource)).toMatch(resource);
  });

  it('is exposed, and none is made beside it', () => {
    expect([tokenSecret, ingestKeySecret]).toEqual([secret, secret]);
    const made = template.findResources('AWS::SecretsManager::Secret');
    expect(Object.keys(made).filter((id) => id.startsWith('Conversions'))).toEqual([]);
  });
});

it('a secret under another key is read with that key', () => {
  const stack = new Stack(testApp(), 'Stack');
  const encryptionKey = Key.fromKeyArn(stack, 'Key', OWN.key);
  new PinterestConversions(stack, 'Conversions', {
    adAccountId: AD_ACCOUNT,
    tokenSecret: Secret.fromSecretAttributes(stack, 'Own', { secretCompleteArn: OWN.token, encryptionKey }),
  });
  const policies = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  expect(policies.match(/"Action":"kms:Decrypt","Condition":\{"StringEquals":\{"kms:ViaService"/g)).toHaveLength(1);
});

it('secrets made here go with the stack, unless the owner keeps them', () => {
  const policies = (stack: Stack) =>
    Object.values(Template.fromStack(stack).findResources('AWS::SecretsManager::Secret')).map(
      (it) => it.DeletionPolicy,
    );
  expect(policies(conversionsStack())).toEqual(['Delete', 'Delete']);

  const stack = conversionsStack();
  RemovalPolicies.of(stack.conversions).retain({ applyToResourceTypes: ['AWS::SecretsManager::Secret'] });
  expect(policies(stack)).toEqual(['Retain', 'Retain']);
});
