/** What a scenario of the alarm drill says. Times are minutes from the beginning of the trouble. */
import type { AlarmName } from '../../lib/monitoring/alarm-table';
import type { Change } from './shop';
import type { TroubleKind } from './trouble';

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
  readonly trouble?: { readonly minutes: number; readonly kind: TroubleKind };
  readonly senderStops?: boolean;
  /** Whether it is a pause that the owner has planned, of the length that every shop of the drill has planned. */
  readonly isPause?: boolean;
  /** Whether nobody mends it, so that what was raised has to stay raised. */
  readonly lasts?: boolean;
  /** Alarm that has to be raised in time; nothing may be raised where there is none. */
  readonly must?: AlarmName;
  /** Minutes, when it is not 15: a small shop needs time until its traffic says something. */
  readonly within?: { readonly [eventsPerDay: number]: number };
  /** How often it may be raised, when it is not 3: the few events of a small shop come and go. */
  readonly times?: { readonly [eventsPerDay: number]: number };
  /** True of the trouble too, sooner or later. */
  readonly may?: readonly AlarmName[];
}
