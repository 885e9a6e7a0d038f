/** Keeps alarms quiet for the planned pauses of a shop. */
import { TimeZone } from 'aws-cdk-lib';
import { AlarmMuteRule, type IAlarm, ScheduleExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { PlannedPause } from '../planned-pause';

/** `2026-12-24T18:00`, to the minute as CloudWatch takes it. */
export const LOCAL_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;

export function addMuteRules(
  scope: Construct,
  pauses: readonly PlannedPause[],
  alarms: readonly IAlarm[],
): AlarmMuteRule[] {
  return pauses.map(({ start, duration, timeZone }) => {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (LOCAL_TIME.exec(start) ?? []).slice(1).map(Number);
    return new AlarmMuteRule(scope, `Pause${start.replace(/\D/g, '')}`, {
      description: `Planned pause from ${start}, ${duration.toHumanString()}`,
      schedule: ScheduleExpression.at(
        { year, month, day, hour, minute },
        timeZone === undefined ? undefined : TimeZone.of(timeZone),
      ),
      duration,
      alarms: [...alarms],
    });
  });
}
