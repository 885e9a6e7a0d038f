/** Every alarm, one row for each kind. Alarm names, `disabledAlarms`, the docs and the drill are derived from this table. */
import type { AlarmRow, Watch, Watched } from './alarm-row';
import { DELIVERY_ALARMS } from './alarms/delivery-alarms';
import { FUNCTION_ALARMS } from './alarms/function-alarms';
import { COVERAGE_ALARMS, INPUT_ALARMS } from './alarms/input-alarms';
import { VOLUME_ALARMS } from './alarms/volume-alarms';

const ROWS = { ...VOLUME_ALARMS, ...INPUT_ALARMS, ...COVERAGE_ALARMS, ...DELIVERY_ALARMS, ...FUNCTION_ALARMS };

/** The owner disables alarms by these names, and docs/runbook.md has a heading for each. */
export type AlarmKind = keyof typeof ROWS;

/** Kinds with one alarm for each event name or match key. */
type KindWithMembers = {
  [K in AlarmKind]: (typeof ROWS)[K] extends { readonly members: unknown } ? K : never;
}[AlarmKind];

export type AlarmName = AlarmKind | `${KindWithMembers}.${string}`;

export const ALARM_TABLE: { readonly [K in AlarmKind]: AlarmRow } = ROWS;

export const ALARM_KINDS = Object.keys(ROWS) as AlarmKind[];

export const KINDS_WITH_MEMBERS = ALARM_KINDS.filter((kind) => ALARM_TABLE[kind].members !== undefined);

/** The alarm that notifies for all of them. */
export const COMPOSITE_ALARM = 'Unhealthy';

export const kindOf = (name: string): string => name.split('.')[0] ?? '';

/** The names of a row's alarms, each with the part after its dot. */
function named(kind: AlarmKind, watched: Watched): { readonly name: AlarmName; readonly member: string }[] {
  const members = ALARM_TABLE[kind].members?.(watched) ?? [''];
  return members.map((member) => ({ name: (member === '' ? kind : `${kind}.${member}`) as AlarmName, member }));
}

export const namesOf = (kind: AlarmKind, watched: Watched): readonly AlarmName[] =>
  named(kind, watched).map(({ name }) => name);

/** Every name that `disabledAlarms` takes: a kind, or a single alarm. */
export const alarmNames = (watched: Watched): readonly string[] => [
  ...new Set([...ALARM_KINDS, ...ALARM_KINDS.flatMap((kind) => namesOf(kind, watched))]),
];

/** An alarm of a deployment, before it is created. */
export interface AlarmDefinition extends Pick<AlarmRow, 'ofTraffic'> {
  readonly kind: AlarmKind;
  readonly name: AlarmName;
  readonly metric: ReturnType<AlarmRow['metric']>;
  readonly condition: NonNullable<ReturnType<AlarmRow['condition']>>;
  readonly meaning: string;
  readonly firstStep: string;
}

export const alarmDefinitions = (watch: Watch, watched: Watched): AlarmDefinition[] =>
  ALARM_KINDS.flatMap((kind) =>
    named(kind, watched).flatMap(({ name, member }) => {
      const { metric, condition, meaning, firstStep, ofTraffic = false } = ALARM_TABLE[kind];
      const raised = condition(watch, member);
      if (raised === undefined) return [];
      return {
        ...{ kind, name, ofTraffic, condition: raised, metric: metric(watch, member) },
        ...{ meaning: meaning(watch, member), firstStep: firstStep(watch, member) },
      };
    }),
  );
