/**
 * A shop of some size: its traffic, and what the pipeline reports of it. Weeks of ordinary traffic are made once; a scenario
 * goes on from a copy of them, with something wrong.
 */

import { MetricStore, metricKey } from '../../sim/cloudwatch/metric-store';
import { type Random, seeded } from '../../sim/random';
import { poisson, Traffic } from '../../sim/shop/traffic';
import { createFairSender, type FairSender } from './fair-sender';
import { IN_FLIGHT, PART, type SynthesisedAlarms, synthesiseAlarms } from './template-alarms';
import { reportDeadLetters, runTrouble, type TroubleKind } from './trouble';
import { type Arrival, createIngest, type Ingest, KINDS, type Kind, type Wrong } from './visitors';

/** What is different in a minute; everything is as usual where nothing is said. */
export interface Change {
  /** By how much a kind of request is more or less than usual. */
  readonly volume?: (kind: Kind) => number;
  /** What is wrong with a part of the requests of a kind. */
  readonly wrong?: (kind: Kind) => { readonly share: number; readonly as: Wrong } | undefined;
  /** Share of the requests that are answered 5xx, beside those that are taken, and what AWS counts them as at the function. */
  readonly endpointErrors?: { readonly share: number; readonly as?: 'Errors' | 'Throttles' };
  /** Requests more that it answers so. */
  readonly strayEndpointErrors?: number;
  /** Whether every event is a test. */
  readonly testMode?: boolean;
  /** Minutes that one dead letter has waited. */
  readonly deadLetterHasWaited?: number;
  /** Messages of the backlog that are in flight. */
  readonly inFlight?: number;
}

export interface Course {
  readonly from: number;
  readonly to: number;
  readonly change?: (minute: number) => Change;
  /** Sets the chances of this course apart from those of others. */
  readonly name?: string;
  /** Trouble of the sender, which then runs event by event. It begins with the first event at `from` or after it. */
  readonly trouble?: { readonly from: number; readonly minutes: number; readonly kind: TroubleKind };
  /** Whether the sender does not run at all from some minute on. */
  readonly senderStops?: number;
}

const MOST_RUNS_A_MINUTE = 26;
const MINUTE_MS = 60_000;

export class Shop {
  /** Of the course that is run; each has its own, so that none depends on what was run before it. */
  private random: Random;
  private readonly traffic: Traffic;
  private readonly luck: (minute: number) => number;
  private readonly arrivals = new Map<string, Arrival>();

  private constructor(
    public readonly eventsPerDay: number,
    private readonly minutes: number,
    private readonly seed: number,
    private readonly ingest: Ingest,
    private readonly sender: FairSender,
    public readonly alarms: SynthesisedAlarms,
  ) {
    this.random = seeded(seed);
    this.traffic = new Traffic(eventsPerDay, this.random);
    this.luck = this.traffic.lucks(minutes);
  }

  public static async open(eventsPerDay: number, minutes: number, seed: number): Promise<Shop> {
    const alarms = synthesiseAlarms({ expectedEventsPerDay: eventsPerDay, throttleRateLimit: 1_000 });
    const sender = await createFairSender(alarms.pipeline);
    return new Shop(eventsPerDay, minutes, seed, createIngest(alarms.pipeline), sender, alarms);
  }

  public store(): MetricStore {
    return new MetricStore(this.minutes);
  }

  /** Writes what is reported of these minutes into the store; returns the minute in which the trouble began. */
  public async run(
    store: MetricStore,
    { from, to, name = '', change = () => ({}), trouble, senderStops }: Course,
  ): Promise<number | undefined> {
    this.random = seeded([...name].reduce((hash, letter) => Math.imul(hash, 31) + letter.charCodeAt(0), this.seed));
    const queued = new Map<number, number>();
    for (let minute = from; minute < to; minute++) {
      const accepted = await this.minute(store, minute, change(minute));
      queued.set(minute, accepted);
      if (trouble === undefined && minute < (senderStops ?? to)) this.deliver(store, minute, accepted);
    }
    if (trouble === undefined) {
      this.leaveWaiting(store, senderStops ?? to, to);
      return undefined;
    }
    const begin = [...queued].find(([minute, events]) => minute >= trouble.from && events > 0)?.[0] ?? trouble.from;
    const end = begin + trouble.minutes;
    await runTrouble({
      store,
      pipeline: this.alarms.pipeline,
      random: this.random,
      from,
      to,
      trouble: { from: begin * MINUTE_MS, to: end * MINUTE_MS, kind: trouble.kind },
      queued: (minute) => queued.get(minute) ?? 0,
    });
    return begin;
  }

  /** Events put into the queue in this minute. */
  private async minute(store: MetricStore, minute: number, change: Change): Promise<number> {
    let queued = 0;
    let requests = 0;
    for (const kind of KINDS) {
      const mean = this.traffic.expected(minute) * this.luck(minute) * kind.share * (change.volume?.(kind) ?? 1);
      const count = poisson(mean, this.random);
      const wrong = change.wrong?.(kind);
      const bad =
        wrong === undefined ? 0 : Math.round(count * wrong.share + (this.random() - 0.5) * (wrong.share % 1 ? 1 : 0));
      for (const [times, as] of [
        [count - bad, undefined],
        [bad, wrong?.as],
      ] as const) {
        if (times <= 0) continue;
        const arrival = await this.arrival(kind, as, change.testMode ?? false);
        queued += arrival.queued * times;
        for (const { key, values } of arrival.reported)
          for (const value of values) store.add(key, minute, value, times);
      }
      requests += count;
    }
    const { share = 0, as } = change.endpointErrors ?? {};
    const errors = poisson(share * requests, this.random) + (change.strayEndpointErrors ?? 0);
    const ofFunction = (metric: 'Errors' | 'Throttles') => (metric === as ? errors : 0);
    store.add(metricKey('AWS/SQS', 'NumberOfMessagesSent', [PART.events]), minute, queued);
    store.add(metricKey('AWS/ApiGateway', 'Count', [PART.api]), minute, requests + errors);
    store.add(metricKey('AWS/ApiGateway', '5xx', [PART.api]), minute, errors);
    store.add(metricKey('AWS/Lambda', 'Errors', [PART.ingest]), minute, ofFunction('Errors'));
    store.add(metricKey('AWS/Lambda', 'Throttles', [PART.ingest]), minute, ofFunction('Throttles'));
    store.add(metricKey('AWS/SQS', IN_FLIGHT, [PART.backlog]), minute, change.inFlight ?? 0);
    const waited = change.deadLetterHasWaited;
    if (waited !== undefined) reportDeadLetters(store, minute, { letters: 1, oldestSeconds: waited * 60 });
    return queued;
  }

  private async arrival(kind: Kind, wrong: Wrong | undefined, testMode: boolean): Promise<Arrival> {
    const key = JSON.stringify([kind.name, wrong, testMode]);
    const known = this.arrivals.get(key);
    if (known !== undefined) return known;
    const arrival = await this.ingest(kind, wrong, { testMode });
    this.arrivals.set(key, arrival);
    return arrival;
  }

  private deliver(store: MetricStore, minute: number, events: number): void {
    const runs = Math.min(events, MOST_RUNS_A_MINUTE);
    for (const { key, value, times } of this.sender(events, runs)) store.add(key, minute, value, times);
    store.add(metricKey('AWS/SQS', 'ApproximateAgeOfOldestMessage', [PART.events]), minute, runs === 0 ? 0 : 2);
    store.add(metricKey('AWS/SQS', IN_FLIGHT, [PART.events]), minute, 0);
    for (const name of ['Errors', 'Throttles']) store.add(metricKey('AWS/Lambda', name, [PART.sender]), minute, 0);
  }

  /** The sender does not run, and the first event that it left is the oldest from then on. */
  private leaveWaiting(store: MetricStore, from: number, to: number): void {
    for (let minute = from; minute < to; minute++) {
      store.add(metricKey('AWS/SQS', 'ApproximateAgeOfOldestMessage', [PART.events]), minute, (minute - from) * 60);
    }
  }
}
