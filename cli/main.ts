/** `cdk-pinterest-conversions <command>`: the command line for operators of a deployed pipeline. */
import { parseArgs } from 'node:util';
import { type CommandResult, sendTestEvent } from './test-event';

const USAGE = `usage: INGEST_KEY=<key> cdk-pinterest-conversions send-test <endpoint> [--event <name>]

  send-test   sends one event that Pinterest checks but does not count

  <endpoint>  the stack output "Endpoint"
  --event     name of the event (default: checkout)
  INGEST_KEY  value of the secret named by the stack output "IngestKeySecretArn"`;

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

export async function main(args: readonly string[], { env, fetch, now }: Surroundings): Promise<CommandResult> {
  const parsed = parse(args);
  if (parsed?.values.help) return { ok: true, text: USAGE };
  const [command, endpoint, ...more] = parsed?.positionals ?? [];
  if (parsed === undefined || command !== 'send-test' || endpoint === undefined || more.length > 0) {
    return { ok: false, text: USAGE };
  }
  const ingestKey = env.INGEST_KEY?.trim();
  if (!ingestKey) return { ok: false, text: `INGEST_KEY is not set\n\n${USAGE}` };
  return sendTestEvent({ endpoint, ingestKey, eventName: parsed.values.event, fetch, now: now() });
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { event: { type: 'string', default: 'checkout' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch {
    return undefined;
  }
}
