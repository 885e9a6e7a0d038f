/** The owner's conversions.json for the one-machine run: the same file, checked as for a deployment. */
import { existsSync, readFileSync } from 'node:fs';
import { ConfigError } from '../bin/config-error';
import { propsOf } from '../bin/props-of';
import { type Deployment, readConfig } from '../bin/read-config';
import { SENDER_ENVIRONMENT } from '../contract/sender-environment';
import { type Settled, settled } from '../lib/options/table';
import { propFaults } from '../lib/validate-props';

/** Belongs to nobody; it replaces the owner's ad account when events stay on this machine. */
export const LOCAL_AD_ACCOUNT = '549755885175';

export type OwnerConfig = Omit<Settled, 'adAccountId'> & { readonly adAccountId?: string | undefined };

/** @param adAccountId Chooses among the deployments of a file that holds several. */
export function readOwnerConfig(file: string, adAccountId: string | undefined): OwnerConfig {
  if (!existsSync(file)) return { ...settled({ adAccountId: LOCAL_AD_ACCOUNT }), adAccountId: undefined };
  const deployment = chosen(readConfig(readFileSync(file, 'utf8'), file), file, adAccountId);
  const props = propsOf({ ...deployment, adAccountId: deployment.adAccountId ?? LOCAL_AD_ACCOUNT });
  const faults = propFaults(props);
  if (faults.length > 0) throw new ConfigError(file, faults);
  return { ...settled(props), adAccountId: deployment.adAccountId };
}

function chosen(deployments: readonly Deployment[], file: string, adAccountId: string | undefined): Deployment {
  const [first, ...others] = deployments;
  const own = others.length === 0 ? first : deployments.find((deployment) => deployment.adAccountId === adAccountId);
  if (own === undefined) {
    const ids = deployments.map((deployment) => deployment.adAccountId ?? 'none').join(', ');
    throw new ConfigError(file, [
      `it contains several deployments (${ids}); set ${SENDER_ENVIRONMENT.names.adAccountId} to one of them`,
    ]);
  }
  return own;
}
