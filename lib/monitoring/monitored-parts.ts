/** The resources that alarms and dashboard watch. */
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { PipelineMetrics } from './metrics';

export interface MonitoredParts {
  readonly metrics: PipelineMetrics;
  readonly api: HttpApi;
  readonly queue: IQueue;
  readonly backlogQueue: IQueue;
  readonly deadLetterQueue: IQueue;
  readonly tokenSecret: ISecret;
  readonly ingestFunction: IFunction;
  readonly senderFunction: IFunction;
  readonly ingestLogGroup: ILogGroup;
  readonly senderLogGroup: ILogGroup;
}
