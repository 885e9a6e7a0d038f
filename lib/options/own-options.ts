/** Options that are the owner's own AWS resources: secrets, a key, a network, permissions. */
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import { has, resource } from './kind';
import type { OptionsOf } from './option';

const MOST_SECURITY_GROUPS = 5;

const isSecurityGroups = (groups: readonly unknown[]): boolean =>
  Array.isArray(groups) &&
  groups.length >= 1 &&
  groups.length <= MOST_SECURITY_GROUPS &&
  groups.every(has('securityGroupId'));

const secret = { kind: resource(has('secretArn'), 'a secret'), fix: 'import one with Secret.fromSecretCompleteArn' };

export const OWN_OPTIONS = {
  tokenSecret: secret,
  ingestKeySecret: secret,
  encryptionKey: { kind: resource(has('keyArn'), 'a KMS key'), fix: 'import one with kms.Key.fromKeyArn' },
  vpc: { kind: resource(has('vpcId'), 'a VPC'), fix: 'import one with ec2.Vpc.fromVpcAttributes' },
  vpcSubnets: {
    kind: resource<ec2.SubnetSelection>(
      (selection) => typeof selection === 'object' && selection !== null,
      'a selection of subnets',
    ),
    fix: 'write one such as { subnetGroupName: "private" }',
  },
  securityGroups: {
    kind: resource<ec2.ISecurityGroup[]>(
      isSecurityGroups,
      `1 to ${MOST_SECURITY_GROUPS} security groups in a list`,
      `1 to ${MOST_SECURITY_GROUPS}`,
    ),
    fix: 'leave it out to have one created per function',
  },
  rolePermissionsBoundary: {
    kind: resource(has('managedPolicyArn'), 'a managed policy'),
    fix: 'import one with iam.ManagedPolicy.fromManagedPolicyArn',
  },
} as const satisfies OptionsOf<
  | 'tokenSecret'
  | 'ingestKeySecret'
  | 'encryptionKey'
  | 'vpc'
  | 'vpcSubnets'
  | 'securityGroups'
  | 'rolePermissionsBoundary'
>;
