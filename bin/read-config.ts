/** The text of conversions.json → the deployments that it asks for, or one error that names everything wrong. */
import type { DefinedError } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import schema from '../conversions.schema.json';
import type { PinterestConversionsProps, PlannedPause } from '../lib';
import { ConfigError } from './config-error';
import { jsonFault } from './json-fault';
import type { DurationProp } from './props-of';
import { schemaFault } from './schema-fault';

/** Props that are resources of AWS; who has those writes an app of their own. */
type ResourceProp =
  | 'alarmTopic'
  | 'tokenSecret'
  | 'ingestKeySecret'
  | 'encryptionKey'
  | 'vpc'
  | 'vpcSubnets'
  | 'securityGroups'
  | 'rolePermissionsBoundary'
  | 'serverAuthorizer';

/** One entry. Each key but the first two is a prop of the construct; durations are ISO 8601 texts. */
export interface Deployment
  extends Partial<Omit<PinterestConversionsProps, DurationProp | 'plannedPauses' | ResourceProp>>,
    Readonly<Partial<Record<DurationProp, string>>> {
  readonly $schema?: string;
  readonly stackName?: string;
  readonly plannedPauses?: readonly (Omit<PlannedPause, 'duration'> & { readonly duration: string })[];
}

const validate = new Ajv2020({ allErrors: true, verbose: true }).compile<Deployment | Deployment[]>(schema);

export function readConfig(text: string, file: string): Deployment[] {
  const config = parse(text.replace(/^\uFEFF/, ''), file);
  if (!validate(config)) {
    const errors = (validate.errors ?? []) as DefinedError[];
    throw new ConfigError(file, [...new Set(errors.filter(({ keyword }) => keyword !== 'if').map(schemaFault))]);
  }
  const deployments = [config].flat();
  if (deployments.length === 0) {
    throw new ConfigError(file, [
      'the list is empty; write one object, such as {"allowedOrigins": ["https://www.shop.example"]}',
    ]);
  }
  return deployments;
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ConfigError(file, [jsonFault(text)]);
  }
}
