/**
 * Keeps alarms quiet for the planned pauses of a shop, and for as long after one as they look back. CloudWatch does what was
 * muted when a rule ends and the alarm is still raised, so a rule that ended with the pause would only put the mail off.
 */
import { Duration, TimeZone } from 'aws-cdk-lib';
import { AlarmMuteRule, type IAlarm, ScheduleExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { PlannedPause } from '../planned-pause';

/** `2026-12-24T18:00`, to the minute as CloudWatch takes it. */
const LOCAL_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;

/** The longest that a rule may last. */
const LONGEST_MINUTES = Duration.days(15).toMinutes();

/** Whether a text is a day and a time that there are. */
export function isLocalTime(text: string): boolean {
  if (!LOCAL_TIME.test(text)) return false;
  const date = new Date(`${text}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function addMuteRules(
  scope: Construct,
  pauses: readonly PlannedPause[],
  alarms: readonly IAlarm[],
  lookBack: Duration,
): AlarmMuteRule[] {
  if (alarms.length === 0) return [];
  return pauses.map(({ start, duration, timeZone }, index) => {
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (LOCAL_TIME.exec(start) ?? []).slice(1).map(Number);
    return new AlarmMuteRule(scope, `Pause${index}`, {
      description: `Planned pause from ${start}, ${duration.toHumanString()}`,
      schedule: ScheduleExpression.at(
        { year, month, day, hour, minute },
        timeZone === undefined ? undefined : TimeZone.of(timeZone),
      ),
      duration: Duration.minutes(Math.min(LONGEST_MINUTES, duration.toMinutes() + lookBack.toMinutes())),
      alarms: [...alarms],
    });
  });
}
