import { RemovalPolicy } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { SENDER_LIMITS } from '../../contract/sender-limits';
import { templateOf } from './stacks';

const QUEUE = 'AWS::SQS::Queue';

describe('event queue', () => {
  const template = templateOf();

  it('keeps events and dead letters for 14 days, encrypted', () => {
    template.allResourcesProperties(QUEUE, { MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true });
    template.resourceCountIs(QUEUE, 3);
  });

  it('refuses connections without TLS', () => {
    template.resourceCountIs('AWS::SQS::QueuePolicy', 3);
    template.allResourcesProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: [
          Match.objectLike({
            Effect: 'Deny',
            Action: 'sqs:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ],
      },
    });
  });

  it('lets SQS itself give up an event only after as many receives as SQS allows', () => {
    const waiting = {
      VisibilityTimeout: SENDER_LIMITS.visibilityTimeoutSeconds,
      RedrivePolicy: { maxReceiveCount: SENDER_LIMITS.maxReceiveCount },
    };
    template.resourcePropertiesCountIs(QUEUE, waiting, 2);
    expect(SENDER_LIMITS.maxReceiveCount).toBeLessThanOrEqual(1_000);
  });

  it('removalPolicy: left out, it outlives the stack, but not a first deployment that fails', () => {
    template.allResources(QUEUE, { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });

  it('removalPolicy: goes with the stack when that is wanted', () => {
    templateOf({ removalPolicy: RemovalPolicy.DESTROY }).allResources(QUEUE, { DeletionPolicy: 'Delete' });
  });
});
