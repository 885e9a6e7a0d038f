/**
 * The common form of our Lambda functions: prebuilt code, its own log group and role, and no permission except to write to
 * that log group. The AWS managed policy for this would allow every log group of the account.
 */
import type { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { FUNCTION_HANDLER, type FunctionName, functionAsset } from './function-asset';
import { createLogGroup, type LogSettings } from './log-group';
import { keepInterfacesFromCode, letLambdaMakeInterfaces, type Network } from './network';

/** Settings of the owner for a function. */
export interface FunctionSettings extends LogSettings {
  /** MB. */
  readonly memorySize: number;
  readonly network?: Network | undefined;
  readonly reservedConcurrency?: number | undefined;
}

export interface ConversionsFunctionProps extends FunctionSettings {
  readonly asset: FunctionName;
  readonly description: string;
  readonly timeout: Duration;
  readonly environment: { [name: string]: string };
  /** Whether it may send what it was invoked with to a queue that invokes it again; Lambda ends that after 16 times. */
  readonly isRecursive?: boolean;
}

export class ConversionsFunction extends Construct {
  public readonly function: lambda.Function;
  public readonly logGroup: logs.LogGroup;
  public readonly role: iam.Role;

  public constructor(scope: Construct, id: string, props: ConversionsFunctionProps) {
    super(scope, id);

    this.logGroup = createLogGroup(this, 'Logs', props);
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    this.logGroup.grantWrite(this.role);
    if (props.network) letLambdaMakeInterfaces(this.role);

    this.function = new lambda.Function(this, 'Resource', {
      description: props.description,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      handler: FUNCTION_HANDLER,
      code: functionAsset(props.asset),
      memorySize: props.memorySize,
      timeout: props.timeout,
      environment: props.environment,
      role: this.role,
      logGroup: this.logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      // START, END and REPORT lines would be the largest part of the log.
      systemLogLevelV2: lambda.SystemLogLevel.WARN,
      // metrics are log lines without a level, which Lambda treats as INFO: a higher level would drop them.
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      ...given(props.network ?? {}),
      ...given({ recursiveLoop: props.isRecursive ? lambda.RecursiveLoop.ALLOW : undefined }),
      ...given({ reservedConcurrentExecutions: props.reservedConcurrency }),
    });
    if (props.network) keepInterfacesFromCode(this, this.role, this.function);
  }
}

type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the members that are undefined. */
const given = <T extends object>(members: T): Given<T> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Given<T>;
