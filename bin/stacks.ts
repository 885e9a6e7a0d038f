/** Deployments → stacks, one for each. */
import type { App } from 'aws-cdk-lib';
import { PinterestConversionsStack } from '../lib';
import { certificateRegionFaults } from '../lib/private/domain-faults';
import { InvalidPropsError } from '../lib/private/invalid-props-error';
import { ConfigError } from './config-error';
import { propsOf } from './props-of';
import type { Deployment } from './read-config';

const STACK = 'PinterestConversions';

const WHERE_IT_IS =
  'Pinterest Ads Manager shows yours in the address bar after /advertiser/, and in the account menu at the top left';

/**
 * @param adAccountId replaces the one in the file if the file contains a single deployment
 * @param region where the CDK deploys stacks that do not set a region, as these do not
 */
export function addStacks(
  app: App,
  deployments: readonly Deployment[],
  file: string,
  adAccountId?: string,
  region?: string,
): void {
  const single = deployments.length === 1;
  if (adAccountId !== undefined && !single) {
    throw new ConfigError(file, [
      `it contains ${deployments.length} deployments, so "-c adAccountId=…" is ambiguous; add an "adAccountId" to each`,
    ]);
  }
  const faults = [...sharedDomains(deployments), ...foreignCertificates(deployments, region)];
  if (faults.length > 0) throw new ConfigError(file, faults);
  for (const [index, deployment] of deployments.entries()) {
    const id = adAccountId ?? deployment.adAccountId;
    if (id === undefined) throw new ConfigError(file, [missingAdAccountId(single, index)]);
    const stack = deployment.stackName ?? (single ? STACK : `${STACK}-${id}`);
    if (app.node.tryFindChild(stack) !== undefined) {
      throw new ConfigError(file, [
        `two deployments would create the stack "${stack}"; give one of them another "stackName"`,
      ]);
    }
    addStack(app, stack, { ...deployment, adAccountId: id }, file);
  }
}

function addStack(app: App, id: string, deployment: Deployment & { adAccountId: string }, file: string): void {
  try {
    new PinterestConversionsStack(app, id, { ...propsOf(deployment), stackName: deployment.stackName });
  } catch (error) {
    throw error instanceof InvalidPropsError ? new ConfigError(file, error.faults) : error;
  }
}

/** A host name belongs to one API in one region: the second stack would fail. */
function sharedDomains(deployments: readonly Deployment[]): string[] {
  const hosts = deployments.map(({ domainName }) => domainName).filter((host) => host !== undefined);
  return [...new Set(hosts.filter((host, index) => hosts.indexOf(host) < index))].map(
    (host) =>
      `two deployments have the "domainName" "${host}"; give each its own host name, such as "${host.replace('.', '-2.')}"`,
  );
}

const foreignCertificates = (deployments: readonly Deployment[], region: string | undefined): string[] =>
  region === undefined
    ? []
    : deployments.flatMap(({ certificateArn }) => certificateRegionFaults(certificateArn, region));

const missingAdAccountId = (single: boolean, index: number): string =>
  single
    ? `"adAccountId" is missing. ${WHERE_IT_IS}. Pass it with "-c adAccountId=<yours>", or add "adAccountId": "<yours>" to the file`
    : `"[${index}].adAccountId" is missing. ${WHERE_IT_IS}. Add "adAccountId": "<yours>" to the file`;
