/** An alarm before it is made: what it watches, when it is raised, and what it says to the person who gets the mail. */
import { Tokenization } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { type AlarmName, kindOf } from './alarm-names';
import type { BandWindow } from './traffic-scale';

interface Common {
  /** Name by which the owner turns it off, and which the runbook explains. */
  readonly name: AlarmName;
  readonly metric: IMetric;
  /** What has happened, and what it means for the ads. */
  readonly happened: string;
  readonly lookFirst: string;
  /** Whether a planned pause of the shop would raise it. */
  readonly ofTraffic?: boolean;
}

/** Raised above a threshold, or below it. */
export interface ThresholdAlarm extends Common {
  readonly threshold: number;
  /** Periods that are looked at; 1 by default. */
  readonly periods?: number;
  /** Of these, how many have to be bad; all by default. */
  readonly datapoints?: number;
  readonly isFloor?: boolean;
}

/** Raised below the band of what CloudWatch has learned to expect. */
export interface BandAlarm extends Common {
  readonly window: BandWindow;
}

export type AlarmDefinition = ThresholdAlarm | BandAlarm;

/** An alarm's mail has to say more than a title. Headings of the page are never taken away, since old deployments link to them. */
export const RUNBOOK_URL =
  'https://github.com/cdk-pinterest-conversions/cdk-pinterest-conversions/blob/main/docs/runbook.md';

/** `EventVolumeDrop.checkout` stands in the runbook under `EventVolumeDrop`. */
export const runbookOf = (name: string): string => `${RUNBOOK_URL}#${kindOf(name).toLowerCase()}`;

/** A number in a text; also one that only the deployment knows. */
export const text = (value: number): string => Tokenization.stringifyNumber(value);

export const descriptionOf = ({ name, happened, lookFirst }: AlarmDefinition): string =>
  `${happened} Look first: ${lookFirst} Runbook: ${runbookOf(name)}`;
