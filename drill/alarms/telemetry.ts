/** The telemetry of the functions, where the drill can listen to it. */
import { SENDER_ENVIRONMENT } from '../../contract/sender-environment';
import { createTelemetry, type Telemetry } from '../../lambda/telemetry/telemetry';
import { type Reported, readEmf } from '../../sim/cloudwatch/emf';

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
