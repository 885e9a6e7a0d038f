/** Metrics as the functions write them: EMF log lines, read as CloudWatch reads them. */
import { SENDER_ENVIRONMENT } from '../../contract/sender-environment';
import { createTelemetry, type Telemetry } from '../../lambda/telemetry/telemetry';
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

/** The telemetry of the functions, Powertools and all, for a pipeline; what it writes goes to `take`. */
export const listeningTelemetry = (pipeline: string, take: (reported: readonly Reported[]) => void): Telemetry =>
  telemetryInto((lines) => take(lines.flatMap(readEmf)), { pipeline, detailed: true });

/** The same, with the lines as they are written. */
export function telemetryInto(
  take: (lines: readonly string[]) => void,
  { pipeline, detailed }: { readonly pipeline: string; readonly detailed: boolean },
): Telemetry {
  Object.assign(process.env, {
    // In this mode Powertools writes to the console of the process, where this can listen.
    POWERTOOLS_DEV: 'true',
    POWERTOOLS_METRICS_DISABLED: 'false',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    [SENDER_ENVIRONMENT.names.pipeline]: pipeline,
  });
  const telemetry = createTelemetry({ detailed });
  return {
    ...telemetry,
    flush: () => {
      const { log } = console;
      const lines: string[] = [];
      console.log = (line: string) => lines.push(line);
      try {
        telemetry.flush();
      } finally {
        console.log = log;
      }
      take(lines);
    },
  };
}
