/** What is wrong with the options for a custom domain name: they only make sense together. */
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
        (prop) =>
          `"${prop}" needs "domainName"; set it to the host name of the endpoint, such as "events.shop.example"`,
      );
  }
  const faults: string[] = [];
  if (certificateArn === undefined && hostedZoneId === undefined) {
    faults.push(
      '"domainName" needs a certificate; set "certificateArn" to an existing one, or "hostedZoneId" to the Route 53 zone through which a new one is validated',
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

/** API Gateway accepts only a certificate in its own region. `region` may be known only at deployment. */
export function certificateRegionFaults(certificateArn: string | undefined, region: string): string[] {
  const certified = CERTIFICATE_ARN.exec(certificateArn ?? '')?.[1];
  return certified === undefined || certified === region || isToken(region)
    ? []
    : [
        `"certificateArn" is in ${certified}, but this deployment goes to ${region}; use a certificate in ${region} (only ` +
          `CloudFront requires one in us-east-1), or deploy to ${certified}: AWS_REGION=${certified}`,
      ];
}
