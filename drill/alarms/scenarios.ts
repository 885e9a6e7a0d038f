/** What may go wrong, what has to be told of it, and what must not. */
import { ALARM_KINDS, type AlarmKind, type AlarmName } from '../../lib/monitoring/alarm-table';
import type { Scenario } from './scenario';
import type { Change } from './shop';
import { PAUSE } from './template-alarms';

const TUESDAY = 1;
const FRIDAY = 4;
const SUNDAY = 6;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Shops in which a few faults come together within minutes. */
const BUSY = [10_000, 1_000_000];

const EVENT_NAMES = ['page_visit', 'add_to_cart', 'checkout'].map((name) => `EventVolumeDrop.${name}` as const);

/** Half is taken, and as many requests are not. */
const everySecondRequestFails = (as?: 'Errors' | 'Throttles'): Change => ({
  volume: () => 0.5,
  endpointErrors: { share: 1, ...(as && { as }) },
});

/** A scenario that has to raise its kind, or the one alarm of it that `must` names. */
type Raising<K extends AlarmKind> = Omit<Scenario, 'must'> & {
  readonly must?: Extract<AlarmName, K | `${K}.${string}`>;
};

/** Every kind of alarm with what has to raise it: one that is drilled nowhere does not compile. */
export const REQUIRED: { readonly [K in AlarmKind]: readonly [Raising<K>, ...Raising<K>[]] } = {
  NoEvents: [
    {
      name: 'no event at all',
      ...{ day: TUESDAY, hour: 11, hours: 30 },
      lasts: true,
      change: () => ({ volume: () => 0 }),
      within: { 100: DAY + 5, 10000: 35 },
      may: ['EventVolumeDrop', ...EVENT_NAMES],
    },
  ],
  EventVolumeFloor: [
    {
      name: 'volume falls to a quarter',
      ...{ day: TUESDAY, hour: 11, hours: 54 },
      change: () => ({ volume: () => 0.25 }),
      within: { 100: 2 * DAY, 10000: 2 * DAY, 1000000: 2 * DAY },
      may: ['EventVolumeDrop', ...EVENT_NAMES],
    },
  ],
  EventVolumeDrop: [
    {
      name: 'volume halves',
      ...{ day: TUESDAY, hour: 11, hours: 80 },
      change: () => ({ volume: () => 0.5 }),
      within: { 100: 3 * DAY + HOUR, 10000: 2 * HOUR, 1000000: 40 },
      may: EVENT_NAMES,
    },
    {
      name: 'script gone from one type of page',
      ...{ day: TUESDAY, hour: 11, hours: 80 },
      lasts: true,
      change: () => ({ volume: ({ event_name }) => (event_name === 'add_to_cart' ? 0 : 1) }),
      must: 'EventVolumeDrop.add_to_cart',
      within: { 100: 3 * DAY + HOUR, 10000: 3 * HOUR },
      may: ['EventVolumeDrop'],
    },
  ],
  EndpointErrors: [
    {
      name: 'the endpoint answers 5xx to every second request',
      ...{ day: TUESDAY, hour: 11, hours: 6 },
      change: () => everySecondRequestFails(),
      within: { 100: 6 * HOUR },
      may: ['EventVolumeDrop', ...EVENT_NAMES],
    },
  ],
  RefusedInputRate: [
    {
      name: 'a deploy makes half of the input wrong',
      ...{ day: TUESDAY, hour: 11, hours: 24 },
      change: () => ({ wrong: () => ({ share: 0.5, as: { event_name: 'undefined' } }) }),
      within: { 100: 4 * HOUR },
      times: { 100: 5 },
      may: ['EventVolumeDrop', ...EVENT_NAMES],
    },
  ],
  TestModeLeftOn: [
    {
      name: 'test mode left on',
      ...{ day: TUESDAY, hour: 11, hours: 40 },
      change: () => ({ testMode: true }),
      within: { 100: 30 * HOUR, 10000: 30 * HOUR, 1000000: 30 * HOUR },
    },
  ],
  MatchCoverageDrop: [
    {
      name: 'a release breaks e-mails',
      ...{ day: TUESDAY, hour: 11, hours: 60 },
      change: () => ({ wrong: ({ hasEmail }) => (hasEmail ? { share: 1, as: { em: 'undefined' } } : undefined) }),
      must: 'MatchCoverageDrop.em',
      within: { 100: 2 * DAY + HOUR },
    },
  ],
  TokenRejected: [
    {
      name: 'token revoked',
      ...{ day: TUESDAY, hour: 11, hours: 2 },
      trouble: { minutes: 2 * HOUR, kind: 'revoked' },
      may: ['DeliveryErrorRate', 'EventsDelayed'],
    },
  ],
  DeliveryErrorRate: [
    {
      name: 'Pinterest down for 20 minutes',
      ...{ day: TUESDAY, hour: 11, hours: 2 },
      trouble: { minutes: 20, kind: 'outage' },
    },
    {
      name: 'Pinterest down for 3 hours',
      ...{ day: TUESDAY, hour: 11, hours: 5 },
      trouble: { minutes: 3 * HOUR, kind: 'outage' },
      may: ['EventsDelayed'],
    },
  ],
  EventsDelayed: [
    {
      name: 'the sender does not run',
      ...{ day: TUESDAY, hour: 11, hours: 4 },
      senderStops: true,
      lasts: true,
      within: { 100: 40, 10000: 40, 1000000: 40 },
      may: ['AcceptedNotDelivered'],
    },
  ],
  AcceptedNotDelivered: [
    {
      name: 'the trigger of the sender is switched off in the evening',
      ...{ day: FRIDAY, hour: 20, hours: 1, sizes: BUSY },
      senderStops: true,
      lasts: true,
      within: { 10000: 20, 1000000: 20 },
      may: ['EventsDelayed'],
    },
  ],
  InFlightLimit: [
    {
      name: '110,000 messages are in flight',
      ...{ day: TUESDAY, hour: 11, hours: 2 },
      change: () => ({ inFlight: 110_000 }),
      lasts: true,
    },
  ],
  RejectionRate: [
    {
      name: 'Pinterest refuses every second event',
      ...{ day: TUESDAY, hour: 11, hours: 4 },
      trouble: { minutes: 4 * HOUR, kind: 'refuses half' },
      within: { 100: 4 * HOUR },
      may: ['DeadLetters'],
    },
  ],
  DeadLetters: [
    {
      name: 'Pinterest refuses one event',
      ...{ day: TUESDAY, hour: 11, hours: 2 },
      trouble: { minutes: 2 * HOUR, kind: 'refuses one' },
      lasts: true,
    },
  ],
  EventsAboutToExpire: [
    {
      name: 'nobody deals with a dead letter',
      ...{ day: TUESDAY, hour: 11, hours: 12 * 24 + 2 },
      change: (minute) => ({ deadLetterHasWaited: minute }),
      lasts: true,
      within: { 100: 12 * DAY + 15, 10000: 12 * DAY + 15, 1000000: 12 * DAY + 15 },
      may: ['DeadLetters'],
    },
  ],
  FunctionErrors: [
    {
      name: 'a release crashes ingest in every second request',
      ...{ day: TUESDAY, hour: 11, hours: 2, sizes: BUSY },
      change: () => everySecondRequestFails('Errors'),
      may: ['EndpointErrors', 'EventVolumeDrop', ...EVENT_NAMES],
    },
  ],
  FunctionThrottles: [
    {
      name: 'another function uses up the concurrency of the account',
      ...{ day: TUESDAY, hour: 11, hours: 2, sizes: BUSY },
      change: () => everySecondRequestFails('Throttles'),
      may: ['EndpointErrors', 'EventVolumeDrop', ...EVENT_NAMES],
    },
  ],
};

/** What is no trouble, or over before anybody could do something: nothing may be raised. */
const QUIET: readonly Scenario[] = [
  {
    name: 'Black Friday, eight times as much',
    ...{ day: FRIDAY, hour: 0, hours: 48 },
    change: (minute) => ({ volume: () => (minute < DAY ? 8 : 1) }),
  },
  {
    name: 'a quiet Sunday night, half of the usual',
    ...{ day: SUNDAY, hour: 22, hours: 12, sizes: [100] },
    change: (minute) => ({ volume: () => (minute < 8 * HOUR ? 0.5 : 1) }),
  },
  {
    name: 'a planned pause of 12 hours',
    ...{ day: TUESDAY, hour: 11, hours: 132, isPause: true },
    change: (minute) => ({ volume: () => (minute < PAUSE.toMinutes() ? 0 : 1) }),
  },
  {
    name: 'one stray 500, of Pinterest and of the endpoint',
    ...{ day: TUESDAY, hour: 11, hours: 2 },
    trouble: { minutes: 2 * HOUR, kind: 'stray' },
    change: (minute) => ({ strayEndpointErrors: minute === 0 ? 1 : 0 }),
  },
  {
    name: 'a deployment: one run is cut off',
    ...{ day: TUESDAY, hour: 20, hours: 2 },
    trouble: { minutes: 2 * HOUR, kind: 'cut' },
  },
];

export const SCENARIOS: readonly Scenario[] = [
  ...ALARM_KINDS.flatMap((kind) => REQUIRED[kind].map((scenario): Scenario => ({ must: kind, ...scenario }))),
  ...QUIET,
];
