/** `npm run example`: sends the day of a shop to the running stack and tells what became of each event. */
import path from 'node:path';
import { makeDay } from './day';
import { awaitDelivery } from './sending/delivery';
import { sendDay } from './sending/send';
import { count, summarise } from './sending/summary';
import { Failure, readTarget } from './sending/target';

const STATE_FILE = path.join('.cache', 'local-stack.json');
const DELIVERY_SECONDS = 60;

async function main(): Promise<void> {
  const target = readTarget(process.env, STATE_FILE);
  const now = Date.now();
  const run = `day-${now.toString(36)}`;
  const day = makeDay({ now, run });
  const fromPages = day.filter(({ via }) => via === 'browser').length;
  console.log(`The day of a shop: ${count(day.length)} events, ${fromPages} from browsers one by one to /collect,`);
  console.log(`${day.length - fromPages} from back ends, app and tills in batches to /events of ${target.endpoint}.\n`);

  const outcomes = await sendDay(day, target);
  console.log(
    `Sent in ${secondsSince(now)}${target.simulator ? `; waiting until all has arrived, ${DELIVERY_SECONDS} s at most.` : '.'}\n`,
  );
  const delivery =
    target.simulator && (await awaitDelivery(outcomes, target.simulator, { run, seconds: DELIVERY_SECONDS }));

  const { lines, asExpected } = summarise(outcomes, delivery || undefined);
  for (const line of lines) console.log(line);
  process.exitCode = asExpected ? 0 : 1;
}

const secondsSince = (start: number): string => `${((Date.now() - start) / 1_000).toFixed(1)} s`;

main().catch((error: unknown) => {
  console.error(error instanceof Failure ? error.message : error);
  // Other pages may still be sending.
  process.exit(1);
});
