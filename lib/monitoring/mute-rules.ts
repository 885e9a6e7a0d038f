/**
 * Mutes alarms during the planned pauses of a shop, and afterwards for as long as they look back. When a mute rule ends and
 * the alarm is still raised, CloudWatch runs the muted actions: a rule that ended with the pause would only delay the mail.
 */
import { Duration, TimeZone } from 'aws-cdk-lib';
import { AlarmMuteRule, type IAlarm, ScheduleExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { PlannedPause } from '../planned-pause';

/** `2026-12-24T18:00`: CloudWatch takes minutes, no seconds. */
const LOCAL_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)$/;

/** The longest that a rule may last. */
const LONGEST_MINUTES = Duration.days(15).toMinutes();

/** Whether a text is an existing day and time. */
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
