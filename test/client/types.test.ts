/**
 * The client's types are written out, so that an editor shows each field with what it means. Here they are held against the
 * tables that the endpoint reads events by: key by key, alias by alias, value by value.
 */
import type {
  AppInfo,
  Content,
  ConversionEvent,
  CustomData,
  DeviceInfo,
  PinterestEventName,
  UserData,
} from '../../client';
import type { PinterestEventName as KnownName } from '../../contract/event-name';
import {
  APP_INFO,
  CONTENT,
  CUSTOM_DATA,
  DEVICE_INFO,
  EVENT,
  type PinterestEvent,
  USER_DATA,
} from '../../contract/pinterest-event';
import { accept } from '../../lambda/event/accept';
import { CUSTOM_DATA_ALIASES } from '../../lambda/event/custom-data-names';
import { CONTENT_ALIASES } from '../../lambda/event/order-lines';
import { USER_DATA_ALIASES } from '../../lambda/event/user-data';
import { event } from './support/sending';

/** Every key of a type, each with a value: what the compiler says is missing or too much here differs from the types. */
type Every<T> = { readonly [K in keyof Required<T>]: NonNullable<T[K]> };

const content: Every<Content> = {
  id: 'chair-01',
  item_id: 'chair-01',
  variation_id: 0,
  productId: 'chair-01',
  referencedId: 'chair-01',
  content_id: 'chair-01',
  variant_id: 1,
  variantId: 1,
  product_id: 'chair-01',
  sku: 1,
  item_price: 129.9,
  product_price: '129.90',
  price: 129.9,
  base_price: 129.9,
  unit_price: 129.9,
  unitPrice: 129.9,
  quantity: 1,
  qty_ordered: 1,
  qty: 1,
  product_quantity: '1',
  item_name: 'Chair',
  product_name: 'Chair',
  name: 'Chair',
  content_name: 'Chair',
  title: 'Chair',
  label: 'Chair',
  item_category: 'Chairs',
  product_category: 'Chairs',
  category: 'Chairs',
  item_brand: 'Stol',
  product_brand: 'Stol',
  brand: 'Stol',
  vendor: 'Stol',
  item_brand_id: 7,
};

const customData: Every<CustomData> = {
  value: 129.9,
  revenue: '129.90',
  total: 129.9,
  total_price: 129.9,
  totalPrice: 129.9,
  grand_total: 129.9,
  currency: 'USD',
  currency_code: 'USD',
  currencyCode: 'USD',
  content_ids: ['chair-01', 2],
  product_ids: 'chair-01',
  item_ids: 'chair-01',
  content_id: 'chair-01',
  sku: 'chair-01',
  lineItems: content,
  lines: content,
  order_items: content,
  category: 'Chairs',
  item_category: 'Chairs',
  brand: 'Stol',
  number_items: 1,
  product_id: 1,
  contents: content,
  items: [content],
  line_items: content,
  products: [content],
  content_name: 'Chair',
  product_name: 'Chair',
  content_category: 'Chairs',
  product_category: 'Chairs',
  content_brand: 'Stol',
  product_brand: 'Stol',
  num_items: 1,
  order_quantity: '1',
  order_id: 1001,
  transaction_id: '1001',
  search_string: 'chair',
  search_query: 'chair',
  search_term: 'chair',
  query: 'chair',
  opt_out_type: 'LDP',
  np: 'partner',
  predicted_ltv: '400',
  external_measurement_id: 'm-1',
  external_measurement_vendor_id: 3,
};

const userData: Every<UserData> = {
  em: ['jane@shop.example', 'jane.doe@shop.example'],
  email: 'jane@shop.example',
  ph: '+14155550100',
  phone: [14155550101],
  ge: 'f',
  gender: 'female',
  db: 19971226,
  date_of_birth: '1997-12-26',
  ln: 'Doe',
  last_name: 'Doe',
  fn: 'Jane',
  first_name: 'Jane',
  ct: 'San Francisco',
  city: 'San Francisco',
  st: 'CA',
  state: 'California',
  zp: 94103,
  zip: '94103-1234',
  country: 'US',
  external_id: ['u-1', 2],
  hashed_maids: 'ea7583cd-a667-48bc-b806-42ecb2b48606',
  mobile_ad_id: ['ea7583cd-a667-48bc-b806-42ecb2b48606'],
  click_id: 'dj0yJnU9',
  partner_id: 'p-1',
  client_ip_address: '203.0.113.9',
  client_user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  customer_type: 'returning',
};

const appInfo: Every<AppInfo> = {
  app_id: 429047995,
  app_name: 'Shop',
  app_package_name: 'example.shop',
  app_store: 'App Store',
  app_version: '7.9',
  install_time: 1_772_366_000,
  user_agent: 'Shop/7.9',
  window_height: 800,
  window_width: 400,
};

const deviceInfo: Every<DeviceInfo> = {
  battery_level: 80,
  brand: 'Apple',
  carrier: 'T-Mobile',
  cpu_cores: 6,
  external_storage_free_space: 1,
  external_storage_size: 2,
  form_factor: 'cellphone',
  kernel_version: '24.1',
  languages: ['en', 'de'],
  locale: 'en-US',
  model: 'iPhone17,1',
  network_type: 'wifi',
  os_family: 'ios',
  os_name: 'iOS',
  os_release_name: '18',
  os_version: 18.1,
  screen_density: 3,
  screen_height: 2_000,
  screen_width: 1_000,
  storage_free_space: 100,
  storage_size: 256,
  timezone: 'America/Los_Angeles',
  timezone_abbr: 'PST',
  type: 'phone',
};

const full: Every<ConversionEvent> = {
  event_name: 'checkout',
  action_source: 'web',
  event_time: 1_772_366_340,
  event_id: 'order-1001',
  event_source_url: 'https://www.shop.example/thank-you',
  opt_out: false,
  partner_name: 'direct',
  language: 'en',
  wifi: true,
  app_id: 429047995,
  app_name: 'Shop',
  app_version: 7.9,
  device_brand: 'Apple',
  device_carrier: 'T-Mobile',
  device_model: 'iPhone17,1',
  device_type: 'phone',
  os_version: '18.1',
  app_info: appInfo,
  device_info: deviceInfo,
  user_data: userData,
  custom_data: customData,
  consent: true,
  test_event_code: 'TEST123',
  opt_out_type: 'LDP',
};

/** Read by rules of their own beside the table; docs/events.md lists them. */
const BESIDE_THE_TABLE = ['consent', 'test_event_code', 'opt_out_type'];

const aliasesOf = (aliases: { readonly [name: string]: readonly string[] }) => Object.values(aliases).flat();

describe('the types have exactly the fields that the endpoint reads', () => {
  it.each<[string, object, readonly string[]]>([
    ['an event', full, [...Object.keys(EVENT), ...BESIDE_THE_TABLE]],
    ['user_data', userData, [...Object.keys(USER_DATA), ...USER_DATA_ALIASES.keys()]],
    ['custom_data', customData, [...Object.keys(CUSTOM_DATA), ...aliasesOf(CUSTOM_DATA_ALIASES)]],
    ['contents', content, [...Object.keys(CONTENT), ...aliasesOf(CONTENT_ALIASES)]],
    ['app_info', appInfo, Object.keys(APP_INFO)],
    ['device_info', deviceInfo, Object.keys(DEVICE_INFO)],
  ])('%s', (_, typed, read) => expect(Object.keys(typed).sort()).toEqual([...read].sort()));
});

const context = { now: Date.parse('2026-03-01T12:00:00Z'), origin: 'server' } as const;
const policy = { maximumEventAgeSeconds: 604_800 };

it('an event with every field of the types is accepted whole', () => {
  const verdict = accept(JSON.parse(JSON.stringify(full)), context, policy);
  if (!verdict.accepted) throw new Error(verdict.problems.join('; '));
  expect(verdict.warnings).toEqual([expect.stringContaining('"test_event_code"')]);
  expect(Object.keys(verdict.event).sort()).toEqual(Object.keys(EVENT).sort());
  expect(Object.keys(verdict.event.user_data).sort()).toEqual(Object.keys(USER_DATA).sort());
  expect(Object.keys(verdict.event.custom_data ?? {}).sort()).toEqual(Object.keys(CUSTOM_DATA).sort());
  expect(Object.keys(verdict.event.custom_data?.contents?.[0] ?? {}).sort()).toEqual(Object.keys(CONTENT).sort());
  expect(verdict.event).toMatchObject({
    app_info: { ...appInfo, app_id: '429047995' },
    device_info: { ...deviceInfo, os_version: '18.1' },
  });
});

it.each([[1_772_366_340], [1_772_366_340_000], ['2026-03-01T11:59:00Z'], [new Date('2026-03-01T11:59:00Z')]])(
  'a time that the types allow is read: %j',
  (event_time) => {
    const given = { ...event(), event_id: 'a', event_time } satisfies ConversionEvent;
    expect(accept(JSON.parse(JSON.stringify(given)), context, policy)).toMatchObject({
      accepted: true,
      event: { event_time: 1_772_366_340 },
    });
  },
);

it('an absent time is refused by the endpoint, so the types ask for it and the client makes none up', () => {
  const { event_time, ...untimed } = event({ event_id: 'a' });
  // @ts-expect-error a back end has to say when it happened
  const typed: ConversionEvent = untimed;
  expect(event_time).toBeDefined();
  expect(accept(typed, context, policy)).toMatchObject({
    accepted: false,
    problems: [expect.stringMatching(/"event_time" is missing/)],
  });
});

/** Checked by the compiler alone: each is an error of `npm run typecheck` when it is not true. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Values of a field that takes one of a few. */
type OneOf<T extends { readonly oneOf: readonly string[] }> = T['oneOf'][number];

it('the names and the fixed values are those of the tables', () => {
  const same: readonly true[] = [
    true satisfies Same<PinterestEventName, KnownName>,
    true satisfies Same<Exclude<ConversionEvent['action_source'], 'app'>, OneOf<typeof EVENT.action_source>>,
    true satisfies Same<NonNullable<UserData['customer_type']>, OneOf<typeof USER_DATA.customer_type>>,
    true satisfies Same<NonNullable<DeviceInfo['form_factor']>, OneOf<typeof DEVICE_INFO.form_factor>>,
    true satisfies Same<NonNullable<DeviceInfo['network_type']>, OneOf<typeof DEVICE_INFO.network_type>>,
    true satisfies Same<NonNullable<DeviceInfo['os_family']>, OneOf<typeof DEVICE_INFO.os_family>>,
    // Own names are taken, and do not hide the known ones from an editor.
    true satisfies Same<Extract<ConversionEvent['event_name'], KnownName>, KnownName>,
    true satisfies Same<'Bestellung' extends ConversionEvent['event_name'] ? true : false, true>,
  ];
  expect(same).not.toContain(false);
});

it('what Pinterest itself is sent fits the types, but for texts that take one of a few', () => {
  type Wire = Omit<PinterestEvent, 'action_source' | 'device_info' | 'user_data'> & {
    readonly action_source: 'web';
    readonly user_data: Omit<PinterestEvent['user_data'], 'customer_type'>;
  };
  const fits: Wire extends ConversionEvent ? true : false = true;
  expect(fits).toBe(true);
});
