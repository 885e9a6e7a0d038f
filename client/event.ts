/** An event as a back end may write it: Pinterest's fields, and the spellings of other vocabularies that the endpoint reads. */

/** What a shop's data has for nothing counts as absent: no key, `undefined` and `null` alike. */
type Maybe<T> = T | null | undefined;

type OneOrMore<T> = T | readonly T[];

/** Pinterest's names. The endpoint reads those of its tag, Google Analytics 4, Meta and Segment too, in any case. */
export type PinterestEventName =
  | 'add_payment_info'
  | 'add_to_cart'
  | 'add_to_wishlist'
  | 'app_install'
  | 'app_open'
  | 'checkout'
  | 'contact'
  | 'custom'
  | 'customize_product'
  | 'find_location'
  | 'initiate_checkout'
  | 'lead'
  | 'page_visit'
  | 'schedule'
  | 'search'
  | 'signup'
  | 'start_trial'
  | 'submit_application'
  | 'subscribe'
  | 'view_category'
  | 'view_content'
  | 'watch_video';

/** One of Pinterest's names, or any other text: a name of another vocabulary, or one of the endpoint's event map. */
export type EventName = PinterestEventName | (string & {});

/** Who the event is about. Needed is `em`, or `hashed_maids`, or both `client_ip_address` and `client_user_agent`. */
export interface UserData {
  /** E-mail address, in clear or as SHA-256 digest, like each field down to `hashed_maids`: the endpoint hashes what is clear. */
  readonly em?: Maybe<OneOrMore<string>>;
  /** Alias of `em`. */
  readonly email?: Maybe<OneOrMore<string>>;
  /** Phone number; one without country code is read in the country of `country`, or of the endpoint. */
  readonly ph?: Maybe<OneOrMore<string | number>>;
  /** Alias of `ph`. */
  readonly phone?: Maybe<OneOrMore<string | number>>;
  /** Gender: `f`, `m`, `n`, or a word for it. */
  readonly ge?: Maybe<OneOrMore<string>>;
  /** Alias of `ge`. */
  readonly gender?: Maybe<OneOrMore<string>>;
  /** Date of birth; `YYYY-MM-DD` is always read right. */
  readonly db?: Maybe<OneOrMore<string | number>>;
  /** Alias of `db`. */
  readonly date_of_birth?: Maybe<OneOrMore<string | number>>;
  /** Last name. */
  readonly ln?: Maybe<OneOrMore<string>>;
  /** Alias of `ln`. */
  readonly last_name?: Maybe<OneOrMore<string>>;
  /** First name. */
  readonly fn?: Maybe<OneOrMore<string>>;
  /** Alias of `fn`. */
  readonly first_name?: Maybe<OneOrMore<string>>;
  /** City. */
  readonly ct?: Maybe<OneOrMore<string>>;
  /** Alias of `ct`. */
  readonly city?: Maybe<OneOrMore<string>>;
  /** State: its code. */
  readonly st?: Maybe<OneOrMore<string>>;
  /** Alias of `st`. */
  readonly state?: Maybe<OneOrMore<string>>;
  /** Postcode. */
  readonly zp?: Maybe<OneOrMore<string | number>>;
  /** Alias of `zp`. */
  readonly zip?: Maybe<OneOrMore<string | number>>;
  /** Country: ISO 3166 code of two letters. */
  readonly country?: Maybe<OneOrMore<string>>;
  /** Your own id of the person. */
  readonly external_id?: Maybe<OneOrMore<string | number>>;
  /** Advertising id of the device: IDFA or GAID. */
  readonly hashed_maids?: Maybe<OneOrMore<string>>;
  /** Alias of `hashed_maids`. */
  readonly mobile_ad_id?: Maybe<OneOrMore<string>>;
  /** Click id of the ad, from the cookie `_epik` or the parameter `epik`; sent as it is. */
  readonly click_id?: Maybe<string>;
  readonly partner_id?: Maybe<string>;
  /** IPv4 or IPv6 address of the visitor; not of your server. */
  readonly client_ip_address?: Maybe<string>;
  /** User agent of the visitor's browser. */
  readonly client_user_agent?: Maybe<string>;
  readonly customer_type?: Maybe<'new' | 'returning'>;
}

/** One item of `custom_data.contents`. */
export interface Content {
  readonly id?: Maybe<string | number>;
  /** Alias of `id`. */
  readonly item_id?: Maybe<string | number>;
  /** Alias of `id`. */
  readonly product_id?: Maybe<string | number>;
  /** Alias of `id`. */
  readonly sku?: Maybe<string | number>;
  /** Alias of `id`. */
  readonly variation_id?: Maybe<string | number>;
  /** Alias of `id`. */
  readonly productId?: Maybe<string | number>;
  /** Alias of `id`. */
  readonly referencedId?: Maybe<string | number>;
  /** Alias of `id`. */
  readonly content_id?: Maybe<string | number>;
  /** Alias of `id`. */
  readonly variant_id?: Maybe<string | number>;
  /** Alias of `id`. */
  readonly variantId?: Maybe<string | number>;
  /** Price of one. */
  readonly item_price?: Maybe<number | string>;
  /** Alias of `item_price`. */
  readonly product_price?: Maybe<number | string>;
  /** Alias of `item_price`. */
  readonly price?: Maybe<number | string>;
  /** Alias of `item_price`. */
  readonly base_price?: Maybe<number | string>;
  /** Alias of `item_price`. */
  readonly unit_price?: Maybe<number | string>;
  /** Alias of `item_price`. */
  readonly unitPrice?: Maybe<number | string>;
  readonly quantity?: Maybe<number | string>;
  /** Alias of `quantity`. */
  readonly product_quantity?: Maybe<number | string>;
  /** Alias of `quantity`. */
  readonly qty_ordered?: Maybe<number | string>;
  /** Alias of `quantity`. */
  readonly qty?: Maybe<number | string>;
  readonly item_name?: Maybe<string>;
  /** Alias of `item_name`. */
  readonly product_name?: Maybe<string>;
  /** Alias of `item_name`. */
  readonly name?: Maybe<string>;
  /** Alias of `item_name`. */
  readonly content_name?: Maybe<string>;
  /** Alias of `item_name`. */
  readonly title?: Maybe<string>;
  /** Alias of `item_name`. */
  readonly label?: Maybe<string>;
  readonly item_category?: Maybe<string>;
  /** Alias of `item_category`. */
  readonly product_category?: Maybe<string>;
  /** Alias of `item_category`. */
  readonly category?: Maybe<string>;
  readonly item_brand?: Maybe<string>;
  /** Alias of `item_brand`. */
  readonly product_brand?: Maybe<string>;
  /** Alias of `item_brand`. */
  readonly brand?: Maybe<string>;
  /** Alias of `item_brand`. */
  readonly vendor?: Maybe<string>;
  readonly item_brand_id?: Maybe<string | number>;
}

/** What was bought or done, and what it is worth. */
export interface CustomData {
  /** Total worth, 0 or more: `129.9`, or a text such as `129,90 €`. */
  readonly value?: Maybe<number | string>;
  /** Alias of `value`. */
  readonly revenue?: Maybe<number | string>;
  /** Alias of `value`. */
  readonly total?: Maybe<number | string>;
  /** Alias of `value`. */
  readonly total_price?: Maybe<number | string>;
  /** Alias of `value`. */
  readonly totalPrice?: Maybe<number | string>;
  /** Alias of `value`. */
  readonly grand_total?: Maybe<number | string>;
  /** ISO 4217 code of `value`, such as `USD`. */
  readonly currency?: Maybe<string>;
  /** Alias of `currency`. */
  readonly currency_code?: Maybe<string>;
  /** Alias of `currency`. */
  readonly currencyCode?: Maybe<string>;
  /** Ids of the products; those of `contents` when left out. */
  readonly content_ids?: Maybe<OneOrMore<string | number>>;
  /** Alias of `content_ids`. */
  readonly product_ids?: Maybe<OneOrMore<string | number>>;
  /** Alias of `content_ids`. */
  readonly product_id?: Maybe<OneOrMore<string | number>>;
  /** Alias of `content_ids`. */
  readonly item_ids?: Maybe<OneOrMore<string | number>>;
  /** Alias of `content_ids`. */
  readonly content_id?: Maybe<OneOrMore<string | number>>;
  /** Alias of `content_ids`. */
  readonly sku?: Maybe<OneOrMore<string | number>>;
  readonly contents?: Maybe<OneOrMore<Content>>;
  /** Alias of `contents`. */
  readonly items?: Maybe<OneOrMore<Content>>;
  /** Alias of `contents`. */
  readonly line_items?: Maybe<OneOrMore<Content>>;
  /** Alias of `contents`. */
  readonly products?: Maybe<OneOrMore<Content>>;
  /** Alias of `contents`. */
  readonly lineItems?: Maybe<OneOrMore<Content>>;
  /** Alias of `contents`. */
  readonly lines?: Maybe<OneOrMore<Content>>;
  /** Alias of `contents`. */
  readonly order_items?: Maybe<OneOrMore<Content>>;
  readonly content_name?: Maybe<string>;
  /** Alias of `content_name`. */
  readonly product_name?: Maybe<string>;
  readonly content_category?: Maybe<string>;
  /** Alias of `content_category`. */
  readonly product_category?: Maybe<string>;
  /** Alias of `content_category`. */
  readonly category?: Maybe<string>;
  /** Alias of `content_category`. */
  readonly item_category?: Maybe<string>;
  readonly content_brand?: Maybe<string>;
  /** Alias of `content_brand`. */
  readonly product_brand?: Maybe<string>;
  /** Alias of `content_brand`. */
  readonly brand?: Maybe<string>;
  /** How many were bought; the quantities of `contents` added up when left out. */
  readonly num_items?: Maybe<number | string>;
  /** Alias of `num_items`. */
  readonly order_quantity?: Maybe<number | string>;
  /** Alias of `num_items`. */
  readonly number_items?: Maybe<number | string>;
  /** Your number of the order. A checkout without `event_id` gets its id from it. */
  readonly order_id?: Maybe<string | number>;
  /** Alias of `order_id`. */
  readonly transaction_id?: Maybe<string | number>;
  readonly search_string?: Maybe<string>;
  /** Alias of `search_string`. */
  readonly search_query?: Maybe<string>;
  /** Alias of `search_string`. */
  readonly search_term?: Maybe<string>;
  /** Alias of `search_string`. */
  readonly query?: Maybe<string>;
  /** `LDP` for limited data processing, which needs `user_data.st` and `user_data.country`. */
  readonly opt_out_type?: Maybe<string>;
  /** Only when Pinterest asks for it. */
  readonly np?: Maybe<string>;
  readonly predicted_ltv?: Maybe<number | string>;
  /** Only when Pinterest asks for it. */
  readonly external_measurement_id?: Maybe<string>;
  /** Only when Pinterest asks for it. */
  readonly external_measurement_vendor_id?: Maybe<number>;
}

export interface AppInfo {
  readonly app_id?: Maybe<string | number>;
  readonly app_name?: Maybe<string>;
  readonly app_package_name?: Maybe<string>;
  readonly app_store?: Maybe<string>;
  readonly app_version?: Maybe<string | number>;
  /** Unix seconds. */
  readonly install_time?: Maybe<number>;
  readonly user_agent?: Maybe<string>;
  readonly window_height?: Maybe<number>;
  readonly window_width?: Maybe<number>;
}

export interface DeviceInfo {
  readonly battery_level?: Maybe<number>;
  readonly brand?: Maybe<string>;
  readonly carrier?: Maybe<string>;
  readonly cpu_cores?: Maybe<number>;
  readonly external_storage_free_space?: Maybe<number>;
  readonly external_storage_size?: Maybe<number>;
  readonly form_factor?: Maybe<
    'desktop' | 'laptop' | 'cellphone' | 'tablet' | 'smartwatch' | 'tv' | 'vr' | 'console' | 'other'
  >;
  readonly kernel_version?: Maybe<string>;
  readonly languages?: Maybe<OneOrMore<string>>;
  readonly locale?: Maybe<string>;
  readonly model?: Maybe<string>;
  readonly network_type?: Maybe<
    'wifi' | 'cellular_2g' | 'cellular_3g' | 'cellular_4g' | 'cellular_5g' | 'cellular_6g' | 'ethernet' | 'unknown'
  >;
  readonly os_family?: Maybe<'ios' | 'android' | 'macos' | 'windows' | 'linux' | 'bsd' | 'other'>;
  readonly os_name?: Maybe<string>;
  readonly os_release_name?: Maybe<string>;
  readonly os_version?: Maybe<string | number>;
  readonly screen_density?: Maybe<number>;
  readonly screen_height?: Maybe<number>;
  readonly screen_width?: Maybe<number>;
  readonly storage_free_space?: Maybe<number>;
  readonly storage_size?: Maybe<number>;
  readonly timezone?: Maybe<string>;
  readonly timezone_abbr?: Maybe<string>;
  readonly type?: Maybe<string>;
}

export interface ConversionEvent {
  readonly event_name: EventName;
  /** Where it happened. `app` is read as `app_ios` or `app_android` when the event tells the system. */
  readonly action_source: 'web' | 'app_android' | 'app_ios' | 'offline' | 'app';
  /** When it happened: Unix seconds or milliseconds, ISO 8601 with a time zone, or a Date. */
  readonly event_time: number | string | Date;
  /**
   * The id that the browser tag sends too, so that Pinterest counts once. Left out, a checkout with an order id gets
   * `checkout-<order_id>`, as the browser script and the endpoint make it, and any other event a new id.
   */
  readonly event_id?: Maybe<string | number>;
  readonly event_source_url?: Maybe<string>;
  /** True when the visitor does not want the event used for advertising. */
  readonly opt_out?: Maybe<boolean>;
  readonly partner_name?: Maybe<string>;
  /** Two letters of ISO 639-1. */
  readonly language?: Maybe<string>;
  readonly wifi?: Maybe<boolean>;
  readonly app_id?: Maybe<string | number>;
  readonly app_name?: Maybe<string>;
  readonly app_version?: Maybe<string | number>;
  readonly device_brand?: Maybe<string>;
  readonly device_carrier?: Maybe<string>;
  readonly device_model?: Maybe<string>;
  readonly device_type?: Maybe<string>;
  readonly os_version?: Maybe<string | number>;
  readonly app_info?: Maybe<AppInfo>;
  readonly device_info?: Maybe<DeviceInfo>;
  readonly user_data: UserData;
  readonly custom_data?: Maybe<CustomData>;
  /** The visitor's word; an event with `false` or `denied` is not passed on. Not sent to Pinterest. */
  readonly consent?: Maybe<boolean | 'granted' | 'denied'>;
  /** Any text makes the event a test, which Pinterest does not count. `send(…, { test: true })` does so for all. */
  readonly test_event_code?: Maybe<string>;
  /** As in `custom_data`. */
  readonly opt_out_type?: Maybe<string>;
}
