/**
 * The endpoint under the shop's own domain, such as events.shop.example: only there are its cookies first-party, and only
 * there do they last in browsers that shorten the lifetime of cookies set by scripts.
 */
import * as apigw from 'aws-cdk-lib/aws-apigatewayv2';
import * as acm from 'aws-cdk-lib/aws-certificatemanager';
import * as route53 from 'aws-cdk-lib/aws-route53';
import { ApiGatewayv2DomainProperties } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';

export interface CustomDomainProps {
  readonly api: apigw.HttpApi;
  readonly stage: apigw.IHttpStage;
  readonly domainName: string;
  /** In the region of the stack; without it, one is created and validated through the hosted zone. */
  readonly certificateArn?: string | undefined;
  readonly hostedZoneId?: string | undefined;
}

export class CustomDomain extends Construct {
  /** Target of the host's DNS record, for owners who create the record themselves. */
  public readonly target: string;

  public constructor(scope: Construct, id: string, props: CustomDomainProps) {
    super(scope, id);
    const { api, stage, domainName, certificateArn, hostedZoneId } = props;
    const zone = hostedZoneId ? route53.HostedZone.fromHostedZoneId(this, 'Zone', hostedZoneId) : undefined;
    const certificate = certificateArn
      ? acm.Certificate.fromCertificateArn(this, 'Certificate', certificateArn)
      : new acm.Certificate(this, 'Certificate', { domainName, validation: acm.CertificateValidation.fromDns(zone) });

    const domain = new apigw.DomainName(this, 'Resource', { domainName, certificate });
    new apigw.ApiMapping(this, 'Mapping', { api, domainName: domain, stage });
    this.target = domain.regionalDomainName;
    if (zone === undefined) return;
    const target = route53.RecordTarget.fromAlias(
      new ApiGatewayv2DomainProperties(domain.regionalDomainName, domain.regionalHostedZoneId),
    );
    // the trailing dot makes the name fully qualified: the name of the zone is not known here.
    for (const Record of [route53.ARecord, route53.AaaaRecord]) {
      new Record(this, Record.name, { zone, recordName: `${domainName}.`, target });
    }
  }
}
