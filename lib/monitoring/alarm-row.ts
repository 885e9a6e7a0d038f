/** What a row of the alarm table holds. The rows are in alarms/, the table is in alarm-table.ts. */
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

/** M of N periods: one of one by default, all of them when only `periods` is given. */
interface Periods {
  readonly periods?: number;
  readonly datapoints?: number;
}

type Condition =
  | ({ readonly above: number } & Periods)
  | ({ readonly below: number } & Periods)
  /** Below the band of values that CloudWatch has learned to expect. */
  | { readonly belowBand: BandWindow };

/**
 * What the owner gets without an option, for the docs.
 *
 * @public the declarations of the rows name it
 */
export interface Defaults {
  /** For 100 expected events a day, so that a number derived from them reads as a percentage. */
  readonly thresholds: Thresholds;
  readonly busiest: TrafficScale;
  readonly quietest: TrafficScale;
}

/** A member is the event name or the match key after the dot, as in `EventVolumeDrop.checkout`; empty for the kind itself. */
export interface AlarmRow {
  /** The members that have an alarm of this kind each; by default the kind is one alarm. */
  readonly members?: (watched: Watched) => readonly string[];
  readonly metric: (watch: Watch, member: string) => IMetric;
  /** Undefined where the owner has not said what to expect. */
  readonly condition: (watch: Watch, member: string) => Condition | undefined;
  /** The options that change the condition. */
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

/** A number as text, including one that is known only at deployment. */
export const text = (value: number): string => Tokenization.stringifyNumber(value);
