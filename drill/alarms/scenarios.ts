/** What may go wrong, what has to be told of it, and what must not. Times are minutes from the beginning of the trouble. */
import type { Trouble } from '../weather';
import type { Change } from './shop';
import { PAUSE } from './template-alarms';

export interface Scenario {
  readonly name: string;
  /** Day of the week, from Monday on, and hour at which it begins. */
  readonly day: number;
  readonly hour: number;
  /** Hours that are looked at after the beginning. */
  readonly hours: number;
  /** Of the shops that this is about; all when left out. */
  readonly sizes?: readonly number[];
  readonly change?: (minute: number) => Change;
  readonly trouble?: { readonly minutes: number; readonly kind: Trouble };
  readonly senderStops?: boolean;
  /** Whether it is a pause that the owner has planned, of the length that every shop of the drill has planned. */
  readonly isPause?: boolean;
  /** Whether nobody mends it, so that what was raised has to stay raised. */
  readonly lasts?: boolean;
  /** Alarms that have to be raised in time. */
  readonly must: readonly string[];
  /** Minutes, when it is not 15: a small shop needs time until its traffic says something. */
  readonly within?: { readonly [eventsPerDay: number]: number };
  /** True of the trouble too, sooner or later. */
  readonly may?: readonly string[];
}

const TUESDAY = 1;
const FRIDAY = 4;
const SUNDAY = 6;
const HOUR = 60;
const DAY = 24 * HOUR;

const EVENT_NAMES = ['page_visit', 'add_to_cart', 'checkout'].map((name) => `EventVolumeDrop.${name}`);

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'token revoked',
    ...{ day: TUESDAY, hour: 11, hours: 2 },
    trouble: { minutes: 2 * HOUR, kind: 'revoked' },
    must: ['TokenRejected'],
    may: ['DeliveryErrorRate', 'EventsDelayed'],
  },
  {
    name: 'Pinterest down for 20 minutes',
    ...{ day: TUESDAY, hour: 11, hours: 2 },
    trouble: { minutes: 20, kind: 'outage' },
    must: ['DeliveryErrorRate'],
  },
  {
    name: 'Pinterest down for 3 hours',
    ...{ day: TUESDAY, hour: 11, hours: 5 },
    trouble: { minutes: 3 * HOUR, kind: 'outage' },
    must: ['DeliveryErrorRate'],
    may: ['EventsDelayed'],
  },
  {
    name: 'script gone from one type of page',
    ...{ day: TUESDAY, hour: 11, hours: 80 },
    lasts: true,
    change: () => ({ volume: ({ event_name }) => (event_name === 'add_to_cart' ? 0 : 1) }),
    must: ['EventVolumeDrop.add_to_cart'],
    within: { 100: 3 * DAY + HOUR, 10000: 3 * HOUR },
    may: ['EventVolumeDrop'],
  },
  {
    name: 'volume halves',
    ...{ day: TUESDAY, hour: 11, hours: 80 },
    change: () => ({ volume: () => 0.5 }),
    must: ['EventVolumeDrop'],
    within: { 100: 3 * DAY + HOUR, 10000: 2 * HOUR },
    may: EVENT_NAMES,
  },
  {
    name: 'volume falls to a quarter',
    ...{ day: TUESDAY, hour: 11, hours: 54 },
    change: () => ({ volume: () => 0.25 }),
    must: ['EventVolumeFloor'],
    within: { 100: 2 * DAY, 10000: 2 * DAY, 1000000: 2 * DAY },
    may: ['EventVolumeDrop', ...EVENT_NAMES],
  },
  {
    name: 'a release breaks e-mails',
    ...{ day: TUESDAY, hour: 11, hours: 60 },
    change: () => ({ wrong: ({ hasEmail }) => (hasEmail ? { share: 1, as: { em: 'undefined' } } : undefined) }),
    must: ['MatchCoverageDrop.em'],
    within: { 100: 2 * DAY + HOUR },
  },
  {
    name: 'a deploy makes half of the input wrong',
    ...{ day: TUESDAY, hour: 11, hours: 24 },
    change: () => ({ wrong: () => ({ share: 0.5, as: { event_name: 'undefined' } }) }),
    must: ['RefusedInputRate'],
    within: { 100: 4 * HOUR },
    may: ['EventVolumeDrop', ...EVENT_NAMES],
  },
  {
    name: 'no event at all',
    ...{ day: TUESDAY, hour: 11, hours: 30 },
    lasts: true,
    change: () => ({ volume: () => 0 }),
    must: ['NoEvents'],
    within: { 100: DAY + 5, 10000: 35 },
    may: ['EventVolumeDrop', ...EVENT_NAMES],
  },
  {
    name: 'the sender does not run',
    ...{ day: TUESDAY, hour: 11, hours: 4 },
    senderStops: true,
    lasts: true,
    must: ['EventsDelayed'],
    within: { 100: 40, 10000: 40, 1000000: 40 },
    may: ['AcceptedNotDelivered'],
  },
  {
    name: 'test mode left on',
    ...{ day: TUESDAY, hour: 11, hours: 40 },
    change: () => ({ testMode: true }),
    must: ['TestModeLeftOn'],
    within: { 100: 30 * HOUR, 10000: 30 * HOUR, 1000000: 30 * HOUR },
  },
  {
    name: 'the endpoint answers 5xx to every second request',
    ...{ day: TUESDAY, hour: 11, hours: 6 },
    change: () => ({ endpointErrorShare: 0.5 }),
    must: ['EndpointErrors'],
    within: { 100: 6 * HOUR },
  },
  {
    name: 'Black Friday, eight times as much',
    ...{ day: FRIDAY, hour: 0, hours: 48 },
    change: (minute) => ({ volume: () => (minute < DAY ? 8 : 1) }),
    must: [],
  },
  {
    name: 'a quiet Sunday night, half of the usual',
    ...{ day: SUNDAY, hour: 22, hours: 12, sizes: [100] },
    change: (minute) => ({ volume: () => (minute < 8 * HOUR ? 0.5 : 1) }),
    must: [],
  },
  {
    name: 'a planned pause of 12 hours',
    ...{ day: TUESDAY, hour: 11, hours: 132, isPause: true },
    change: (minute) => ({ volume: () => (minute < PAUSE.toMinutes() ? 0 : 1) }),
    must: [],
  },
  {
    name: 'one stray 500, of Pinterest and of the endpoint',
    ...{ day: TUESDAY, hour: 11, hours: 2 },
    trouble: { minutes: 2 * HOUR, kind: 'stray' },
    change: (minute) => ({ strayEndpointErrors: minute === 0 ? 1 : 0 }),
    must: [],
  },
  {
    name: 'a deployment: one run is cut off',
    ...{ day: TUESDAY, hour: 20, hours: 2 },
    trouble: { minutes: 2 * HOUR, kind: 'cut' },
    must: [],
  },
];
