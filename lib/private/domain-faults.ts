/** What is wrong with the props of the shop's own host for the endpoint: they only make sense together. */
import type { PinterestConversionsProps } from '../pinterest-conversions-props';
import { isToken } from './rules';

export const isHost = (text: string): boolean =>
  text.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(text);

export function domainFaults(props: PinterestConversionsProps): string[] {
  const { domainName, certificateArn, hostedZoneId, cookieDomain } = props;
  if (domainName === undefined) {
    return (['certificateArn', 'hostedZoneId', 'cookieDomain'] as const)
      .filter((prop) => props[prop] !== undefined)
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
