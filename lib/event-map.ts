/**
 * Who may send an event.
 */
export enum EventOrigin {
  /**
   * Pages of the shop, through `POST /collect`.
   */
  BROWSER = 'browser',

  /**
   * Back ends of the shop, through `POST /events`.
   */
  SERVER = 'server',
}

/**
 * What one of the shop's own events is at Pinterest.
 */
export interface EventMapEntry {
  /**
   * Name under which Pinterest gets the event.
   *
   * One of Pinterest's event names, such as `signup`, in any known spelling; with `advertiserDefined`, a name of your
   * own: 1 to 100 of `A-Z a-z 0-9 _ -`.
   */
  readonly sendAs: string;

  /**
   * Whether `sendAs` is a name of your own instead of one of Pinterest's.
   *
   * @default false
   */
  readonly advertiserDefined?: boolean;

  /**
   * What the event is worth when it brings no value itself. Needs `currency`.
   *
   * Valid range: 0 or more.
   *
   * @default - events without a value are sent without one.
   */
  readonly value?: number;

  /**
   * Currency of `value`: an ISO 4217 code such as USD.
   *
   * @default - none; required with `value`.
   */
  readonly currency?: string;

  /**
   * Country in which this event's phone numbers without a country code are read: an upper-case ISO 3166 two-letter code.
   *
   * @default - the country of the event itself, or else `defaultCountry` of the construct.
   */
  readonly defaultCountry?: string;

  /**
   * What sets the event off, in your own words. For the people who read the map; it is not deployed.
   *
   * @default - no note.
   */
  readonly trigger?: string;

  /**
   * Who may send the event.
   *
   * @default - browsers and back ends.
   */
  readonly from?: EventOrigin[];
}
