import { Duration, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { WAITING_EVENTS_LIMITS } from '../../contract/queued-event';
import { MAX_EVENTS_PER_REQUEST } from '../../contract/request-limits';
import { SECRET_NOT_SET } from '../../contract/secret-not-set';
import { SENDER_LIMITS } from '../../contract/sender-limits';
import { LateEvents, PinterestConversions } from '../../lib';
import { AD_ACCOUNT, environmentOf, templateOf, testApp } from './stacks';

const FEED = 'ConversionsSenderFunctionFeedFA022891';
const BACKLOG_FEED = 'ConversionsSenderFunctionBacklogFeed0F5F16C4';

const concurrency = (MaximumConcurrency: number) => ({
  Properties: expect.objectContaining({ ScalingConfig: { MaximumConcurrency } }),
});

describe('sender', () => {
  const template = templateOf();

  it('senderMaxConcurrency: is fed in full batches, by few invocations at once, with failures reported one by one', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: SENDER_LIMITS.batchSize,
      MaximumBatchingWindowInSeconds: SENDER_LIMITS.batchingWindowSeconds,
      ScalingConfig: { MaximumConcurrency: SENDER_LIMITS.maxConcurrency },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
  });

  it('senderMaxConcurrency: is fed from the backlog by itself, with half as many invocations', () => {
    template.resourceCountIs('AWS::Lambda::EventSourceMapping', 2);
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('EventsBacklog'), 'Arn'] },
      BatchSize: SENDER_LIMITS.backlogBatchSize,
      MaximumBatchingWindowInSeconds: SENDER_LIMITS.backlogBatchingWindowSeconds,
      ScalingConfig: { MaximumConcurrency: 2 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    const wide = templateOf({ senderMaxConcurrency: 19 });
    expect(wide.findResources('AWS::Lambda::EventSourceMapping')).toEqual({
      [FEED]: expect.objectContaining(concurrency(19)),
      [BACKLOG_FEED]: expect.objectContaining(concurrency(10)),
    });
  });

  it('finds a full POST in four full messages of the backlog', () => {
    expect(4 * WAITING_EVENTS_LIMITS.items).toBe(MAX_EVENTS_PER_REQUEST);
    expect(4 * WAITING_EVENTS_LIMITS.bytes).toBeLessThan(SENDER_LIMITS.maxBodyBytes);
  });

  it('may send to the queue that feeds it, as often as it takes: Lambda would end that after 16 times', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      RecursiveLoop: 'Allow',
      Description: Match.stringLikeRegexp('^Delivers'),
    });
  });

  it('has no reserved concurrency, which would use up receives', () => {
    template.allResourcesProperties('AWS::Lambda::Function', { ReservedConcurrentExecutions: Match.absent() });
  });

  it('runs on Node 24 on arm64, for as long as the limits say', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      Timeout: SENDER_LIMITS.functionTimeoutSeconds,
      LoggingConfig: { LogFormat: 'JSON', SystemLogLevel: 'WARN', LogGroup: Match.anyValue() },
    });
  });

  it('adAccountId: knows its account, queues, token and API from the environment', () => {
    expect(Object.keys(environmentOf(template, 'sender')).sort()).toEqual([
      'adAccountId',
      'backlogQueueUrl',
      'deadLetterQueueUrl',
      'detailedMetrics',
      'eventQueueUrl',
      'lateEvents',
      'maximumEventAgeSeconds',
      'pinterestApiUrl',
      'pipeline',
      'tokenSecretArn',
    ]);
    expect(environmentOf(template, 'sender')).toMatchObject({
      adAccountId: AD_ACCOUNT,
      pinterestApiUrl: 'https://api.pinterest.com/v5',
      lateEvents: 'deliver',
      maximumEventAgeSeconds: '604800',
    });
  });

  it('tokenSecret: left out, it starts with a token secret that the function reads as "not set", and that says how to set it', () => {
    expect(SECRET_NOT_SET).toBe('not-set');
    template.hasResourceProperties('AWS::SecretsManager::Secret', {
      SecretString: SECRET_NOT_SET,
      Description: Match.stringLikeRegexp('aws secretsmanager put-secret-value'),
    });
  });

  it('tokenSecret: takes a secret that exists already', () => {
    const stack = new Stack(testApp(), 'Stack');
    const arn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:pinterest-AbCdEf';
    new PinterestConversions(stack, 'Conversions', {
      adAccountId: AD_ACCOUNT,
      tokenSecret: Secret.fromSecretCompleteArn(stack, 'Existing', arn),
    });
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::SecretsManager::Secret', 1);
    expect(environmentOf(template, 'sender')).toMatchObject({ tokenSecretArn: arn });
  });

  it('lateEvents, maximumEventAge: knows what the owner wants of old and late events', () => {
    const template = templateOf({ lateEvents: LateEvents.PUT_ASIDE, maximumEventAge: Duration.days(3) });
    expect(environmentOf(template, 'sender')).toMatchObject({
      lateEvents: 'put-aside',
      maximumEventAgeSeconds: '259200',
    });
  });

  it('pinterestApiUrl: delivers to another URL when told so', () => {
    const template = templateOf({ pinterestApiUrl: 'http://localhost:9999/v5' });
    expect(environmentOf(template, 'sender')).toMatchObject({ pinterestApiUrl: 'http://localhost:9999/v5' });
  });
});
