/**
 * The event as Pinterest takes it: every key of the Conversions API and the JSON type it has on the wire.
 *
 * These tables are the one place that knows the keys. `accept` builds events from them, the sender's last gate
 * holds each event against them again. Source: Pinterest's OpenAPI description 5.23.0 with the additions of
 * 5.28.0 (`item_brand_id`) and 5.31.0 (`customer_type`).
 */

export type FieldRule =
  /** Any text that is not blank; an id holds no letter that nobody sees, and nothing that a template printed. */
  | { readonly kind: 'text'; readonly maxLength?: number; readonly oneOf?: readonly string[]; readonly isId?: boolean }
  /** A number that Pinterest wants as text, such as `value`. */
  | { readonly kind: 'decimal' }
  | { readonly kind: 'integer'; readonly minimum?: number; readonly maximum?: number }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'texts'; readonly maxItems?: number; readonly isId?: boolean }
  /** One or more SHA-256 digests in lower-case hex. */
  | { readonly kind: 'digests' }
  /** A nested object, or a list of them, with a table of its own. */
  | { readonly kind: 'object'; readonly fields: FieldTable }
  | { readonly kind: 'objects'; readonly fields: FieldTable };

export type FieldTable = { readonly [key: string]: FieldRule };

type ValueOf<R extends FieldRule> = R extends { kind: 'text' | 'decimal' }
  ? string
  : R extends { kind: 'integer' }
    ? number
    : R extends { kind: 'boolean' }
      ? boolean
      : R extends { kind: 'texts' | 'digests' }
        ? string[]
        : R extends { kind: 'object'; fields: infer F extends FieldTable }
          ? ObjectOf<F>
          : R extends { kind: 'objects'; fields: infer F extends FieldTable }
            ? ObjectOf<F>[]
            : never;

/** The object that a table describes. Absent keys are left out, never null. */
export type ObjectOf<F extends FieldTable> = { -readonly [K in keyof F]?: ValueOf<F[K]> };

const text = { kind: 'text' } as const;
const id = { kind: 'text', isId: true } as const;
const text100 = { kind: 'text', maxLength: 100 } as const;
const text200 = { kind: 'text', maxLength: 200 } as const;
const decimal = { kind: 'decimal' } as const;
const integer = { kind: 'integer' } as const;
const boolean = { kind: 'boolean' } as const;
const ids = { kind: 'texts', isId: true } as const;
const digests = { kind: 'digests' } as const;
const upTo = (maximum: number) => ({ kind: 'integer', minimum: 0, maximum }) as const;

/**
 * A table without a prototype: any key of a caller's can be looked up in it, and none but ours is found.
 */
const fieldTable = <const F extends FieldTable>(fields: F): F => Object.assign(Object.create(null), fields);

export const USER_DATA = fieldTable({
  em: digests,
  ph: digests,
  ge: digests,
  db: digests,
  ln: digests,
  fn: digests,
  ct: digests,
  st: digests,
  zp: digests,
  country: digests,
  external_id: digests,
  hashed_maids: digests,
  click_id: text,
  partner_id: id,
  client_ip_address: text,
  client_user_agent: text,
  customer_type: { kind: 'text', oneOf: ['new', 'returning'] },
});

export const CONTENT = fieldTable({
  id,
  item_price: decimal,
  quantity: integer,
  item_name: text,
  item_category: text,
  item_brand: text,
  item_brand_id: id,
});

export const CUSTOM_DATA = fieldTable({
  value: decimal,
  currency: id,
  content_ids: ids,
  contents: { kind: 'objects', fields: CONTENT },
  content_name: text,
  content_category: text,
  content_brand: text,
  num_items: integer,
  order_id: id,
  search_string: text,
  opt_out_type: text,
  np: text,
  predicted_ltv: decimal,
  external_measurement_id: id,
  external_measurement_vendor_id: integer,
});

export const APP_INFO = fieldTable({
  app_id: { kind: 'text', maxLength: 200, isId: true },
  app_name: text200,
  app_package_name: text200,
  app_store: text100,
  app_version: text100,
  install_time: { kind: 'integer', minimum: 0 },
  user_agent: { kind: 'text', maxLength: 16_384 },
  window_height: upTo(30_720),
  window_width: upTo(30_720),
});

export const DEVICE_INFO = fieldTable({
  battery_level: upTo(100),
  brand: text100,
  carrier: text100,
  cpu_cores: upTo(1_152),
  external_storage_free_space: upTo(1_048_576),
  external_storage_size: upTo(1_048_576),
  form_factor: {
    kind: 'text',
    oneOf: ['desktop', 'laptop', 'cellphone', 'tablet', 'smartwatch', 'tv', 'vr', 'console', 'other'],
  },
  kernel_version: text100,
  languages: { kind: 'texts', maxItems: 100 },
  locale: { kind: 'text', maxLength: 35 },
  model: text100,
  network_type: {
    kind: 'text',
    oneOf: ['wifi', 'cellular_2g', 'cellular_3g', 'cellular_4g', 'cellular_5g', 'cellular_6g', 'ethernet', 'unknown'],
  },
  os_family: { kind: 'text', oneOf: ['ios', 'android', 'macos', 'windows', 'linux', 'bsd', 'other'] },
  os_name: text100,
  os_release_name: text100,
  os_version: text100,
  screen_density: upTo(100_000),
  screen_height: upTo(30_720),
  screen_width: upTo(30_720),
  storage_free_space: upTo(1_048_576),
  storage_size: upTo(1_048_576),
  timezone: { kind: 'text', maxLength: 40 },
  timezone_abbr: { kind: 'text', maxLength: 5 },
  type: text100,
});

export const EVENT = fieldTable({
  event_name: text,
  action_source: { kind: 'text', oneOf: ['web', 'app_android', 'app_ios', 'offline'] },
  event_time: integer,
  event_id: text,
  event_source_url: text,
  opt_out: boolean,
  partner_name: text,
  language: text,
  wifi: boolean,
  app_id: id,
  app_name: text,
  app_version: text,
  device_brand: text,
  device_carrier: text,
  device_model: text,
  device_type: text,
  os_version: text,
  app_info: { kind: 'object', fields: APP_INFO },
  device_info: { kind: 'object', fields: DEVICE_INFO },
  user_data: { kind: 'object', fields: USER_DATA },
  custom_data: { kind: 'object', fields: CUSTOM_DATA },
});

/** Keys without which Pinterest takes no event. */
export const REQUIRED = ['event_name', 'action_source', 'event_time', 'event_id', 'user_data'] as const;

export type UserData = ObjectOf<typeof USER_DATA>;
export type CustomData = ObjectOf<typeof CUSTOM_DATA>;
export type Content = ObjectOf<typeof CONTENT>;
export type PinterestEvent = ObjectOf<typeof EVENT> & Required<Pick<ObjectOf<typeof EVENT>, (typeof REQUIRED)[number]>>;

/** Values of `action_source`. */
export const ACTION_SOURCES = EVENT.action_source.oneOf;

/** Ad account ids are digits, 18 at the most. */
export const AD_ACCOUNT_ID = /^\d{1,18}$/;
