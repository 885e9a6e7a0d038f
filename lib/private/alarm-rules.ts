/** What the options about alarms may be. */
import { Duration, TimeZone } from 'aws-cdk-lib';
import { nearestNames } from '../../lambda/event/event-name';
import { MATCH_KEYS } from '../../lambda/event/match-keys';
import { ALARM_NAMES, COMPOSITE_ALARM, kindOf } from '../monitoring/alarm-names';
import { LOCAL_TIME } from '../monitoring/mute-rules';
import type { PlannedPause } from '../planned-pause';
import { OWN_NAME } from './event-map-faults';
import { eachMust, isToken, isWholeWithin, isWithin, must, type Rule, shown } from './rules';

const MINUTE = 60;
const DAY = 86_400;

const isPercent = (value: number): boolean => value > 0 && isWithin(0, 100)(value);
const isBand = (value: number): boolean => value > 0 && isWithin(0, 20)(value);
const isCount = isWholeWithin(1, 1e9);

const PERCENTAGES = [
  'deliveryErrorRateThreshold',
  'rejectionRateThreshold',
  'refusedInputRateThreshold',
  'endpointErrorRateThreshold',
  'testEventShareThreshold',
] as const;

const COUNTS = ['deadLettersThreshold', 'functionErrorsThreshold', 'functionThrottlesThreshold'] as const;

const SWITCHES = ['compositeAlarm', 'detailedMetrics'] as const;

/** Names that an alarm may be turned off by: each kind, and each kind that exists once for each name. */
function isAlarmName(name: string): boolean {
  if (name === COMPOSITE_ALARM) return false;
  const [kind, member] = [kindOf(name), name.slice(kindOf(name).length + 1)];
  const isKind = ALARM_NAMES.some((known) => known === kind);
  return isKind && (member === '' || ['EventVolumeDrop', 'MatchCoverageDrop'].includes(kind));
}

const alarmMeant = (name: string): string => {
  if (name === COMPOSITE_ALARM) return 'set "compositeAlarm" to false';
  const [near] = nearestNames(name, ALARM_NAMES);
  return near === undefined ? `write one of ${ALARM_NAMES.join(', ')}` : `did you mean "${near}"?`;
};

/** Windows and names shape the template, so they have to be known before anything is deployed. */
const KNOWN_AT_SYNTH = [
  'expectedEventsPerDay',
  'silenceThreshold',
  'deliveryDelayThreshold',
  'watchedEventNames',
  'watchedMatchKeys',
  'disabledAlarms',
  'plannedPauses',
] as const;

const knownAtSynth: readonly Rule[] = KNOWN_AT_SYNTH.map((prop) => ({ [prop]: value }) => {
  const isKnown = !isToken(value) && !(value instanceof Duration && value.isUnresolved());
  return isKnown
    ? []
    : [`"${prop}" must be known when the template is made, got a value of the deployment; write it out`];
});

/** Whole seconds of a duration that is known now. */
const within =
  (minimum: number, maximum: number, step = 1) =>
  (duration: Duration): boolean => {
    if (typeof duration.toSeconds !== 'function') return false;
    // Told by the rule above.
    if (duration.isUnresolved()) return true;
    const seconds = duration.toSeconds({ integral: false });
    return isWithin(minimum, maximum)(seconds) && seconds % step === 0;
  };

export const ALARM_RULES: readonly Rule[] = [
  ...knownAtSynth,
  eachMust(
    'alarmEmails',
    (address) => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address),
    'e-mail addresses',
    'write one such as "owner@shop.example"',
  ),
  must(
    'expectedEventsPerDay',
    isCount,
    'a whole number of 1 or more',
    'write what an ordinary day brings, such as 1000',
  ),
  must(
    'minimumEventsPerDay',
    isCount,
    'a whole number of 1 or more',
    'leave it out for 40 % of "expectedEventsPerDay"',
  ),
  ...PERCENTAGES.map((prop) =>
    must(prop, isPercent, 'a percentage of more than 0 and at most 100', 'write a number such as 5'),
  ),
  ...COUNTS.map((prop) => must(prop, isWholeWithin(0, 1e9), 'a whole number of 0 or more', 'write a number such as 5')),
  ...(['volumeDropBand', 'matchCoverageBand'] as const).map((prop) =>
    must(prop, isBand, 'a number of standard deviations of more than 0 and at most 20', 'write a number such as 3'),
  ),
  ...SWITCHES.map((prop) => must(prop, (on) => typeof on === 'boolean', 'true or false', 'write it without quotes')),
  must(
    'silenceThreshold',
    within(5 * MINUTE, DAY, 5 * MINUTE),
    'from 5 minutes to 24 hours, in steps of 5 minutes',
    'write one such as Duration.hours(3)',
  ),
  must(
    'deliveryDelayThreshold',
    within(5 * MINUTE, 55 * MINUTE),
    'from 5 to 55 minutes, because after an hour Pinterest may count an event twice',
    'write one such as Duration.minutes(30)',
  ),
  eachMust('disabledAlarms', isAlarmName, 'names of alarms', alarmMeant),
  eachMust(
    'watchedEventNames',
    (name) => OWN_NAME.test(name),
    'event names as Pinterest gets them',
    'write one such as "checkout"',
  ),
  ({ watchedEventNames }) =>
    Array.isArray(watchedEventNames) && watchedEventNames.length > 20
      ? [
          `"watchedEventNames" must hold at most 20 names, got ${watchedEventNames.length}; name those that matter to the ads`,
        ]
      : [],
  eachMust(
    'watchedMatchKeys',
    (key) => MATCH_KEYS.some((known) => known === key),
    `match keys of Pinterest: ${MATCH_KEYS.join(', ')}`,
    'write one such as "em"',
  ),
  ({ plannedPauses }) => {
    if (plannedPauses === undefined || isToken(plannedPauses)) return [];
    if (!Array.isArray(plannedPauses))
      return [`"plannedPauses" must be a list, got ${shown(plannedPauses)}; write [ ]`];
    return plannedPauses.flatMap((pause, index) => pauseFaults(`plannedPauses[${index}]`, pause));
  },
];

function pauseFaults(prop: string, { start, duration, timeZone }: PlannedPause): string[] {
  const faults: string[] = [];
  if (!LOCAL_TIME.test(start) || Number.isNaN(Date.parse(`${start}Z`))) {
    faults.push(`"${prop}.start" must be a day and a time, got ${shown(start)}; write one such as "2026-12-24T18:00"`);
  }
  if (!(duration instanceof Duration) || !within(MINUTE, 15 * DAY)(duration)) {
    faults.push(
      `"${prop}.duration" must be from 1 minute to 15 days, got ${shown(duration)}; write Duration.hours(12)`,
    );
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    faults.push(
      `"${prop}.timeZone" must be an IANA time zone, got ${shown(timeZone)}; write one such as "Europe/Berlin"`,
    );
  }
  return faults;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return TimeZone.of(name).timezoneName === name;
  } catch {
    return false;
  }
}
