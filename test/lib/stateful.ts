/**
 * What an update of a stack must not replace, because events, a token, a key, an address or a history are in it; and
 * what would make CloudFormation replace it: another logical id, or another value of one of these properties.
 */
import type { Template } from 'aws-cdk-lib/assertions';

/** By the column "Update requires: Replacement" of each type's page in the CloudFormation documentation. */
export const REPLACED_BY: { readonly [type: string]: readonly string[] } = {
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  'AWS::ApiGatewayV2::DomainName': ['DomainName'],
  'AWS::ApiGatewayV2::Stage': ['ApiId', 'StageName'],
  // holds nothing, but AWS refuses a second mapping of one queue and function, and with it the deployment.
  'AWS::Lambda::EventSourceMapping': [
    'AmazonManagedKafkaEventSourceConfig',
    'EventSourceArn',
    'SelfManagedEventSource',
    'SelfManagedKafkaEventSourceConfig',
    'StartingPosition',
    'StartingPositionTimestamp',
  ],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::SNS::Topic': ['FifoTopic', 'TopicName'],
  'AWS::SQS::Queue': ['FifoQueue', 'QueueName'],
  'AWS::SecretsManager::Secret': ['Name'],
};

/** Properties of a secret that make a new value when they change: of a key that back ends know, or of a token. */
const NEW_VALUE = ['GenerateSecretString', 'SecretString'];

/** `<type> <logical id>` → the properties that matter. Those that are absent are absent here too. */
export interface Stateful {
  readonly [resource: string]: { readonly [property: string]: unknown };
}

export function statefulResources(template: Template): Stateful {
  const found = Object.keys(REPLACED_BY).flatMap((type) =>
    Object.entries(template.findResources(type)).map(([id, { Properties = {} }]) => {
      const matter = [...(REPLACED_BY[type] ?? []), ...(type === 'AWS::SecretsManager::Secret' ? NEW_VALUE : [])];
      const given = matter.filter((name) => name in Properties).map((name) => [name, Properties[name]]);
      return [`${type} ${id}`, Object.fromEntries(given)];
    }),
  );
  return Object.fromEntries(found.sort());
}

/** What an update from one to the other would do to the stateful resources, a line each. */
export function losses(before: Stateful, after: Stateful): string[] {
  return Object.entries(before).flatMap(([resource, properties]) => {
    const now = after[resource];
    if (now === undefined) return [`${resource} would be deleted`];
    const names = new Set([...Object.keys(properties), ...Object.keys(now)]);
    return [...names]
      .filter((name) => JSON.stringify(properties[name]) !== JSON.stringify(now[name]))
      .map((name) =>
        NEW_VALUE.includes(name)
          ? `${resource} would get a new value, because ${name} changes`
          : `${resource} would be replaced, because ${name} changes`,
      );
  });
}
