/** Every wildcard in what the template's policies allow, on roles and on resources. */
import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { PinterestConversions, ServerAuthorization } from '../../lib';
import { actionsOf, allStatements, withoutHash } from '../../scripts/security/statements';
import { OWN, ownStack } from './own-resources';
import { AD_ACCOUNT, construct, templateOf, testApp } from './stacks';

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
