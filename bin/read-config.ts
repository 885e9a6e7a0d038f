/** The text of conversions.json → its deployments, or one error that names every fault. */
import type { DefinedError } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import schema from '../conversions.schema.json';
import type { PinterestConversionsProps, PlannedPause } from '../lib';
import type { DurationOption, ResourceOption } from '../lib/options/table';
import { ConfigError } from './config-error';
import { readJsonWithComments } from './json-text';
import { schemaFault } from './schema-fault';

/** One entry. Each key except the first two is a prop of the construct; durations are ISO 8601 texts. */
export interface Deployment
  extends Partial<Omit<PinterestConversionsProps, DurationOption | 'plannedPauses' | ResourceOption>>,
    Readonly<Partial<Record<DurationOption, string>>> {
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
  const read = readJsonWithComments(text);
  if ('fault' in read) throw new ConfigError(file, [read.fault]);
  return read.value;
}
