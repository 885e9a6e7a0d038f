/** What the one-machine run takes from the owner's conversions.json: the same file, checked as for a deployment. */
import { existsSync, readFileSync } from 'node:fs';
import { ConfigError } from '../bin/config-error';
import { propsOf } from '../bin/props-of';
import { type Deployment, readConfig } from '../bin/read-config';
import type { PinterestConversionsProps } from '../lib';
import { propFaults } from '../lib/validate-props';

/** Of no one: stands in for the owner's where the destination is on this machine. */
export const LOCAL_AD_ACCOUNT = '549755885175';

export type OwnerConfig = Partial<PinterestConversionsProps>;

/** @param adAccountId Chooses among the deployments of a file that holds several. */
export function readOwnerConfig(file: string, adAccountId: string | undefined): OwnerConfig {
  if (!existsSync(file)) return {};
  const deployment = chosen(readConfig(readFileSync(file, 'utf8'), file), file, adAccountId);
  const props = propsOf({ ...deployment, adAccountId: deployment.adAccountId ?? LOCAL_AD_ACCOUNT });
  const faults = propFaults(props);
  if (faults.length > 0) throw new ConfigError(file, faults);
  return { ...props, adAccountId: deployment.adAccountId };
}

function chosen(deployments: readonly Deployment[], file: string, adAccountId: string | undefined): Deployment {
  const [first, ...others] = deployments;
  const own = others.length === 0 ? first : deployments.find((deployment) => deployment.adAccountId === adAccountId);
  if (own === undefined) {
    const ids = deployments.map((deployment) => deployment.adAccountId ?? 'none').join(', ');
    throw new ConfigError(file, [`it holds several deployments (${ids}); set PINTEREST_AD_ACCOUNT_ID to one of them`]);
  }
  return own;
}
