/** `npm start`: builds the functions, starts the whole system on this machine and shows what it does until Ctrl-C. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildAssets } from '../scripts/build-assets';
import { readOwnerConfig } from './config';
import { AD_ACCOUNT_VARIABLE, readSettings, type Settings, SettingsError } from './settings';
import { type LocalStack, startStack } from './stack';
import { showAnswer, showPinterestRequest, showRun, showStart } from './terminal';

const CONFIG_FILE = 'conversions.json';

/** Where `npm run example` finds the running stack. */
const STATE_FILE = path.join('.cache', 'local-stack.json');

async function main(): Promise<void> {
  const config = readOwnerConfig(CONFIG_FILE, process.env[AD_ACCOUNT_VARIABLE]);
  const settings = readSettings(process.env, config.adAccountId);
  await buildAssets();
  const stack = await startStack({
    settings,
    config,
    onAnswer: showAnswer,
    onRun: showRun,
    onPinterestRequest: showPinterestRequest,
  });
  writeState(stack, settings);
  showStart(stack.endpoint, settings.ingestKey, destinationText(settings, stack));
  endOnSignal(stack);
}

function destinationText({ destination, adAccountId }: Settings, { simulatorUrl }: LocalStack): string {
  if (destination.kind === 'simulator')
    return `its own Pinterest simulator, ${simulatorUrl} (nothing leaves this machine)`;
  const mode = destination.live
    ? 'LIVE: events count'
    : 'as test events, which do not count; PINTEREST_LIVE=1 changes that';
  return `${destination.apiUrl}, ad account ${adAccountId} (${mode})`;
}

/** Readable by this user alone: it holds the ingest key. */
function writeState({ endpoint, simulatorUrl }: LocalStack, { ingestKey }: Settings): void {
  mkdirSync(path.dirname(STATE_FILE), { recursive: true });
  const simulator = simulatorUrl === undefined ? null : new URL(simulatorUrl).origin;
  writeFileSync(STATE_FILE, JSON.stringify({ endpoint, ingestKey, simulator }), { mode: 0o600 });
}

function endOnSignal(stack: LocalStack): void {
  let ending = false;
  const end = async () => {
    if (ending) process.exit(130);
    ending = true;
    console.log('\nStopping: queued events are delivered first; press Ctrl-C again to stop at once.');
    const left = await stack.stop();
    rmSync(STATE_FILE, { force: true });
    console.log(
      left === 0
        ? 'Everything accepted was delivered or put aside.'
        : `${left} events were still queued and are lost, because this queue is only in memory.`,
    );
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

main().catch((error: unknown) => {
  if (error instanceof SettingsError) {
    for (const problem of error.problems) console.error(problem);
  } else if (error instanceof Error && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    console.error(
      `port ${(error as { port?: number }).port} is in use; stop the process that uses it, or set PORT to another port`,
    );
  } else {
    console.error(error instanceof Error ? error.message : error);
  }
  process.exit(1);
});
