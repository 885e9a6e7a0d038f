/** What is wrong with the props of the shop's own host for the endpoint: they only make sense together. */
import type { PinterestConversionsProps } from '../pinterest-conversions-props';
import { isToken } from './rules';

/** With its region. */
export const CERTIFICATE_ARN = /^arn:aws[a-z-]*:acm:([a-z0-9-]+):\d{12}:certificate\/\S+$/;

export const HOST = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

export function domainFaults(props: PinterestConversionsProps): string[] {
  const { domainName, certificateArn, hostedZoneId, cookieDomain } = props;
  if (domainName === undefined) {
    return (['certificateArn', 'hostedZoneId', 'disableExecuteApiEndpoint', 'cookieDomain'] as const)
      .filter((prop) => props[prop] !== undefined && props[prop] !== false)
      .map(
        (prop) => `"${prop}" needs "domainName"; write the host that the endpoint gets, such as "events.shop.example"`,
      );
  }
  const faults: string[] = [];
  if (certificateArn === undefined && hostedZoneId === undefined) {
    faults.push(
      '"domainName" needs a certificate; write the "certificateArn" of one, or the "hostedZoneId" of the Route 53 zone, in which one is then made',
    );
  }
  if (cookieDomain !== undefined && !isToken(domainName) && !isToken(cookieDomain)) {
    const within = domainName === cookieDomain || domainName.endsWith(`.${cookieDomain}`);
    if (!within) {
      faults.push(
        `"cookieDomain" must be "domainName" or a domain above it, got "${cookieDomain}"; write "${domainName.slice(domainName.indexOf('.') + 1)}"`,
      );
    }
  }
  return faults;
}

/** API Gateway takes a certificate of its own region only. `region` may be known only at deployment. */
export function certificateRegionFaults(certificateArn: string | undefined, region: string): string[] {
  const certified = CERTIFICATE_ARN.exec(certificateArn ?? '')?.[1];
  return certified === undefined || certified === region || isToken(region)
    ? []
    : [
        `"certificateArn" is of ${certified}, and this deployment goes to ${region}; give a certificate of ${region} (only ` +
          `CloudFront wants one of us-east-1), or deploy to ${certified}: AWS_REGION=${certified}`,
      ];
}
