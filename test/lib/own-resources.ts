/** What a platform engineer brings along: everything that the construct would make, imported from elsewhere. */
import { type App, Stack } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { SecurityGroup, SubnetType, Vpc } from 'aws-cdk-lib/aws-ec2';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { PinterestConversions, type PinterestConversionsProps } from '../../lib';
import { AD_ACCOUNT, testApp } from './stacks';

const ARN = 'arn:aws';
const WHERE = 'eu-west-1:111122223333';

export const OWN = {
  key: `${ARN}:kms:${WHERE}:key/12345678-1234-1234-1234-123456789012`,
  token: `${ARN}:secretsmanager:${WHERE}:secret:pinterest/token-AbCdEf`,
  ingestKeyName: 'pinterest/ingest-key',
  topic: `${ARN}:sns:${WHERE}:alarms`,
  boundary: `${ARN}:iam::111122223333:policy/boundary`,
  certificate: `${ARN}:acm:${WHERE}:certificate/12345678-1234-1234-1234-123456789012`,
  vpc: 'vpc-0123456789abcdef0',
  subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
  securityGroup: 'sg-0123456789abcdef0',
} as const;

export const ownVpc = (scope: Construct) =>
  Vpc.fromVpcAttributes(scope, 'OwnVpc', {
    vpcId: OWN.vpc,
    availabilityZones: ['eu-west-1a', 'eu-west-1b'],
    privateSubnetIds: [...OWN.subnets],
    privateSubnetRouteTableIds: ['rtb-0123456789abcdef0', 'rtb-0123456789abcdef1'],
  });

export function ownResources(parent: Construct): Partial<PinterestConversionsProps> {
  const scope = new Construct(parent, 'Own');
  const encryptionKey = Key.fromKeyArn(scope, 'Key', OWN.key);
  return {
    encryptionKey,
    tokenSecret: Secret.fromSecretAttributes(scope, 'Token', { secretCompleteArn: OWN.token, encryptionKey }),
    ingestKeySecret: Secret.fromSecretNameV2(scope, 'IngestKey', OWN.ingestKeyName),
    alarmTopic: Topic.fromTopicArn(scope, 'Topic', OWN.topic),
    alarmEmails: [],
    expectedEventsPerDay: 1_000,
    domainName: 'events.shop.example',
    certificateArn: OWN.certificate,
    vpc: ownVpc(scope),
    vpcSubnets: { subnetType: SubnetType.PRIVATE_WITH_EGRESS },
    securityGroups: [SecurityGroup.fromSecurityGroupId(scope, 'Group', OWN.securityGroup)],
    rolePermissionsBoundary: ManagedPolicy.fromManagedPolicyArn(scope, 'Boundary', OWN.boundary),
    serverAuthorizer: new HttpJwtAuthorizer('Jwt', 'https://issuer.example', { jwtAudience: ['shop'] }),
    ingestMemorySize: 1_024,
    senderMemorySize: 256,
    ingestReservedConcurrency: 50,
    senderMaxConcurrency: 4,
  };
}

/** A stack with the construct and all of it. */
export function ownStack(props: Partial<PinterestConversionsProps> = {}, app: App = testApp()): Stack {
  const stack = new Stack(app, 'PinterestConversions');
  new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT, ...ownResources(stack), ...props });
  return stack;
}
