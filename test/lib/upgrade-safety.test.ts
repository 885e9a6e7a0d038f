/**
 * An update must not lose what waits in queues or is known by heart: events, the token, the ingest key, the address.
 * upgrade-safety.json holds what was there at the last release. Nothing writes into it but a person who means it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Aspects, type IAspect, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { PinterestConversions, type PinterestConversionsStack } from '../../lib';
import { ownResources, ownStack } from './own-resources';
import { AD_ACCOUNT, conversionsStack, environmentOf, testApp } from './stacks';
import { losses, REPLACED_BY, type Stateful, statefulResources } from './stateful';
import released from './upgrade-safety.json';

const WHAT_TO_DO =
  'Do not release this: give constructs their old ids back. If it cannot be avoided, say in CHANGELOG.md what owners ' +
  'have to do with waiting events, token and key, and then change test/lib/upgrade-safety.json.';

function expectNothingLost(before: Stateful, template: Template): void {
  const lost = losses(before, statefulResources(template));
  if (lost.length > 0) throw new Error(`an update would lose something:\n- ${lost.join('\n- ')}\n${WHAT_TO_DO}`);
}

describe('an update', () => {
  it.each([
    ['with nothing but an ad account', conversionsStack(), released.standard],
    ['with everything that can be brought along', ownStack(), released.own],
  ])('replaces nothing that holds something, in a stack %s', (_, stack, before) => {
    const template = Template.fromStack(stack);
    expectNothingLost(before, template);
    // what is new has to go into the file, or it would not be watched.
    expect(statefulResources(template)).toEqual(before);
  });

  it('goes on with the metrics of before, so that alarms and history do', () => {
    expect(environmentOf(Template.fromStack(conversionsStack()), 'ingest').pipeline).toBe(released.metrics);
  });

  it('that brings an encryption key, a VPC and a boundary along keeps queues and logs', () => {
    const stack = new Stack(testApp(), 'PinterestConversions');
    const { encryptionKey, vpc, rolePermissionsBoundary } = ownResources(stack);
    const props = { encryptionKey, vpc, rolePermissionsBoundary };
    new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT, ...props });
    expectNothingLost(released.standard, Template.fromStack(stack));
  });
});

describe('the guard', () => {
  // The warnings of templates that are broken on purpose.
  beforeEach(() => jest.spyOn(console, 'error').mockImplementation());
  afterEach(() => jest.restoreAllMocks());

  const lost = (change: (stack: PinterestConversionsStack) => void): string[] => {
    const stack = conversionsStack();
    change(stack);
    return losses(released.standard, statefulResources(Template.fromStack(stack)));
  };

  /** Sets something on every resource of a type. */
  const set = (type: string, property: string, value: unknown): IAspect => ({
    visit(node: IConstruct) {
      const resource = node as Partial<CfnQueue>;
      if (resource.cfnResourceType === type) resource.addPropertyOverride?.(property, value);
    },
  });

  it('says nothing while nothing is lost', () => {
    expect(lost((stack) => Aspects.of(stack).add(set('AWS::SQS::Queue', 'VisibilityTimeout', 1_300)))).toEqual([]);
  });

  it.each([
    ['AWS::SQS::Queue', 'QueueName', 3],
    ['AWS::SQS::Queue', 'FifoQueue', 3],
    ['AWS::SecretsManager::Secret', 'Name', 2],
    ['AWS::SNS::Topic', 'TopicName', 1],
    ['AWS::ApiGatewayV2::Api', 'ProtocolType', 1],
    ['AWS::Logs::LogGroup', 'LogGroupName', 3],
  ])('finds a %s that gets another %s', (type, property, count) => {
    const found = lost((stack) => Aspects.of(stack).add(set(type, property, 'other')));
    expect(found).toHaveLength(count);
    for (const line of found) expect(line).toMatch(new RegExp(`^${type} \\w+ would be replaced, because ${property}`));
  });

  it('finds a secret that would get a new value', () => {
    const found = lost((stack) =>
      Aspects.of(stack).add(set('AWS::SecretsManager::Secret', 'GenerateSecretString.PasswordLength', 41)),
    );
    expect(found).toContainEqual(
      expect.stringMatching(/IngestKey\w+ would get a new value, because GenerateSecretStr/),
    );
  });

  it('finds every resource of a construct that gets another id, and says what to do', () => {
    const stack = new Stack(testApp(), 'PinterestConversions');
    new PinterestConversions(stack, 'Renamed', { adAccountId: AD_ACCOUNT });
    const template = Template.fromStack(stack);
    expect(losses(released.standard, statefulResources(template))).toEqual(
      Object.keys(released.standard).map((resource) => `${resource} would be deleted`),
    );
    expect(() => expectNothingLost(released.standard, template)).toThrow(/Do not release this: .* old ids back/);
  });

  /** The CLI compares with these when it says "replace" in a diff. */
  it('knows of every property that CloudFormation replaces a resource for', () => {
    const file = path.join(path.dirname(require.resolve('aws-cdk/package.json')), 'db.json.gz');
    const database = JSON.parse(gunzipSync(readFileSync(file)).toString());
    expect(replacedBy(database)).toEqual(REPLACED_BY);
  });
});

interface ResourceType {
  readonly cloudFormationType: string;
  readonly properties: { readonly [name: string]: { readonly causesReplacement?: string } };
}

interface Database {
  readonly schema: { readonly resource: { readonly entities: { readonly [id: string]: ResourceType } } };
}

function replacedBy({ schema }: Database): typeof REPLACED_BY {
  return Object.fromEntries(
    Object.values(schema.resource.entities)
      .filter(({ cloudFormationType }) => cloudFormationType in REPLACED_BY)
      .map(({ cloudFormationType, properties }) => [
        cloudFormationType,
        Object.entries(properties)
          .filter(([, { causesReplacement = 'no' }]) => causesReplacement !== 'no')
          .map(([name]) => name)
          .sort(),
      ]),
  );
}
