/** Functions in the owner's VPC, and what their role needs for that: Lambda creates network interfaces on their behalf. */
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

export interface Network {
  readonly vpc: ec2.IVpc;
  readonly vpcSubnets?: ec2.SubnetSelection | undefined;
  readonly securityGroups?: ec2.ISecurityGroup[] | undefined;
}

/** As the Lambda developer guide lists them: configuration-vpc.html#configuration-vpc-permissions */
const INTERFACE_ACTIONS = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

/**
 * The AWS managed policy for this would also allow every log group. The resource is `*`, because describing supports no
 * resources, interfaces are not known before they are created, and subnets may be shared by another account. Added to the
 * role before the function is created, which Lambda refuses otherwise.
 */
export const letLambdaMakeInterfaces = (role: iam.Role): void => {
  role.addToPolicy(new iam.PolicyStatement({ actions: INTERFACE_ACTIONS, resources: ['*'] }));
};

/**
 * Denies the same actions to the code of the function, which needs none of them: the condition matches calls that the
 * function makes, not those of Lambda itself.
 * The Lambda developer guide, configuration-vpc.html#configuration-vpc-best-practice
 */
export function keepInterfacesFromCode(scope: Construct, role: iam.Role, of: lambda.Function): void {
  new iam.Policy(scope, 'NoInterfacesFromCode', {
    roles: [role],
    statements: [
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        actions: INTERFACE_ACTIONS,
        resources: ['*'],
        conditions: { ArnEquals: { 'lambda:SourceFunctionArn': of.functionArn } },
      }),
    ],
  });
}
