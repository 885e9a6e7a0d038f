/** The environment variables of a back end. Two pipelines under one prefix would send events to the wrong account. */
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { ConnectOptions } from '../connect-options';
import { shown } from './rules';

const DEFAULT_PREFIX = 'CONVERSIONS_';

/** The pipeline that each function uses under a prefix. */
const taken = new WeakMap<lambda.Function, Map<string, Construct>>();

export function addToEnvironment(
  pipeline: Construct,
  backEnd: lambda.Function,
  { environmentPrefix = DEFAULT_PREFIX }: ConnectOptions,
  variables: { readonly [name: string]: string },
): void {
  if (!/^[A-Za-z]\w*$/.test(environmentPrefix)) {
    throw new Error(
      `"environmentPrefix" must consist of letters, digits and underscores and start with a letter, got ${shown(environmentPrefix)}; ` +
        `write one such as "${DEFAULT_PREFIX}"`,
    );
  }
  const byPrefix = taken.get(backEnd) ?? new Map<string, Construct>();
  const other = byPrefix.get(environmentPrefix);
  if (other !== undefined && other !== pipeline) {
    throw new Error(
      `"${backEnd.node.path}" is already connected to "${other.node.path}" under the prefix "${environmentPrefix}"; connect ` +
        `"${pipeline.node.path}" with another "environmentPrefix"`,
    );
  }
  taken.set(backEnd, byPrefix.set(environmentPrefix, pipeline));
  for (const [name, value] of Object.entries(variables)) backEnd.addEnvironment(`${environmentPrefix}${name}`, value);
}
