/** Intake: the HTTP API and the ingest function behind it, which checks, hashes and queues events. */
import { Duration, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { INGEST_ENVIRONMENT } from '../contract/ingest-environment';
import { ROUTES, type Route } from '../contract/routes';
import type { EventQueue } from './event-queue';
import type { Settled } from './options/table';
import { ACCESS_LOG_FIELDS } from './private/access-log';
import { ConversionsFunction, type FunctionSettings } from './private/conversions-function';
import { deployedEventMap } from './private/environment-json';
import { grantReadSecret, READ_AND_CACHE, READ_VALUE } from './private/key-access';
import { createLogGroup } from './private/log-group';
import { ServerAuthorization } from './server-authorization';

export interface IngestApiProps {
  readonly options: Settled;
  readonly pipeline: string;
  readonly events: EventQueue;
  readonly settings: FunctionSettings;
}

export class IngestApi extends Construct {
  public readonly api: apigw.HttpApi;
  public readonly stage: apigw.HttpStage;
  public readonly function: lambda.Function;
  public readonly logGroup: logs.LogGroup;
  public readonly ingestKeySecret: secretsmanager.ISecret;
  private readonly serverRoutes: apigw.HttpRoute[] = [];

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: IngestApiProps,
  ) {
    super(scope, id);

    const { adAccountId, ingestKeySecret } = props.options;
    this.ingestKeySecret = ingestKeySecret ?? this.createIngestKey();
    const {
      function: ingest,
      role,
      logGroup,
    } = new ConversionsFunction(this, 'Function', {
      asset: 'ingest',
      description: `Receives, checks and queues conversion events for Pinterest ad account ${adAccountId}`,
      timeout: Duration.seconds(20),
      ...props.settings,
      environment: this.environment(),
    });
    this.function = ingest;
    this.logGroup = logGroup;
    props.events.grantSend(role);
    grantReadSecret(this.ingestKeySecret, role, READ_VALUE);

    // no CORS settings here: the function answers preflight requests itself, with the same code as in the one-machine run.
    this.api = new apigw.HttpApi(this, 'Api', {
      description: `Conversion events for Pinterest ad account ${adAccountId}`,
      createDefaultStage: false,
      ...(props.options.disableExecuteApiEndpoint && { disableExecuteApiEndpoint: true }),
    });
    this.stage = this.addStage();
    this.addRoutes();
  }

  public get asksForKey(): boolean {
    return this.hasGrants && this.props.options.serverAuthorization === ServerAuthorization.INGEST_KEY;
  }

  /** Whether this construct decides who may send; the owner's authorizer has its own rules. */
  public get hasGrants(): boolean {
    return this.props.options.serverAuthorizer === undefined;
  }

  /** Lets `grantee` send events as a back end. */
  public grantSend(grantee: iam.IGrantable): iam.Grant {
    if (!this.hasGrants) {
      throw new Error(
        `grantSend of "${this.node.scope?.node.path}" has nothing to grant: "serverAuthorizer" decides who may send; ` +
          'give the back end the credentials that it requires',
      );
    }
    return this.props.options.serverAuthorization === ServerAuthorization.IAM
      ? iam.Grant.addToPrincipal({
          grantee,
          actions: ['execute-api:Invoke'],
          resourceArns: this.serverRoutes.map(({ routeArn }) => routeArn),
        })
      : grantReadSecret(this.ingestKeySecret, grantee, READ_AND_CACHE);
  }

  private environment(): { [name: string]: string } {
    const { options, pipeline, events } = this.props;
    return INGEST_ENVIRONMENT.write(
      {
        ...options,
        pipeline,
        eventQueueUrl: events.queue.queueUrl,
        ingestKeySecretArn: this.ingestKeySecret.secretArn,
        maximumEventAgeSeconds: options.maximumEventAge.toSeconds(),
        serverAuthorization: options.serverAuthorizer ? 'authorizer' : options.serverAuthorization,
        eventMap: options.eventMap && deployedEventMap(options.eventMap),
      },
      (value) => Stack.of(this).toJsonString(value),
    );
  }

  private addStage(): apigw.HttpStage {
    const { throttleRateLimit, throttleBurstLimit } = this.props.options;
    const accessLog = createLogGroup(this, 'AccessLog', this.props.settings);
    return new apigw.HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttleRateLimit, burstLimit: throttleBurstLimit },
      accessLogSettings: {
        destination: new apigw.LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG_FIELDS)),
      },
    });
  }

  private addRoutes(): void {
    const integration = new HttpLambdaIntegration('Ingest', this.function);
    const { serverAuthorization, serverAuthorizer } = this.props.options;
    const iamAuthorizer = serverAuthorization === ServerAuthorization.IAM ? new HttpIamAuthorizer() : undefined;
    const server = serverAuthorizer ?? iamAuthorizer;
    const add = (id: string, routeKey: apigw.HttpRouteKey, authorizer?: apigw.IHttpRouteAuthorizer): apigw.HttpRoute =>
      new apigw.HttpRoute(this, id, { httpApi: this.api, routeKey, integration, ...(authorizer && { authorizer }) });

    for (const route of ROUTES) {
      const key = apigw.HttpRouteKey.with(route.path, apigw.HttpMethod[route.method]);
      const added = add(routeId(route), key, route.access === 'server' ? server : undefined);
      if (route.access === 'server') this.serverRoutes.push(added);
    }
    // the function answers unknown paths. If API Gateway authorizes the server routes, it authorizes these too, so that no
    // odd spelling of a path can bypass the check and reach the function.
    add('AnyOther', apigw.HttpRouteKey.DEFAULT, server);
  }

  private createIngestKey(): secretsmanager.Secret {
    return new secretsmanager.Secret(this, 'IngestKey', {
      description: `Ingest key that back ends send with events for Pinterest ad account ${this.props.options.adAccountId}`,
      generateSecretString: { passwordLength: 40, excludePunctuation: true },
      ...(this.props.settings.encryptionKey && { encryptionKey: this.props.settings.encryptionKey }),
    });
  }
}

/** `POST /v5/ad_accounts/{ad_account_id}/events` → `PostV5AdAccountsEvents`. */
function routeId({ method, path }: Route): string {
  const words = `${method} ${path.replace(/\{\w+\}/g, '')}`.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
