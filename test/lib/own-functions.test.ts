/** Functions as the owner wants them: network, size, roles. */
import { Aspects, type IAspect, Stack, PermissionsBoundary as StackBoundary } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import { CfnRole, ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { PinterestConversions, PinterestConversionsStack } from '../../lib';
import { OWN, ownStack, ownVpc } from './own-resources';
import { AD_ACCOUNT, conversionsStack, templateOf, testApp } from './stacks';

const FUNCTION = 'AWS::Lambda::Function';

describe('vpc, vpcSubnets, securityGroups', () => {
  it('both functions are in the subnets and security groups', () => {
    const template = Template.fromStack(ownStack());
    template.allResourcesProperties(FUNCTION, {
      VpcConfig: { SubnetIds: [...OWN.subnets], SecurityGroupIds: [OWN.securityGroup] },
    });
    template.resourceCountIs('AWS::EC2::SecurityGroup', 0);
  });

  it('a security group is created for each function when none is given, open outwards alone', () => {
    const stack = new Stack(testApp(), 'Stack');
    new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT, vpc: ownVpc(stack) });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::EC2::SecurityGroup', 2);
    template.allResourcesProperties('AWS::EC2::SecurityGroup', {
      VpcId: OWN.vpc,
      SecurityGroupIngress: Match.absent(),
    });
  });

  it('may be one of the same stack', () => {
    const stack = new Stack(testApp(), 'Stack');
    new PinterestConversions(stack, 'Conversions', { adAccountId: AD_ACCOUNT, vpc: new Vpc(stack, 'Vpc') });
    const subnets = Match.arrayWith([{ Ref: Match.stringLikeRegexp('VpcPrivateSubnet1') }]);
    Template.fromStack(stack).resourcePropertiesCountIs(FUNCTION, { VpcConfig: { SubnetIds: subnets } }, 2);
  });

  it('is what it is in only when one is given', () => {
    templateOf().allResourcesProperties(FUNCTION, { VpcConfig: Match.absent() });
  });
});

describe('ingestMemorySize, senderMemorySize, ingestReservedConcurrency', () => {
  it('are as told', () => {
    const template = Template.fromStack(ownStack());
    const sizes = Object.values(template.findResources(FUNCTION)).map(({ Properties }) => [
      Properties.MemorySize,
      Properties.ReservedConcurrentExecutions,
    ]);
    expect(sizes).toEqual(
      expect.arrayContaining([
        [1_024, 50],
        [256, undefined],
      ]),
    );
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', { ScalingConfig: { MaximumConcurrency: 4 } });
  });

  it('are 512 MB and no reserved concurrency when left out', () => {
    templateOf().allResourcesProperties(FUNCTION, {
      MemorySize: 512,
      ReservedConcurrentExecutions: Match.absent(),
    });
  });
});

describe('rolePermissionsBoundary', () => {
  const ROLE = 'AWS::IAM::Role';
  const policy = (scope: IConstruct) => ManagedPolicy.fromManagedPolicyArn(scope as Stack, 'Boundary', OWN.boundary);

  it('given to the construct holds for every role', () => {
    Template.fromStack(ownStack()).allResourcesProperties(ROLE, { PermissionsBoundary: OWN.boundary });
  });

  it('put onto a scope around holds for every role', () => {
    const stack = conversionsStack();
    PermissionsBoundary.of(stack).apply(policy(stack));
    Template.fromStack(stack).allResourcesProperties(ROLE, { PermissionsBoundary: OWN.boundary });
  });

  it('of the stack holds for every role', () => {
    const stack = new PinterestConversionsStack(testApp(), 'Stack', {
      adAccountId: AD_ACCOUNT,
      permissionsBoundary: StackBoundary.fromArn(OWN.boundary),
    });
    Template.fromStack(stack).allResourcesProperties(ROLE, { PermissionsBoundary: OWN.boundary });
  });

  it('may come from an Aspect, as may the path of the roles', () => {
    const onRoles: IAspect = {
      visit(node) {
        if (!(node instanceof CfnRole)) return;
        node.permissionsBoundary = OWN.boundary;
        node.path = '/shop/';
      },
    };
    const stack = conversionsStack();
    Aspects.of(stack).add(onRoles);
    Template.fromStack(stack).allResourcesProperties(ROLE, { PermissionsBoundary: OWN.boundary, Path: '/shop/' });
  });

  it('is none when none is given', () => {
    templateOf().allResourcesProperties(ROLE, { PermissionsBoundary: Match.absent() });
  });
});
