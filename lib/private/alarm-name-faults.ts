/** What is wrong with names of alarms and of watched events; the valid names depend on other options. */
import { knownEventName, nearestNames } from '../../contract/event-name';
import { alarmNames, COMPOSITE_ALARM } from '../monitoring/alarm-table';
import { MOST_WATCHED_NAMES, possibleNames, watchedEventNames } from '../monitoring/watched';
import { settled } from '../options/table';
import type { PinterestConversionsProps } from '../pinterest-conversions-props';
import { isToken, shown } from './rules';

/** Names in `disabledAlarms` must be a kind of alarm, or one alarm of a kind that exists per event name or match key. */
export function alarmNameFaults(props: PinterestConversionsProps): string[] {
  if (![props.disabledAlarms, props.watchedEventNames, props.watchedMatchKeys].every(isKnownList)) return [];
  const { disabledAlarms = [] } = props;
  const names = alarmNames({ eventNames: watchedEventNames(props), matchKeys: settled(props).watchedMatchKeys });
  return disabledAlarms
    .filter((name) => !names.includes(name))
    .map((name) => `"disabledAlarms" must contain names of alarms, got ${shown(name)}; ${alarmMeant(name, names)}`);
}

function alarmMeant(name: string, names: readonly string[]): string {
  if (name === COMPOSITE_ALARM) return 'set "compositeAlarm" to false';
  const [near] = nearestNames(name, names);
  return near === undefined ? `write one of ${names.join(', ')}` : `did you mean "${near}"?`;
}

export function watchedNameFaults(props: PinterestConversionsProps): string[] {
  if (!isKnownList(props.watchedEventNames)) return [];
  const { watchedEventNames: watched = [] } = props;
  const possible = possibleNames(props);
  const faults = watched
    .filter((name) => !possible.includes(name))
    .map((name) => {
      const known = knownEventName(String(name));
      const meant =
        known !== undefined && possible.includes(known) ? `write "${known}"` : `write one of ${possible.join(', ')}`;
      return `"watchedEventNames" must contain names under which events are sent to Pinterest, got ${shown(name)}; ${meant}`;
    });
  return watched.length > MOST_WATCHED_NAMES
    ? [
        ...faults,
        `"watchedEventNames" must contain at most ${MOST_WATCHED_NAMES} names, got ${watched.length}; name those that matter to the ads`,
      ]
    : faults;
}

/** Omitted, or a list whose items are known at synthesis; other faults are reported elsewhere. */
const isKnownList = (value: readonly unknown[] | undefined): boolean =>
  value === undefined || (Array.isArray(value) && !isToken(value) && !value.some(isToken));
