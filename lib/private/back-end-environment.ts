/** What a back end is told through its environment. Two pipelines under one name would send events to the wrong account. */
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { ConnectOptions } from '../connect-options';
import { shown } from './rules';

const DEFAULT_PREFIX = 'CONVERSIONS_';

/** Which pipeline a function knows under a prefix. */
const taken = new WeakMap<lambda.Function, Map<string, Construct>>();

export function addToEnvironment(
  pipeline: Construct,
  backEnd: lambda.Function,
  { environmentPrefix = DEFAULT_PREFIX }: ConnectOptions,
  variables: { readonly [name: string]: string },
): void {
  if (!/^[A-Za-z]\w*$/.test(environmentPrefix)) {
    throw new Error(
      `"environmentPrefix" must be letters, digits and underscores with a letter first, got ${shown(environmentPrefix)}; ` +
        `write one such as "${DEFAULT_PREFIX}"`,
    );
  }
  const byPrefix = taken.get(backEnd) ?? new Map<string, Construct>();
  const other = byPrefix.get(environmentPrefix);
  if (other !== undefined && other !== pipeline) {
    throw new Error(
      `"${backEnd.node.path}" is connected to "${other.node.path}" under "${environmentPrefix}" already; connect ` +
        `"${pipeline.node.path}" with an "environmentPrefix" of its own`,
    );
  }
  taken.set(backEnd, byPrefix.set(environmentPrefix, pipeline));
  for (const [name, value] of Object.entries(variables)) backEnd.addEnvironment(`${environmentPrefix}${name}`, value);
}
