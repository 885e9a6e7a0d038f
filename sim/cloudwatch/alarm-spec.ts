/** An alarm, as far as its evaluation needs it. */
import type { Expression } from './metric-math';

export interface MetricSource {
  readonly id: string;
  readonly key: string;
  readonly statistic: 'Sum' | 'Maximum';
}

export interface AlarmSpec {
  readonly name: string;
  /** What the mail says, with the logical id of a resource in place of its name. */
  readonly description: string;
  /** Minutes. */
  readonly period: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly sources: readonly MetricSource[];
  readonly value: Expression;
  readonly comparison: string;
  readonly threshold: number | undefined;
  /** Standard deviations of the band, when there is one in place of a threshold. */
  readonly band: number | undefined;
}
