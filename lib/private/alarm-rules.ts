/** What the options about alarms may be. */
import { Duration } from 'aws-cdk-lib';
import { knownEventName, nearestNames } from '../../contract/event-name';
import { MATCH_KEYS } from '../../contract/match-keys';
import { alarmNames, COMPOSITE_ALARM } from '../monitoring/alarm-table';
import { isLocalTime } from '../monitoring/mute-rules';
import { MOST_WATCHED_NAMES, possibleNames, watchedEventNames, watchedMatchKeys } from '../monitoring/watched';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';
import type { PlannedPause } from '../planned-pause';
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

function alarmFaults(props: PinterestConversionsProps): string[] {
  const { disabledAlarms = [] } = props;
  const names = alarmNames({ eventNames: watchedEventNames(props), matchKeys: watchedMatchKeys(props) });
  return disabledAlarms
    .filter((name) => !names.includes(name))
    .map((name) => `"disabledAlarms" must hold names of alarms, got ${shown(name)}; ${alarmMeant(name, names)}`);
}

function alarmMeant(name: string, names: readonly string[]): string {
  if (name === COMPOSITE_ALARM) return 'set "compositeAlarm" to false';
  const [near] = nearestNames(name, names);
  return near === undefined ? `write one of ${names.join(', ')}` : `did you mean "${near}"?`;
}

function watchedNameFaults(props: PinterestConversionsProps): string[] {
  const { watchedEventNames: watched = [] } = props;
  const possible = possibleNames(props);
  const faults = watched
    .filter((name) => !possible.includes(name))
    .map((name) => {
      const known = knownEventName(String(name));
      const meant =
        known !== undefined && possible.includes(known) ? `write "${known}"` : `write one of ${possible.join(', ')}`;
      return `"watchedEventNames" must hold names under which events leave, got ${shown(name)}; ${meant}`;
    });
  return watched.length > MOST_WATCHED_NAMES
    ? [
        ...faults,
        `"watchedEventNames" must hold at most ${MOST_WATCHED_NAMES} names, got ${watched.length}; name those that matter to the ads`,
      ]
    : faults;
}

/** Given as a list whose items are known now. */
const isKnownList = (value: unknown): boolean => isList(value) && !isToken(value) && !value.some(isToken);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Windows and names shape the template, so they have to be known before anything is deployed. */
const KNOWN_AT_SYNTH = [
  'expectedEventsPerDay',
  'silenceThreshold',
  'deliveryDelayThreshold',
  'watchedEventNames',
  'watchedMatchKeys',
  'disabledAlarms',
  'plannedPauses',
  'alarmEmails',
] as const;

const knownAtSynth: readonly Rule[] = KNOWN_AT_SYNTH.map((prop) => ({ [prop]: value }) => {
  // an address alone may be a value of the deployment.
  const values = isList(value) && prop !== 'alarmEmails' ? [value, ...value] : [value];
  const isKnown = values.every((one) => !isToken(one) && !(one instanceof Duration && one.isUnresolved()));
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
  ({ minimumEventsPerDay: least, expectedEventsPerDay: usual }) =>
    typeof least === 'number' && typeof usual === 'number' && !isToken(least) && least > usual
      ? [
          `"minimumEventsPerDay" must be at most "expectedEventsPerDay", ${usual}, got ${least}; write what even a bad day brings`,
        ]
      : [],
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
    within(5 * MINUTE, 55 * MINUTE, MINUTE),
    'whole minutes from 5 to 55, because after an hour Pinterest may count an event twice',
    'write one such as Duration.minutes(30)',
  ),
  (props) =>
    isKnownList(props.disabledAlarms) &&
    isKnownList(props.watchedEventNames ?? []) &&
    isKnownList(props.watchedMatchKeys ?? [])
      ? alarmFaults(props)
      : [],
  eachMust('watchedEventNames', (name) => name !== '', 'event names', 'write one such as "checkout"'),
  (props) => (isKnownList(props.watchedEventNames) ? watchedNameFaults(props) : []),
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
    return plannedPauses.flatMap((pause, index) =>
      pause === null || typeof pause !== 'object'
        ? [`"plannedPauses[${index}]" must be a pause, got ${shown(pause)}; write {"start": "2026-12-24T18:00", …}`]
        : pauseFaults(`plannedPauses[${index}]`, pause),
    );
  },
];

function pauseFaults(prop: string, { start, duration, timeZone }: PlannedPause): string[] {
  const faults: string[] = [];
  if (typeof start !== 'string' || !isLocalTime(start)) {
    faults.push(`"${prop}.start" must be a day and a time, got ${shown(start)}; write one such as "2026-12-24T18:00"`);
  }
  if (!(duration instanceof Duration) || !within(MINUTE, 11 * DAY, MINUTE)(duration)) {
    faults.push(
      `"${prop}.duration" must be whole minutes from 1 to 11 days, got ${shown(duration)}; write Duration.hours(12)`,
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
