/** One run of the scale model: fair weather, an outage, and the time until its backlog has drained. */
import { SENDER_LIMITS } from '../../contract/sender-limits';
import { type Batching, Poller } from './poller';
import { type Setting, STEP_SECONDS } from './setting';
import type { TokenQueue } from './token-queue';
import { World } from './world';

export interface Outcome {
  readonly setting: Setting;
  /** Seconds, of events accepted in the hours after the outage; NaN when none was delivered. */
  readonly fresh: { readonly median: number; readonly p99: number; readonly longest: number };
  /** Share of the fresh events that waited for longer than a minute. */
  readonly overAMinute: number;
  /** Seconds from the end of the outage to the last event of its last hour. */
  readonly lastHour: number;
  /** Events, when the outage ended. */
  readonly waited: number;
  /** Hours after the outage; NaN when patience was over before. */
  readonly drainHours: number;
  readonly packs: number;
  readonly events: number;
  readonly sqsRequests: number;
  readonly calls: number;
  readonly mostCallsAMinute: number;
  readonly left: number;
}

/** Of fair weather before the outage. */
const LEAD_SECONDS = 60;
const MAIN: Batching = { size: SENDER_LIMITS.batchSize, windowSeconds: SENDER_LIMITS.batchingWindowSeconds };

export function simulate(setting: Setting): Outcome {
  const world = new World(setting);
  const { outageSeconds } = world;
  const pollers = [
    ...started(world, world.main, MAIN, setting.pollers),
    ...(setting.design === 'backlog queue' ? packPollers(world) : []),
  ];
  const arrivals = new Arrivals(world);
  const freshUntil = outageSeconds + setting.freshHours * 3_600;
  let [waited, packs] = [0, 0];
  for (let step = 0; ; step++) {
    const now = -LEAD_SECONDS + step * STEP_SECONDS;
    arrivals.until(now);
    world.main.reveal(now);
    world.backlog.reveal(now);
    // all of them wait for messages, and none is always the first.
    const first = world.random.below(pollers.length);
    for (let turn = 0; turn < pollers.length; turn++) pollers[(first + turn) % pollers.length]?.step(now);
    if (now < outageSeconds) [waited, packs] = [world.waiting, world.backlog.waiting + world.backlog.inFlight];
    const isDrained = world.waiting === 0 && now > freshUntil + LEAD_SECONDS;
    if (isDrained || now > outageSeconds + setting.patienceHours * 3_600) break;
  }
  return {
    setting,
    fresh: { median: world.fresh.quantile(0.5), p99: world.fresh.quantile(0.99), longest: world.fresh.quantile(1) },
    overAMinute: world.fresh.shareOver(60),
    lastHour: world.lastHour.quantile(1),
    waited: waited * world.eventsAToken,
    drainHours: (world.drainedAt - outageSeconds) / 3_600,
    packs,
    events: arrivals.count * world.eventsAToken,
    sqsRequests: world.requests.count,
    calls: world.pinterest.calls,
    mostCallsAMinute: world.pinterest.mostCallsAMinute,
    left: world.undelivered * world.eventsAToken,
  };
}

const packPollers = (world: World): Poller[] => {
  const { pollers, batchSize, windowSeconds } = world.setting.backlog;
  return started(world, world.backlog, { size: batchSize, windowSeconds }, pollers);
};

/** Not all at the same moment, as they are not in life. */
const started = (world: World, queue: TokenQueue, batching: Batching, count: number): Poller[] =>
  Array.from({ length: count }, (_, index) => new Poller(world, queue, batching, -LEAD_SECONDS + (2 * index) / count));

/** Requests at random times, evenly over all hours. */
class Arrivals {
  public count = 0;
  private nextAt = -LEAD_SECONDS;

  public constructor(private readonly world: World) {}

  public until(now: number): void {
    const { random, setting, eventsAToken, requests } = this.world;
    const { rate, mostARequest } = setting;
    while (this.nextAt <= now) {
      const tokens = random.whole(1, mostARequest);
      for (let made = 0; made < tokens; made++) this.world.accepted(this.nextAt);
      this.count += tokens;
      requests.settle(mostARequest > 1 ? tokens : 10 * eventsAToken);
      const average = ((1 + mostARequest) / 2) * (eventsAToken / rate);
      this.nextAt += -Math.log(1 - random()) * average;
    }
  }
}
