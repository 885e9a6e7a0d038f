/** What is wrong with planned pauses. */
import { Duration } from 'aws-cdk-lib';
import { isLocalTime } from '../monitoring/mute-rules';
import { isWithinLimits } from '../options/kind';
import type { PlannedPause } from '../planned-pause';
import { shown } from './rules';

export const SHORTEST = Duration.minutes(1);
export const LONGEST = Duration.days(11);

export function pauseFaults(pauses: readonly PlannedPause[]): string[] {
  if (!Array.isArray(pauses)) return [`"plannedPauses" must be a list, got ${shown(pauses)}; write [ ]`];
  return pauses.flatMap((pause, index) =>
    pause === null || typeof pause !== 'object'
      ? [`"plannedPauses[${index}]" must be a pause, got ${shown(pause)}; write {"start": "2026-12-24T18:00", …}`]
      : faultsOf(`plannedPauses[${index}]`, pause),
  );
}

function faultsOf(prop: string, { start, duration, timeZone }: PlannedPause): string[] {
  const faults: string[] = [];
  if (typeof start !== 'string' || !isLocalTime(start)) {
    faults.push(
      `"${prop}.start" must be an existing day and time, got ${shown(start)}; write one such as "2026-12-24T18:00"`,
    );
  }
  if (!(duration instanceof Duration) || !isWithinLimits(duration, SHORTEST, LONGEST, SHORTEST)) {
    faults.push(
      `"${prop}.duration" must be a whole number of minutes from 1 minute to 11 days, got ${shown(duration)}; write Duration.hours(12)`,
    );
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    faults.push(
      `"${prop}.timeZone" must be an IANA time zone, got ${shown(timeZone)}; write one such as "Europe/Berlin"`,
    );
  }
  return faults;
}

const isTimeZone = (name: string): boolean => ['UTC', 'Etc/UTC', ...Intl.supportedValuesOf('timeZone')].includes(name);
