/** A deployment as conversions.json writes it → props of the construct. */
import { Duration } from 'aws-cdk-lib';
import type { PinterestConversionsProps } from '../lib';
import type { Deployment } from './read-config';

export function propsOf(deployment: Deployment & { readonly adAccountId: string }): PinterestConversionsProps {
  const { $schema: _schema, stackName: _stack, maximumEventAge, ...props } = deployment;
  return { ...props, ...(maximumEventAge !== undefined && { maximumEventAge: Duration.parse(maximumEventAge) }) };
}
