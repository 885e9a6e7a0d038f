/** Metrics in log lines (embedded metric format), read as CloudWatch reads them. */
import { metricKey } from './metric-store';

export interface Reported {
  readonly key: string;
  readonly values: readonly number[];
}

interface EmfLine {
  readonly _aws?: {
    readonly CloudWatchMetrics: readonly {
      readonly Namespace: string;
      readonly Dimensions: readonly (readonly string[])[];
      readonly Metrics: readonly { readonly Name: string }[];
    }[];
  };
  readonly [name: string]: unknown;
}

/** Every metric of a line, once for each set of its dimensions. */
export function readEmf(line: string): Reported[] {
  const emf: EmfLine = JSON.parse(line);
  return (emf._aws?.CloudWatchMetrics ?? []).flatMap(({ Namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) =>
      Metrics.map(({ Name }) => ({
        key: metricKey(
          Namespace,
          Name,
          names.map((name) => String(emf[name])),
        ),
        values: [emf[Name]].flat().map(Number),
      })),
    ),
  );
}
