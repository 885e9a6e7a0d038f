/** What there is in the emulated account, asked with the lists of AWS's own APIs: the emulator checks no signatures. */
import { must } from './steps';
import { ACCOUNT, REGION } from './surroundings';

interface List {
  /** Signing name of the service: the emulator finds the service by it. */
  readonly service: string;
  /** An action of the query protocol, a target of the JSON protocol, or a path. */
  readonly ask: { readonly action: string; readonly version: string } | { readonly target: string } | { path: string };
  /** What in the answer is the name of one. */
  readonly name: RegExp;
}

/** Every type of the app's template that exists by itself; policies, routes, permissions and stages are parts of these. */
export const LISTS: Readonly<Record<string, List>> = {
  'AWS::ApiGatewayV2::Api': { service: 'apigateway', ask: { path: '/v2/apis' }, name: /"apiId": ?"([^"]+)"/g },
  'AWS::CloudFormation::Stack': {
    service: 'cloudformation',
    ask: { action: 'DescribeStacks', version: '2010-05-15' },
    name: /<StackName>([^<]+)/g,
  },
  'AWS::CloudWatch::Alarm': {
    service: 'monitoring',
    ask: { action: 'DescribeAlarms', version: '2010-08-01' },
    name: /<AlarmName>([^<]+)/g,
  },
  'AWS::CloudWatch::Dashboard': {
    service: 'monitoring',
    ask: { action: 'ListDashboards', version: '2010-08-01' },
    name: /<DashboardName>([^<]+)/g,
  },
  'AWS::IAM::Role': {
    service: 'iam',
    ask: { action: 'ListRoles', version: '2010-05-08' },
    name: /<RoleName>([^<]+)/g,
  },
  'AWS::Lambda::EventSourceMapping': {
    service: 'lambda',
    ask: { path: '/2015-03-31/event-source-mappings/' },
    name: /"UUID": ?"([^"]+)"/g,
  },
  'AWS::Lambda::Function': {
    service: 'lambda',
    ask: { path: '/2015-03-31/functions' },
    name: /"FunctionName": ?"([^"]+)"/g,
  },
  'AWS::Logs::LogGroup': {
    service: 'logs',
    ask: { target: 'Logs_20140328.DescribeLogGroups' },
    name: /"logGroupName": ?"([^"]+)"/g,
  },
  'AWS::SNS::Topic': {
    service: 'sns',
    ask: { action: 'ListTopics', version: '2010-03-31' },
    name: /<TopicArn>[^<]*:([^<]+)/g,
  },
  'AWS::SQS::Queue': {
    service: 'sqs',
    ask: { target: 'AmazonSQS.ListQueues' },
    name: /"[^"]*\/([^"/]+)"/g,
  },
  'AWS::SecretsManager::Secret': {
    service: 'secretsmanager',
    ask: { target: 'secretsmanager.ListSecrets' },
    name: /"Name": ?"([^"]+)"/g,
  },
};

/** Names of what there is, by type. */
export type Inventory = ReadonlyMap<string, readonly string[]>;

export async function inventory(emulatorUrl: string): Promise<Inventory> {
  const lists = Object.entries(LISTS).map(async ([type, list]) => [type, await namesOf(emulatorUrl, list)] as const);
  return new Map(await Promise.all(lists));
}

async function namesOf(emulatorUrl: string, { service, ask, name }: List): Promise<readonly string[]> {
  const scope = `${ACCOUNT}/20260101/${REGION}/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`;
  const answer =
    'path' in ask
      ? await fetch(`${emulatorUrl}${ask.path}`, { headers: { authorization } })
      : await fetch(emulatorUrl, { method: 'POST', ...requestOf(ask, authorization) });
  const text = await answer.text();
  must(answer.ok, `${service} answered ${answer.status}: ${text}`);
  return [...text.matchAll(name)].map(([, found = '']) => found).sort();
}

function requestOf(ask: Exclude<List['ask'], { path: string }>, authorization: string) {
  return 'target' in ask
    ? {
        headers: { authorization, 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': ask.target },
        body: '{}',
      }
    : {
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
        body: String(new URLSearchParams({ Action: ask.action, Version: ask.version })),
      };
}

/** What is in `after` and was not in `before`, as `type name`. */
export function added(before: Inventory, after: Inventory): readonly string[] {
  return [...after].flatMap(([type, names]) =>
    names.filter((name) => !before.get(type)?.includes(name)).map((name) => `${type} ${name}`),
  );
}
