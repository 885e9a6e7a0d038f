/** What a row of the alarm table holds. The rows stand in alarms/, the table in alarm-table.ts. */
import { Tokenization } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { AlarmOptions } from '../alarm-options';
import type { MonitoredParts } from './monitored-parts';
import type { Thresholds } from './thresholds';
import type { BandWindow, TrafficScale } from './traffic-scale';

/** What has an alarm of its own. */
export interface Watched {
  readonly eventNames: readonly string[];
  readonly matchKeys: readonly string[];
}

/** What an alarm is made from. */
export interface Watch extends MonitoredParts {
  readonly thresholds: Thresholds;
  readonly scale: TrafficScale;
}

/** In how many of how many periods; one of one by default, all of them when only `periods` is given. */
interface Periods {
  readonly periods?: number;
  readonly datapoints?: number;
}

export type Condition =
  | ({ readonly above: number } & Periods)
  | ({ readonly below: number } & Periods)
  /** Below the band of what CloudWatch has learned to expect. */
  | { readonly belowBand: BandWindow };

/** What the owner gets without an option, for the docs. */
export interface Defaults {
  /** Of 100 expected events a day, so that what depends on these reads as a percentage. */
  readonly thresholds: Thresholds;
  readonly busiest: TrafficScale;
  readonly quietest: TrafficScale;
}

/** A member is the name of events or the match key behind the dot, as in `EventVolumeDrop.checkout`; empty for the kind itself. */
export interface AlarmRow {
  /** Of which the kind has an alarm each; it is one alarm by default. */
  readonly members?: (watched: Watched) => readonly string[];
  readonly metric: (watch: Watch, member: string) => IMetric;
  /** Undefined where nobody has said what to expect. */
  readonly condition: (watch: Watch, member: string) => Condition | undefined;
  /** What the owner may set about the condition. */
  readonly options: readonly (keyof AlarmOptions)[];
  /** The condition in words, with its defaults. */
  readonly raisedWhen: (defaults: Defaults) => string;
  /** What has happened, and what it means for the ads. */
  readonly meaning: (watch: Watch, member: string) => string;
  readonly firstStep: (watch: Watch, member: string) => string;
  /** Whether a planned pause of the shop would raise it. */
  readonly ofTraffic?: boolean;
}

export type AlarmRows = { readonly [kind: string]: AlarmRow };

/** A number in a text; also one that only the deployment knows. */
export const text = (value: number): string => Tokenization.stringifyNumber(value);
