/** Options for whom alarms notify, and when they are muted. */
import { ALARM_KINDS, KINDS_WITH_MEMBERS } from '../monitoring/alarm-table';
import { pauseFaults } from '../private/pause-faults';
import { compound, flag, has, list, resource } from './kind';
import type { OptionsOf } from './option';

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

const plain = ALARM_KINDS.filter((kind) => !KINDS_WITH_MEMBERS.includes(kind));

export const RECEIVER_OPTIONS = {
  alarmEmails: {
    kind: list({
      holds: (address) => EMAIL.test(address),
      allowed: 'e-mail addresses',
      schema: {
        type: 'string',
        pattern: EMAIL.source,
        description: 'An e-mail address.',
        examples: ['owner@shop.example'],
      },
    }),
    fix: 'write one such as "owner@shop.example"',
    default: [],
    example: ['owner@shop.example'],
    // a single address may be known only at deployment.
    knownAtSynth: 'value',
  },
  alarmTopic: { kind: resource(has('topicArn'), 'an SNS topic'), fix: 'import one with sns.Topic.fromTopicArn' },
  compositeAlarm: { kind: flag, fix: 'write it without quotes', default: false, example: true },
  disabledAlarms: {
    // the valid names depend on other options: alarm-name-faults.ts.
    kind: list({
      holds: () => true,
      allowed: 'names of alarms',
      schema: {
        type: 'string',
        pattern: `^(${plain.join('|')}|(${KINDS_WITH_MEMBERS.join('|')})(\\.[A-Za-z0-9_-]+)?)$`,
        description: `The name of an alarm; ${KINDS_WITH_MEMBERS.join(' and ')} also with a name after a dot.`,
        examples: [...ALARM_KINDS, 'EventVolumeDrop.checkout'],
      },
    }),
    fix: `write names such as "${ALARM_KINDS[0]}"`,
    default: [],
    example: ['MatchCoverageDrop'],
    knownAtSynth: 'items',
  },
  plannedPauses: {
    kind: compound(pauseFaults, { type: 'array', items: { $ref: '#/$defs/plannedPause' } }),
    fix: '',
    default: [],
    example: [{ start: '2026-12-24T18:00', duration: 'PT36H', timeZone: 'Europe/Berlin' }],
    knownAtSynth: 'items',
  },
} as const satisfies OptionsOf<'alarmEmails' | 'alarmTopic' | 'compositeAlarm' | 'disabledAlarms' | 'plannedPauses'>;
