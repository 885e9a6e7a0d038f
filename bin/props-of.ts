/** A deployment as conversions.json writes it → props of the construct. */
import { Duration } from 'aws-cdk-lib';
import type { PinterestConversionsProps } from '../lib';
import type { Deployment } from './read-config';

/** Props that are durations; the file has them as ISO 8601 texts. */
export const DURATION_PROPS = ['maximumEventAge', 'silenceThreshold', 'deliveryDelayThreshold'] as const;

export type DurationProp = (typeof DURATION_PROPS)[number];

export function propsOf(deployment: Deployment & { readonly adAccountId: string }): PinterestConversionsProps {
  const { $schema: _schema, stackName: _stack, plannedPauses, ...rest } = deployment;
  const props: { [prop: string]: unknown } = { ...rest };
  for (const prop of DURATION_PROPS) {
    const text = rest[prop];
    if (text !== undefined) props[prop] = Duration.parse(text);
  }
  return {
    ...(props as Omit<typeof rest, DurationProp> & { readonly [prop in DurationProp]?: Duration }),
    ...(plannedPauses && {
      plannedPauses: plannedPauses.map(({ duration, ...pause }) => ({ ...pause, duration: Duration.parse(duration) })),
    }),
  };
}
