/** Outages of the sizes that the doc asks about, through both designs, as rows of a table. */
import { senderConcurrency } from '../../lib/private/sender-concurrency';
import { PRICES } from '../../scripts/cost';
import { type Backlog, backlogOf, DEFAULTS, type Design, type Setting } from './setting';
import { type Outcome, simulate } from './simulate';
import { count, share, span } from './text';

interface Outage {
  readonly hours: number;
  readonly rate: number;
  readonly pollers?: number;
}

/** Each with the default concurrency of a shop of that size; one with the least besides. */
export const OUTAGES: readonly Outage[] = [
  { hours: 72, rate: 1 },
  { hours: 72, rate: 3.3 },
  { hours: 72, rate: 10 },
  { hours: 72, rate: 100, pollers: 2 },
  { hours: 72, rate: 100 },
  { hours: 3, rate: 100 },
  { hours: 3, rate: 600 },
  { hours: 3, rate: 1_000 },
];

const DESIGNS: readonly Design[] = ['one queue', 'backlog queue'];

export const OUTAGE_HEAD = [
  'outage',
  'pollers',
  'design',
  'waited at the end',
  'fresh events: median',
  'p99',
  'over a minute',
  'longest',
  'last event of its last hour',
  'drained after',
  'SQS, USD per million events',
] as const;

function settingOf({ hours, rate, pollers }: Outage, speed: Partial<Setting>): Setting {
  const known = pollers ?? senderConcurrency(rate * 86_400);
  return { ...DEFAULTS, ...speed, rate, outageHours: hours, pollers: known, backlog: backlogOf(known) };
}

export const outageRows = (outages: readonly Outage[], speed: Partial<Setting>): string[][] =>
  outages.flatMap((outage) => DESIGNS.map((design) => row(simulate({ ...settingOf(outage, speed), design }))));

function row(outcome: Outcome): string[] {
  const { setting, waited } = outcome;
  const { outageHours, rate, pollers, design } = setting;
  return [`${outageHours} h at ${count(rate)}/s`, String(pollers), design, count(waited), ...results(outcome)];
}

function results({ fresh, overAMinute, lastHour, drainHours, sqsRequests, events }: Outcome): string[] {
  return [
    span(fresh.median),
    span(fresh.p99),
    share(overAMinute),
    span(fresh.longest),
    span(lastHour),
    Number.isNaN(drainHours) ? `not in ${DEFAULTS.patienceHours} h` : span(drainHours * 3_600),
    (((sqsRequests * 1e6) / events) * PRICES.sqsRequest).toFixed(2),
  ];
}

export const WAY_HEAD = ['72 h at 100/s', 'packs', ...OUTAGE_HEAD.slice(4)] as const;

/** Other ways through the largest of these outages, and changes of the design that is being built. */
export function wayRows(): string[][] {
  const base = settingOf({ hours: 72, rate: 100 }, {});
  const old = { ...base, design: 'one queue' } as const;
  const packed = { ...base, design: 'backlog queue' } as const;
  const backlog = (changed: Partial<Backlog>) => ({ ...packed, backlog: { ...packed.backlog, ...changed } });
  const narrow = { batchSize: 4, windowSeconds: 0 };
  const ways: readonly (readonly [string, Setting])[] = [
    ['one queue', old],
    ['one queue, ten events a message from ingest on', { ...old, eventsAMessage: 10 }],
    ['one queue, back-off of 5 minutes at most', { ...old, longestBackOffSeconds: 300 }],
    [
      'one of two queues, each with half of the traffic and of the pollers',
      { ...old, rate: base.rate / 2, pollers: Math.ceil(base.pollers / 2) },
    ],
    ['backlog queue', packed],
    ['backlog queue, two pollers', backlog({ pollers: 2 })],
    ['that, and batches of four packs', backlog({ ...narrow, pollers: 2 })],
    ['backlog queue, from the first time held', backlog({ movesAt: 1 })],
  ];
  return ways.map(([name, setting]) => {
    const outcome = simulate(setting);
    return [name, outcome.packs === 0 ? '' : count(outcome.packs), ...results(outcome)];
  });
}
