/** The three parts of the traffic: Pinterest well, out for everything, and well again; bad events are in each. */
import { eventually, must, step } from '../../test/deploy/steps';
import type { Line } from './line';
import type { Traffic } from './traffic';

const PART_SECONDS = 12;
const OUTAGE_SECONDS = 20;

/**
 * For good events while Pinterest is well, from the shop's POST to Pinterest's 200. The batching window takes up to 2 s. Beside all bad
 * kinds at once, the POST that hangs costs its time limit of 3 s as a whole, as a half and as a quarter, and then alone.
 */
const LIMITS = { medianSeconds: 5, p99Seconds: 25 };

/** The breaker's longest pause of 30 s, then the back-off of an event that was tried three times in vain. */
const AFTER_OUTAGE_SECONDS = 60;

export async function well(title: string, { pinterest }: Line, traffic: Traffic): Promise<void> {
  await step(title, async () => {
    const end = Date.now() + PART_SECONDS * 1_000;
    const good = await traffic.flow({ isOver: () => Date.now() >= end, badAfterSeconds: 3 });
    await eventually('every good event to arrive', LIMITS.p99Seconds + 5, () => areTaken(good, pinterest));
    const delays = good.map((id) => (pinterest.taken.get(id)?.[0] ?? 0) - (traffic.accepted.get(id) ?? 0));
    const [median, p99] = [quantile(delays, 0.5), quantile(delays, 0.99)];
    must(median <= LIMITS.medianSeconds, `the median delay is ${median} s`);
    must(p99 <= LIMITS.p99Seconds, `the 99th percentile of the delays is ${p99} s`);
    const limits = `at most ${LIMITS.medianSeconds} and ${LIMITS.p99Seconds} are allowed`;
    return `${good.length} good events; median ${median} s, p99 ${p99} s (${limits}), longest ${quantile(delays, 1)} s`;
  });
}

export async function outage({ pinterest }: Line, traffic: Traffic): Promise<void> {
  await step(`${OUTAGE_SECONDS} s of 503 for everything: what was accepted meanwhile arrives afterwards`, async () => {
    const end = Date.now() + OUTAGE_SECONDS * 1_000;
    pinterest.setOut(true);
    const during = await traffic.flow({ isOver: () => Date.now() >= end, badAfterSeconds: 8 });
    pinterest.setOut(false);
    const latest = Date.now() + AFTER_OUTAGE_SECONDS * 1_000;
    const isOver = () => Date.now() >= latest || areTaken(during, pinterest) !== undefined;
    const afterwards = await traffic.flow({ isOver, badAfterSeconds: Number.POSITIVE_INFINITY });
    const late = during.filter((id) => !pinterest.taken.has(id)).length;
    must(late === 0, `${late} of ${during.length} have not arrived ${AFTER_OUTAGE_SECONDS} s after its end`);
    await eventually('the events sent after it to arrive', LIMITS.p99Seconds + 5, () =>
      areTaken(afterwards, pinterest),
    );
    const waits = during.map((id) => (pinterest.taken.get(id)?.[0] ?? 0) - end);
    const spread = `median ${quantile(waits, 0.5)} s, last ${quantile(waits, 1)} s`;
    return `${during.length} good events; after its end: first ${quantile(waits, 0)} s, ${spread} (at most ${AFTER_OUTAGE_SECONDS})`;
  });
}

const areTaken = (ids: readonly string[], { taken }: Line['pinterest']): true | undefined =>
  ids.every((id) => taken.has(id)) || undefined;

/** Seconds of a share of the milliseconds. */
function quantile(milliseconds: readonly number[], share: number): number {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return Math.round((sorted[at] ?? 0) / 100) / 10;
}
