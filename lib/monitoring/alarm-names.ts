/** Every alarm by its name. The owner turns alarms off by these, and docs/runbook.md has a heading for each. */
export const ALARM_NAMES = [
  'NoEvents',
  'EventVolumeFloor',
  'EventVolumeDrop',
  'EndpointErrors',
  'RefusedInputRate',
  'TestModeLeftOn',
  'MatchCoverageDrop',
  'TokenRejected',
  'DeliveryErrorRate',
  'EventsDelayed',
  'AcceptedNotDelivered',
  'RejectionRate',
  'DeadLetters',
  'EventsAboutToExpire',
  'FunctionErrors',
  'FunctionThrottles',
] as const;

export type AlarmKind = (typeof ALARM_NAMES)[number];

/** Some kinds exist once for each name of events, or each match key: `EventVolumeDrop.checkout`. */
export type AlarmName = AlarmKind | `${'EventVolumeDrop' | 'MatchCoverageDrop'}.${string}`;

/** The alarm that stands for all of them. */
export const COMPOSITE_ALARM = 'Unhealthy';

export const kindOf = (name: string): string => name.split('.')[0] ?? '';
