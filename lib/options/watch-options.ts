/** Options for alarm thresholds and metrics. */
import { Duration } from 'aws-cdk-lib';
import { MATCH_KEYS } from '../../contract/match-keys';
import { MOST_WATCHED_NAMES } from '../monitoring/watched';
import { OWN_NAME } from '../private/event-map-faults';
import { aboveZero, duration, flag, list, whole } from './kind';
import type { OptionsOf } from './option';

const percentage = { kind: aboveZero(100, 'a percentage'), fix: 'write a number such as 5' } as const;
const count = { kind: whole(0), fix: 'write a number such as 5' } as const;
const band = { kind: aboveZero(20, 'a number of standard deviations'), fix: 'write a number such as 3' } as const;

export const WATCH_OPTIONS = {
  expectedEventsPerDay: {
    kind: whole(1),
    fix: 'write the number of events on an ordinary day, such as 1000',
    example: 1000,
    knownAtSynth: 'value',
  },
  minimumEventsPerDay: { kind: whole(1), fix: 'leave it out for 40% of "expectedEventsPerDay"', example: 400 },
  silenceThreshold: {
    kind: duration({ from: Duration.minutes(5), to: Duration.hours(24), step: Duration.minutes(5) }),
    fix: 'write one such as Duration.hours(3)',
    example: 'PT3H',
    knownAtSynth: 'value',
  },
  volumeDropBand: { ...band, example: 3 },
  watchedEventNames: {
    // the valid names depend on the event map: alarm-name-faults.ts.
    kind: list({
      holds: (name) => name !== '',
      allowed: 'event names',
      maxItems: MOST_WATCHED_NAMES,
      range: `at most ${MOST_WATCHED_NAMES} names`,
      schema: {
        type: 'string',
        pattern: OWN_NAME.source,
        description: 'An event name as it is sent to Pinterest.',
        examples: ['checkout'],
      },
    }),
    fix: 'write one such as "checkout"',
    example: ['checkout', 'signup'],
    knownAtSynth: 'items',
  },
  watchedMatchKeys: {
    kind: list({
      holds: (key) => MATCH_KEYS.some((known) => known === key),
      allowed: `Pinterest match keys: ${MATCH_KEYS.join(', ')}`,
      schema: { type: 'string', enum: MATCH_KEYS, description: 'A field of user_data.', examples: ['em'] },
    }),
    fix: 'write one such as "em"',
    default: ['em'],
    example: ['em', 'click_id'],
    knownAtSynth: 'items',
  },
  matchCoverageBand: { ...band, example: 4 },
  deliveryErrorRateThreshold: { ...percentage, default: 5 },
  rejectionRateThreshold: { ...percentage, default: 5 },
  refusedInputRateThreshold: { ...percentage, default: 10 },
  endpointErrorRateThreshold: { ...percentage, default: 1 },
  testEventShareThreshold: { ...percentage, default: 50 },
  deliveryDelayThreshold: {
    kind: duration({
      from: Duration.minutes(5),
      to: Duration.minutes(55),
      step: Duration.minutes(1),
      because: 'after an hour Pinterest may count an event twice',
    }),
    fix: 'write one such as Duration.minutes(30)',
    default: Duration.minutes(30),
    knownAtSynth: 'value',
  },
  deadLettersThreshold: { ...count, default: 0 },
  functionErrorsThreshold: { ...count, default: 5 },
  functionThrottlesThreshold: { ...count, default: 5 },
  detailedMetrics: { kind: flag, fix: 'write it without quotes', default: true },
} as const satisfies OptionsOf<
  | 'expectedEventsPerDay'
  | 'minimumEventsPerDay'
  | 'silenceThreshold'
  | 'volumeDropBand'
  | 'watchedEventNames'
  | 'watchedMatchKeys'
  | 'matchCoverageBand'
  | 'deliveryErrorRateThreshold'
  | 'rejectionRateThreshold'
  | 'refusedInputRateThreshold'
  | 'endpointErrorRateThreshold'
  | 'testEventShareThreshold'
  | 'deliveryDelayThreshold'
  | 'deadLettersThreshold'
  | 'functionErrorsThreshold'
  | 'functionThrottlesThreshold'
  | 'detailedMetrics'
>;
