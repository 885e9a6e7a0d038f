/** A deployment as conversions.json writes it → props of the construct. */
import { Duration } from 'aws-cdk-lib';
import type { PinterestConversionsProps } from '../lib';
import { DURATION_OPTIONS, type DurationOption } from '../lib/options/table';
import type { Deployment } from './read-config';

export function propsOf(deployment: Deployment & { readonly adAccountId: string }): PinterestConversionsProps {
  const { $schema: _schema, stackName: _stack, plannedPauses, ...rest } = deployment;
  const props: { [prop: string]: unknown } = { ...rest };
  for (const prop of DURATION_OPTIONS) {
    const text = rest[prop];
    if (text !== undefined) props[prop] = Duration.parse(text);
  }
  return {
    ...(props as Omit<typeof rest, DurationOption> & { readonly [prop in DurationOption]?: Duration }),
    ...(plannedPauses && {
      plannedPauses: plannedPauses.map(({ duration, ...pause }) => ({ ...pause, duration: Duration.parse(duration) })),
    }),
  };
}
