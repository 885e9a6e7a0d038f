/** The alarms of docs/monitoring.md, from the table that the constructs use, with the drill scenario that must raise each. */
import { REQUIRED } from '../drill/alarms/scenarios';
import { ALARM_KINDS, ALARM_TABLE, COMPOSITE_ALARM, namesOf } from '../lib/monitoring/alarm-table';
import { thresholdsOf } from '../lib/monitoring/thresholds';
import { trafficScale } from '../lib/monitoring/traffic-scale';
import { settled } from '../lib/options/table';
import { markdownTable } from './tables';

const DEFAULTS = {
  thresholds: thresholdsOf(settled({ adAccountId: '1', expectedEventsPerDay: 100 })),
  busiest: trafficScale(Number.POSITIVE_INFINITY),
  quietest: trafficScale(1),
};

const WATCHED = { eventNames: ['<name>'], matchKeys: ['<match key>'] };

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

export function alarmTable(): string {
  const rows = ALARM_KINDS.map((kind) => {
    const { raisedWhen, options } = ALARM_TABLE[kind];
    const drilled = REQUIRED[kind].map(({ name }) => name).join('; ');
    return [code(namesOf(kind, WATCHED)), raisedWhen(DEFAULTS), code(options) || '–', drilled];
  });
  const composite =
    'any of these is raised; with this option only this alarm notifies: while it is raised for one alarm, a second one sends no notification';
  return markdownTable(
    ['alarm', 'raised when', 'options', 'drill scenario that must raise it'],
    [...rows, [code([COMPOSITE_ALARM]), composite, code(['compositeAlarm']), '–']],
  );
}
