/** What the vendors' references list for their events is read or left out in silence: a warning means a mistake. */
import { accepted, rawEvent, refused } from '../../helpers/factories';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Any value does: what counts is the key. Those that are read get one that can be. */
const READ: Readonly<Record<string, unknown>> = {
  value: 5,
  currency: 'USD',
  price: 5,
  quantity: 1,
  discount: 1,
  revenue: 5,
  total: 5,
  predicted_ltv: 5,
  num_items: 1,
  number_items: 1,
  order_quantity: 1,
  item_price: 5,
  product_price: 5,
  product_quantity: 1,
};

const filled = (keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(keys.map((key) => [key, READ[key] ?? 'x1']));

const GA4_ITEM = words(`item_id item_name affiliation coupon discount index item_brand item_category item_category2
  item_category3 item_category4 item_category5 item_list_id item_list_name item_variant location_id price quantity
  creative_name creative_slot promotion_id promotion_name`);
const SEGMENT_PRODUCT = words(
  'product_id sku category name brand variant price quantity coupon position url image_url',
);
const SEGMENT_VIDEO = words(`session_id content_asset_id content_asset_ids content_pod_id content_pod_ids ad_asset_id
  ad_asset_ids ad_pod_id ad_pod_ids ad_type position total_length bitrate framerate video_player sound full_screen
  ad_enabled quality livestream`);

/** Event, its parameters, and the list of items with theirs. Sources: as in vocabularies.test.ts. */
const EVENTS: readonly (readonly [event: string, keys: readonly string[], list?: string, items?: readonly string[]])[] =
  [
    ['add_payment_info', words('currency value coupon payment_type customer_type'), 'items', GA4_ITEM],
    ['add_to_cart', words('currency value'), 'items', GA4_ITEM],
    ['purchase', words('currency value transaction_id tax shipping coupon customer_type'), 'items', GA4_ITEM],
    ['view_item_list', words('currency item_list_id item_list_name'), 'items', GA4_ITEM],
    ['generate_lead', words('currency value lead_source')],
    ['sign_up', words('method')],
    ['view_search_results', words('search_term unique_search_term')],
    [
      'page_view',
      words('page_location page_referrer page_title language screen_resolution client_id engagement_time_msec'),
    ],
    ['screen_view', words('firebase_screen firebase_screen_class screen_name screen_class engagement_time_msec')],
    [
      'video_start',
      words('video_current_time video_duration video_percent video_provider video_title video_url visible'),
    ],
    [
      'first_open',
      words(`previous_gmp_app_id updated_with_analytics previous_first_open_count system_app system_app_update
      deferred_analytics_collection reset_analytics_cause engagement_time_msec`),
    ],
    [
      'in_app_purchase',
      words('product_id price value currency quantity subscription free_trial introductory_price product_name'),
    ],
    [
      'Order Completed',
      words('checkout_id order_id affiliation total subtotal revenue shipping tax discount coupon currency'),
      'products',
      SEGMENT_PRODUCT,
    ],
    ['Product Added', [...SEGMENT_PRODUCT, 'cart_id', 'currency', 'value']],
    ['Product Added to Wishlist', [...SEGMENT_PRODUCT, 'wishlist_id', 'wishlist_name']],
    ['Payment Info Entered', words('checkout_id order_id step shipping_method payment_method')],
    ['Product List Filtered', words('list_id category filters sorts'), 'products', SEGMENT_PRODUCT],
    ['Signed Up', words('type username title context')],
    ['Trial Started', words('trial_start_date trial_end_date trial_plan_name context')],
    ['Video Playback Started', SEGMENT_VIDEO],
    ['Application Installed', words('version build')],
    ['Application Opened', words('from_background referring_application url version build')],
    [
      'Purchase',
      words(`value currency content_category content_ids content_name content_type delivery_category num_items
      predicted_ltv search_string status net_revenue`),
      'contents',
      words('id quantity item_price delivery_category title description brand category'),
    ],
    [
      'CompletePayment',
      words('content_type currency value description query order_id status'),
      'contents',
      words('content_id content_type content_category content_name price quantity brand'),
    ],
    [
      'PURCHASE',
      words(`currency price transaction_id item_ids item_category number_items description search_string brands event_tag
      payment_info_available sign_up_method success level uuid_c1 client_dedup_id customer_status delivery_method`),
    ],
    [
      'checkout',
      words(
        'value order_quantity currency order_id promo_code property event_id product_ids search_query video_title lead_type np',
      ),
      'line_items',
      words(`product_name product_id product_category product_variant_id product_variant product_price product_quantity
      product_brand`),
    ],
  ];

const cases = EVENTS.map(([event_name, keys, list, items = []]) => ({ event_name, keys, list, items }));

test.each(cases)('$event_name', ({ event_name, keys, list, items }) => {
  const custom_data = { ...filled(keys), ...(list !== undefined && { [list]: [filled(items)] }) };
  expect(accepted(rawEvent({ event_name, custom_data })).warnings).toEqual([]);
});

test("Segment's own fields beside the event", () => {
  const keys =
    words(`messageId anonymousId userId context integrations sentAt receivedAt originalTimestamp timestamp type
    channel version projectId`);
  expect(accepted(rawEvent(filled(keys))).warnings).toEqual([]);
});

test.each([
  [{ contents: [], content_ids: [] }, undefined],
  [
    { content_category: ['Shoes'], content_name: ['Red shoe'] },
    { content_category: 'Shoes', content_name: 'Red shoe' },
  ],
  [{ items: [{ item_id: 'A', item_category: ['Shoes'] }] }, { contents: [{ id: 'A', item_category: 'Shoes' }] }],
])('%j: an empty list is absent, and a list of one text is the text', (custom_data, sent) => {
  const { event, warnings } = accepted(rawEvent({ custom_data }));
  expect(warnings).toEqual([]);
  if (sent === undefined) expect(event).not.toHaveProperty('custom_data');
  else expect(event.custom_data).toMatchObject(sent);
});

test('an empty list gives way to another name of the list', () => {
  const custom_data = { contents: [], items: [{ item_id: 'A' }] };
  expect(accepted(rawEvent({ custom_data })).event.custom_data?.content_ids).toEqual(['A']);
});

test.each(['opt_out', 'custom_data'])('but where nothing is dropped, an empty list is refused: %s', (field) => {
  const changes = field === 'opt_out' ? { opt_out: [] } : { custom_data: { value: [] } };
  expect(refused(rawEvent(changes)).problems).toEqual([expect.stringMatching(/ is a list of 0; it takes /)]);
});

test('but of several texts none is chosen', () => {
  const { event, warnings } = accepted(rawEvent({ custom_data: { value: 1, content_name: ['A', 'B'] } }));
  expect(event.custom_data).toEqual({ value: '1' });
  expect(warnings).toEqual([expect.stringMatching(/content_name" was left out: it takes a text, got a list of 2/)]);
});
