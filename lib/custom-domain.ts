/**
 * The endpoint under a host of the shop's own, such as events.shop.example: only there are its cookies first-party, and
 * only there do they last in browsers that cut short what scripts set.
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
  /** Of the stack's own region; without it, one is made and proven through the hosted zone. */
  readonly certificateArn?: string | undefined;
  readonly hostedZoneId?: string | undefined;
}

export class CustomDomain extends Construct {
  /** What a DNS record of the host has to point at, where there is no hosted zone to write it into. */
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
    // the closing dot makes the name whole: the zone's own name is not known here.
    for (const Record of [route53.ARecord, route53.AaaaRecord]) {
      new Record(this, Record.name, { zone, recordName: `${domainName}.`, target });
    }
  }
}
