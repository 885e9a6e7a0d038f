/**
 * The model against something that it is not: the drill, which runs the real sender on single messages, at a size that it can
 * do. Both have the same traffic, outage and poll rate.
 */
import { drill, type Plan } from '../drill';
import { NO_HAZARDS } from '../world';
import { Delays } from './delays';
import { DEFAULTS, type Design, PUBLISHED, type Setting } from './setting';
import { simulate } from './simulate';
import { count, span } from './text';

/** The queues that `drill/` has now. */
const DRILLED: Design = 'backlog queue';

const LEAD_HOURS = 2;
const OUTAGE_HOURS = 6;
const AFTER_HOURS = 2;
const HOUR_MS = 3_600_000;

/** Of the drill's callers. */
const MOST_A_REQUEST = 40;

export const JUDGE_HEAD = [
  `${OUTAGE_HOURS} h at 1/s, 2 pollers`,
  'waited at the end',
  'fresh events: median',
  'p99',
  'longest',
  'drained after',
] as const;

interface Figures {
  readonly waited: number;
  readonly fresh: Delays | { readonly quantile: (share: number) => number };
  readonly drainHours: number;
}

export async function judgeRows(inFlight: readonly number[]): Promise<string[][]> {
  const rows: string[][] = [];
  for (const mostInFlight of inFlight) {
    const name = `${count(mostInFlight)} in flight`;
    rows.push(row(`drill, ${name}`, await drilled(mostInFlight)), row(`model, ${name}`, modelled(mostInFlight)));
  }
  return rows;
}

function row(name: string, { waited, fresh, drainHours }: Figures): string[] {
  return [name, count(waited), ...[0.5, 0.99, 1].map((share) => span(fresh.quantile(share))), span(drainHours * 3_600)];
}

async function drilled(mostInFlight: number): Promise<Figures> {
  const hours = LEAD_HOURS + OUTAGE_HOURS + AFTER_HOURS;
  const [from, to] = [LEAD_HOURS * HOUR_MS, (LEAD_HOURS + OUTAGE_HOURS) * HOUR_MS];
  const plan: Plan = {
    name: 'scale',
    seed: 1,
    events: hours * 3_600,
    hours,
    oddities: 0,
    hazards: NO_HAZARDS,
    windows: () => [{ from, to, trouble: 'outage' }],
    limits: { mostInFlight },
    receiveMilliseconds: 1_000 / PUBLISHED.pollsASecond,
  };
  const { ledger } = await drill(plan);
  const fresh = new Delays();
  let [waited, drainedAt] = [0, to];
  for (const { acceptedAt = 0, takenAt = Number.POSITIVE_INFINITY } of ledger.entries.values()) {
    if (acceptedAt >= to && acceptedAt < to + HOUR_MS) fresh.add((takenAt - acceptedAt) / 1_000);
    if (acceptedAt >= to || takenAt < to) continue;
    waited++;
    drainedAt = Math.max(drainedAt, takenAt);
  }
  return { waited, fresh, drainHours: (drainedAt - to) / HOUR_MS };
}

/** A call of the drill's Pinterest takes 0.05 to 0.4 s; in an outage one of five is silent until the sender's limit of 15 s. */
function modelled(mostInFlight: number): Figures {
  const setting: Setting = {
    ...DEFAULTS,
    design: DRILLED,
    outageHours: OUTAGE_HOURS,
    mostARequest: MOST_A_REQUEST,
    mostInFlight,
    postSeconds: 0.225,
    failedSeconds: 0.225 + 15 / 5,
    settleSeconds: 0,
  };
  const { waited, fresh, drainHours } = simulate(setting);
  const quantiles = new Map([
    [0.5, fresh.median],
    [0.99, fresh.p99],
    [1, fresh.longest],
  ]);
  return { waited, drainHours, fresh: { quantile: (share) => quantiles.get(share) ?? Number.NaN } };
}
