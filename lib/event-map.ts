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
 * How one of the shop's own events is sent to Pinterest.
 */
export interface EventMapEntry {
  /**
   * Name under which the event is sent to Pinterest.
   *
   * One of Pinterest's event names, such as `signup`, in any known spelling; with `advertiserDefined`, your own name: 1 to
   * 100 of the characters `A-Z a-z 0-9 _ -`.
   */
  readonly sendAs: string;

  /**
   * Whether `sendAs` is your own name instead of one of Pinterest's.
   *
   * @default false
   */
  readonly advertiserDefined?: boolean;

  /**
   * Value of the event if it has none itself. Requires `currency`.
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
   * Country assumed for this event's phone numbers without a country code: an uppercase ISO 3166 two-letter code.
   *
   * @default - the country of the event itself, otherwise `defaultCountry` of the construct.
   */
  readonly defaultCountry?: string;

  /**
   * What triggers the event, in your own words. A note for readers of the map and of the dashboard.
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
