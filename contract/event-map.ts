/**
 * The owner's event map: which of the shop's own events matter, what they are called at Pinterest and what they are
 * worth. Given a map, an event outside it is refused, so that only chosen events reach Pinterest.
 */
export type EventOrigin = 'browser' | 'server';

export interface EventMapEntry {
  /** Pinterest's event name, or an advertiser-defined one when `advertiserDefined` is set. */
  readonly sendAs: string;
  /** Whether `sendAs` is a name of the advertiser's own: at most 100 of `A-Z a-z 0-9 _ -`. */
  readonly advertiserDefined?: boolean;
  /** Worth of the event when it brings no `value`, in `currency`. */
  readonly value?: number;
  /** ISO 4217 code that goes with `value`. */
  readonly currency?: string;
  /** Country in which this event's phone numbers without a country code are read: an ISO 3166 two-letter code. */
  readonly defaultCountry?: string;
  /** What sets the event off, in the owner's words. For people only. */
  readonly trigger?: string;
  /** Who may send it; everyone when absent. */
  readonly from?: readonly EventOrigin[];
}

export type EventMap = { readonly [name: string]: EventMapEntry };

/** The form in which names are compared: letters and digits only, lower case. */
export const nameKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
